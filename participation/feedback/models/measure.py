"""Measures: what was promised, by whom, by when, and what became of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.feedback.enums import MEASURE_FINAL, MEASURE_TONES, MeasureState


class MeasureQuerySet(models.QuerySet):
    """The sentences one says about measures."""

    def promised(self):
        """Measures of published summaries: promises made in public."""
        return self.filter(theme__summary__state="published")

    def unfinished(self):
        """Measures still to be carried out."""
        return self.exclude(state__in=MEASURE_FINAL)


class Measure(models.Model):
    """One promised measure. `key` stays the same when a corrected version of the summary repeats it."""

    theme = models.ForeignKey("feedback.Theme", models.CASCADE, related_name="measures")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    text = models.CharField(_("measure"), max_length=400)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("owner"),
        help_text=_("The public sees the position, not the name."),
    )
    owner_position = models.CharField(_("owner's position"), max_length=200)
    due_on = models.DateField(_("due"))
    state = models.CharField(_("state"), max_length=8, choices=MeasureState.choices, default=MeasureState.PLANNED)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("verified by"),
    )
    verified_position = models.CharField(_("position of who verified"), max_length=200, blank=True, editable=False)
    verified_at = models.DateTimeField(_("verified"), null=True, blank=True, editable=False)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        constraints = [
            models.UniqueConstraint(fields=["theme", "key"], name="feedback_measure_once"),
            models.CheckConstraint(condition=Q(state__in=MeasureState.values), name="feedback_measure_state_known"),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_on__isnull=False), name="feedback_measure_done_has_day"
            ),
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True) | (~Q(verified_by=F("owner")) & Q(state="done")),
                name="feedback_measure_verified_by_another",
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def tone(self):
        """The colour of the state's tag."""
        return MEASURE_TONES[self.state]

    @property
    def is_finished(self):
        """Whether nothing more is to be done."""
        return self.state in MEASURE_FINAL

    @property
    def is_verified(self):
        """Whether somebody else than its owner saw that it is done."""
        return self.verified_by_id is not None

    @property
    def shown_evidence(self):
        """The photos that everybody sees: all of a verified measure, none of another."""
        return list(self.evidence.all()) if self.is_verified else []

    def is_overdue(self, today=None):
        """Whether its day has passed and it is not finished."""
        return not self.is_finished and self.due_on < (today or timezone.localdate())


class MeasureUpdate(models.Model):
    """One public line about a measure's progress; never changed, only followed by another."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="updates")
    at = models.DateTimeField(_("when"), default=timezone.now)
    state = models.CharField(_("state"), max_length=8, choices=MeasureState.choices)
    text = models.TextField(_("what was done"), max_length=2000)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("measure update")
        verbose_name_plural = _("measure updates")

    def __str__(self):
        return f"#{self.measure_id}, {self.at:%Y-%m-%d}"
