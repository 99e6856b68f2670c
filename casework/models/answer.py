"""Answers, version by version."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.enums import AnswerKind, AnswerState


class Answer(models.Model):
    """One version of the answer; a given version never changes, a correction is the next version.

    A refusal names the officer, the date, the ground, the part that is given and the way to appeal (Law 2939-VI, Art. 22 p. 4).
    """

    case = models.ForeignKey("casework.Case", models.PROTECT, related_name="answers")
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    kind = models.CharField(_("answer"), max_length=10, choices=AnswerKind.choices)
    state = models.CharField(_("state"), max_length=10, choices=AnswerState.choices, default=AnswerState.DRAFTED)
    text = models.TextField(_("text"))
    given_part = models.TextField(_("what is given"), blank=True)
    ground = models.CharField(_("ground"), max_length=60, blank=True)
    reasoning = models.TextField(_("reasons"), blank=True)
    appeal = models.TextField(_("how to appeal"), blank=True)
    officer_name = models.CharField(_("responsible officer"), max_length=200, blank=True)
    officer_position = models.CharField(_("officer's position"), max_length=200, blank=True)
    signed_on = models.DateField(_("date"), null=True, blank=True)
    correction_reason = models.TextField(_("why corrected"), blank=True)
    public_text = models.TextField(_("public edition"), blank=True)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(_("drafted"), default=timezone.now)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)
    published_at = models.DateTimeField(_("given"), null=True, blank=True)

    class Meta:
        ordering = ["case", "version"]
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.UniqueConstraint(fields=["case", "version"], name="casework_answer_version_once"),
            models.CheckConstraint(condition=Q(kind__in=AnswerKind.values), name="casework_answer_kind_known"),
            models.CheckConstraint(condition=Q(state__in=AnswerState.values), name="casework_answer_state_known"),
            models.CheckConstraint(
                condition=~Q(kind__in=[AnswerKind.REFUSED, AnswerKind.PARTIAL], state=AnswerState.PUBLISHED)
                | (~Q(ground="") & ~Q(reasoning="") & ~Q(appeal="") & ~Q(officer_name="") & Q(signed_on__isnull=False)),
                name="casework_refusal_is_complete",
            ),
            models.CheckConstraint(
                condition=~Q(kind=AnswerKind.PARTIAL, state=AnswerState.PUBLISHED) | ~Q(given_part=""),
                name="casework_partial_answer_gives_something",
            ),
            models.CheckConstraint(
                condition=~Q(state=AnswerState.PUBLISHED) | Q(approved_by__isnull=False),
                name="casework_answer_published_is_approved",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=models.F("drafted_by")),
                name="casework_answer_four_eyes",
            ),
        ]

    def __str__(self):
        return f"#{self.case_id}, {self.version}"

    @property
    def is_given(self):
        """Whether the applicant has it: the present version, or one that was later corrected."""
        return self.state in {AnswerState.PUBLISHED, AnswerState.CORRECTED}
