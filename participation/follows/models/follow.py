"""A person and the matter that they follow."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Follow(models.Model):
    """One person follows one case; what concerns the person's own case reaches them without it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="follows", verbose_name=_("person"))
    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="followers", verbose_name=_("case"))
    created_at = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("follower")
        verbose_name_plural = _("followers")
        constraints = [models.UniqueConstraint(fields=["user", "case"], name="follows_once")]

    def __str__(self):
        return f"{self.user_id} → {self.case_id}"
