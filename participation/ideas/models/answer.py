"""What the authority says about an idea, version by version."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OfficialAnswer(models.Model):
    """One version of the official answer; the last one stands, the earlier ones can be read.

    It has an owner, whose position the public sees, and the day by which there will be news.
    """

    idea = models.ForeignKey("ideas.Idea", models.CASCADE, related_name="official_answers")
    version = models.PositiveSmallIntegerField(_("version"))
    text = models.TextField(_("answer"))
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who answers for it"))
    owner_position = models.CharField(_("position"), max_length=200)
    next_update_on = models.DateField(_("next news by"), null=True, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        ordering = ["-version"]
        verbose_name = _("official answer")
        verbose_name_plural = _("official answers")
        constraints = [models.UniqueConstraint(fields=["idea", "version"], name="ideas_answer_version_once")]

    def __str__(self):
        return f"{self.idea_id}/{self.version}"
