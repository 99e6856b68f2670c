"""The words of an idea through time, and the stems by which similar ideas are found."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class IdeaVersion(models.Model):
    """The words as they stood before an edit; anyone who reads the idea reads them too."""

    idea = models.ForeignKey("ideas.Idea", models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"))
    replaced_at = models.DateTimeField(_("replaced"), default=timezone.now)
    replaced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("edited by")
    )

    class Meta:
        ordering = ["number"]
        verbose_name = _("earlier version")
        verbose_name_plural = _("earlier versions")
        constraints = [models.UniqueConstraint(fields=["idea", "number"], name="ideas_version_once")]

    def __str__(self):
        return f"{self.idea_id}/{self.number}"


class IdeaWord(models.Model):
    """The stem of a word that stands in a public idea."""

    idea = models.ForeignKey("ideas.Idea", models.CASCADE, related_name="words")
    stem = models.CharField(max_length=24)

    class Meta:
        verbose_name = _("word of an idea")
        verbose_name_plural = _("words of ideas")
        constraints = [models.UniqueConstraint(fields=["stem", "idea"], name="ideas_word_once")]

    def __str__(self):
        return self.stem
