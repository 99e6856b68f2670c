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


class ChosenTag(models.Model):
    """A word that officials put on a chosen case while they sort; nobody else reads it."""

    chosen = models.ForeignKey(ChosenCase, models.CASCADE, related_name="tags")
    name = models.CharField(_("tag"), max_length=40)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        constraints = [models.UniqueConstraint(fields=["chosen", "name"], name="feedback_tag_once")]

    def __str__(self):
        return self.name


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
    quotes = models.ManyToManyField("feedback.Quote", related_name="themes")

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

    @property
    def shown_quotes(self):
        """The quotes whose authors agreed."""
        return [quote for quote in self.quotes.all() if quote.is_given]


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


class Tally(models.Model):
    """Contributions to a theme of which only the number is known: answers of a survey, appeals, comments, a paper journal.

    `source` and `item` name a total that a room registered (participation/sources.py); both are empty for a number that an
    official took from a journal. `key` stays the same in a corrected version.
    """

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="tallies")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    source = models.CharField(_("source"), max_length=40, blank=True, editable=False)
    item = models.CharField(max_length=120, blank=True, editable=False)
    label = models.CharField(_("what is counted"), max_length=200)
    number = models.PositiveIntegerField(_("how many"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("counted contributions")
        verbose_name_plural = _("counted contributions")
        constraints = [
            models.UniqueConstraint(fields=["theme", "key"], name="feedback_tally_once"),
            models.UniqueConstraint(
                fields=["theme", "source", "item"], condition=~Q(source=""), name="feedback_tally_item_once"
            ),
        ]

    def __str__(self):
        return f"{self.label}: {self.number}"
