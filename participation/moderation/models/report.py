"""Reports: somebody thinks that words break the rules."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.moderation.enums import Outcome, Reason


class Report(models.Model):
    """One person's report. Strangers may report too; theirs reach the queue but hold nothing by number."""

    contribution = models.ForeignKey("moderation.Contribution", models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("reporter")
    )
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices)
    note = models.TextField(_("note"), max_length=1000, blank=True)
    at = models.DateTimeField(_("reported"), default=timezone.now)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices, default=Outcome.OPEN)
    settled_by = models.ForeignKey(
        "moderation.Decision", models.PROTECT, null=True, blank=True, related_name="settled", verbose_name=_("decision")
    )

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        constraints = [
            models.CheckConstraint(condition=Q(reason__in=Reason.values), name="moderation_report_reason_known"),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="moderation_report_outcome_known"),
            models.UniqueConstraint(
                fields=["contribution", "reporter"],
                condition=Q(outcome=Outcome.OPEN, reporter__isnull=False),
                name="moderation_report_open_once",
            ),
        ]
        indexes = [models.Index(fields=["at"], name="moderation_report_at")]

    def __str__(self):
        return f"{self.get_reason_display()}, {self.at:%Y-%m-%d}"
