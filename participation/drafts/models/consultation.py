"""A consultation: the time in which everyone may comment on a document, and what became of the comments."""

from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import Case
from participation.drafts.enums import Profile


class Consultation(Case):
    """A case of the procedure “consultation”; the text that is discussed is the document's current version."""

    document = models.ForeignKey("drafts.Document", models.PROTECT, related_name="consultations")
    profile = models.CharField(_("profile"), max_length=12, choices=Profile.choices, default=Profile.GENERAL)
    opens_on = models.DateField(_("opens on"), null=True, blank=True)
    closes_on = models.DateField(_("last day"), null=True, blank=True)
    report = models.TextField(_("what changed and why"), blank=True)
    act = models.CharField(_("act adopted"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        constraints = [
            models.CheckConstraint(condition=Q(profile__in=Profile.values), name="drafts_consultation_profile_known"),
            models.CheckConstraint(
                condition=Q(closes_on=None) | Q(closes_on__gte=F("opens_on")), name="drafts_consultation_window_runs"
            ),
        ]

    @property
    def ends_at(self):
        """The moment after the last one in which a comment is taken; None before the window is set."""
        if self.closes_on is None:
            return None
        return timezone.make_aware(datetime.combine(self.closes_on + timedelta(days=1), time.min))

    def is_taking_comments(self, now=None):
        """Whether a comment can be left now."""
        return self.state == "open" and self.closes_on is not None and (now or timezone.now()) < self.ends_at
