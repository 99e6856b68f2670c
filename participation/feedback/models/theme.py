"""Themes of a summary and the contributions behind them."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.feedback.enums import POSITION_TONES, Position


class ChosenCase(models.Model):
    """A case that a summary covers, whether or not a theme answers it: the denominator of coverage."""

    summary = models.ForeignKey("feedback.Summary", models.CASCADE, related_name="chosen")
    case = models.ForeignKey("casework.Case", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("chosen case")
        verbose_name_plural = _("chosen cases")
        constraints = [models.UniqueConstraint(fields=["summary", "case"], name="feedback_chosen_once")]

    def __str__(self):
        return f"{self.summary_id}: {self.case_id}"


class Theme(models.Model):
    """One theme: what people said, the authority's position, the reason. `key` stays the same in a corrected version."""

    summary = models.ForeignKey("feedback.Summary", models.CASCADE, related_name="themes")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    title = models.CharField(_("theme"), max_length=120)
    said = models.TextField(_("what people said"), max_length=2000)
    position = models.CharField(_("position"), max_length=10, choices=Position.choices, blank=True)
    ground = models.CharField(
        _("ground"), max_length=300, blank=True, help_text=_("Act and article; required when rejected or not ours.")
    )
    reason = models.TextField(_("decision and reason"), max_length=3000, blank=True)
    cases = models.ManyToManyField("casework.Case", through="feedback.Voice", related_name="+")

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [
            models.UniqueConstraint(fields=["summary", "key"], name="feedback_theme_once"),
            models.CheckConstraint(
                condition=Q(position__in=["", *Position.values]), name="feedback_theme_position_known"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def tone(self):
        """The colour of the position's tag."""
        return POSITION_TONES.get(self.position, "")


class Voice(models.Model):
    """One contribution that speaks to one theme."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="voices")
    case = models.ForeignKey("casework.Case", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("voice")
        verbose_name_plural = _("voices")
        constraints = [models.UniqueConstraint(fields=["theme", "case"], name="feedback_voice_once")]

    def __str__(self):
        return f"{self.theme_id}: {self.case_id}"
