"""Photos that show what was before a measure and what is after it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.uploads import StoredFile
from participation.feedback.enums import Moment


class Evidence(StoredFile):
    """One photo, drawn anew without place, device and author; everybody sees it once another person verified the measure."""

    measure = models.ForeignKey("feedback.Measure", models.CASCADE, related_name="evidence")
    moment = models.CharField(_("when"), max_length=6, choices=Moment.choices)
    alt = models.CharField(_("what is seen"), max_length=200)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-moment", "pk"]  # "before" stands first, as its name is the greater
        verbose_name = _("photo of a measure")
        verbose_name_plural = _("photos of a measure")
        constraints = [
            models.CheckConstraint(condition=Q(moment__in=Moment.values), name="feedback_evidence_moment_known")
        ]

    def can_read(self, user):
        """Everybody when the measure is verified in a summary that was published; staff who work with it before."""
        summary = self.measure.theme.summary
        if summary.published_at and self.measure.is_verified:
            return True
        is_owner = user.is_authenticated and user.pk == self.measure.owner_id
        return is_owner or (user.is_authenticated and summary.is_workable_by(user))
