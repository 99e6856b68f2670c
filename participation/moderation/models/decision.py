"""Decisions about contributions, appeals against them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.moderation.enums import ADVERSE, AppealState, State, Verb, reason_label


class Decision(models.Model):
    """One decision; `actor` is None for the machine's own hold. `text` is what was seen then, for the author may edit.

    `author` is copied from the contribution so that the database itself refuses a decision about one's own words.
    """

    contribution = models.ForeignKey("moderation.Contribution", models.CASCADE, related_name="decisions")
    verb = models.CharField(_("decision"), max_length=8, choices=Verb.choices)
    from_state = models.CharField(_("from"), max_length=8, choices=State.choices)
    to_state = models.CharField(_("to"), max_length=8, choices=State.choices)
    reason = models.CharField(_("reason"), max_length=10, blank=True)
    explanation = models.TextField(_("explanation"), max_length=1000, blank=True)
    text = models.TextField(_("text at that time"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("moderator")
    )
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("when"), default=timezone.now)
    waited_since = models.DateTimeField(_("waited since"), null=True, blank=True)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="undone_by")
    batch = models.UUIDField(_("batch"), null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.CheckConstraint(condition=Q(verb__in=Verb.values), name="moderation_decision_verb_known"),
            models.CheckConstraint(
                condition=Q(actor__isnull=True) | Q(author__isnull=True) | ~Q(actor=F("author")),
                name="moderation_decision_not_own",
            ),
            models.CheckConstraint(
                condition=~Q(verb__in=[*ADVERSE, Verb.RESTORE]) | ~Q(reason=""), name="moderation_decision_has_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["at"], name="moderation_decision_at"),
            models.Index(fields=["batch"], condition=Q(batch__isnull=False), name="moderation_decision_batch"),
        ]

    def __str__(self):
        return f"{self.get_verb_display()}, {self.at:%Y-%m-%d}"

    @property
    def reason_label(self):
        """The words of its reason."""
        return reason_label(self.reason)

    @property
    def is_adverse(self):
        """Whether it takes words out of view."""
        return self.verb in ADVERSE and self.to_state != State.VISIBLE

    @property
    def is_undone(self):
        """Whether it was undone."""
        return hasattr(self, "undone_by")


class Appeal(models.Model):
    """An author's appeal; answered by somebody who neither decided nor wrote it, which the database holds."""

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="appeal")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    against = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField(_("why the decision is wrong"), max_length=2000)
    at = models.DateTimeField(_("appealed"), default=timezone.now)
    due_on = models.DateField(_("answer due"))
    state = models.CharField(_("state"), max_length=8, choices=AppealState.choices, default=AppealState.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("answered by")
    )
    decided_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answer = models.TextField(_("answer"), max_length=2000, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=AppealState.values), name="moderation_appeal_state_known"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True)
                | (~Q(decided_by=F("author")) & (Q(against__isnull=True) | ~Q(decided_by=F("against")))),
                name="moderation_appeal_another_person",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[AppealState.UPHELD, AppealState.REJECTED]) | Q(decided_by__isnull=False),
                name="moderation_appeal_answer_has_author",
            ),
        ]

    def __str__(self):
        return f"{self.get_state_display()}, {self.at:%Y-%m-%d}"
