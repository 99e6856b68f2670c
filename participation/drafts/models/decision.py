"""What an official decided on a comment, for the file of the act."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.drafts.enums import Verdict

TONES = {Verdict.ACCEPTED: "good", Verdict.PARTLY: "warn", Verdict.REJECTED: "bad", Verdict.OUT_OF_SCOPE: "quiet"}


class CommentDecision(models.Model):
    """One line of the table “comment, decision, reason”; whatever is not accepted in full has its reason."""

    comment = models.OneToOneField("comments.Comment", models.CASCADE, related_name="decision")
    verdict = models.CharField(_("decision"), max_length=12, choices=Verdict.choices)
    reason = models.TextField(_("reason"), max_length=3000, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(_("decided"), default=timezone.now)

    class Meta:
        verbose_name = _("decision on comment")
        verbose_name_plural = _("decisions on comments")
        constraints = [
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="drafts_verdict_known"),
            models.CheckConstraint(
                condition=Q(verdict=Verdict.ACCEPTED) | ~Q(reason=""), name="drafts_verdict_has_reason"
            ),
        ]

    def __str__(self):
        return f"#{self.comment_id}: {self.verdict}"

    @property
    def tone(self):
        """The colour of the verdict's tag."""
        return TONES.get(self.verdict, "")
