"""Legal clocks and their reminders."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.workdays import Unit


class ClockQuerySet(models.QuerySet):
    """The sentences one says about clocks."""

    def running(self):
        """Clocks that still tick."""
        return self.filter(met_at=None, replaced_at=None)


class Clock(models.Model):
    """One legal term of one case; the day of receipt is day zero.

    `length` counts `unit`s. `due_at` is the last moment of the term, `inner_due_on` the last working day inside it.
    """

    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="clocks")
    name = models.CharField(_("clock"), max_length=30, help_text=_("What it measures, for example answer."))
    rule = models.CharField(_("rule"), max_length=60)
    started_at = models.DateTimeField(_("started"))
    length = models.PositiveIntegerField(_("length"))
    unit = models.CharField(_("unit"), max_length=12, choices=Unit.choices)
    due_at = models.DateTimeField(_("due"))
    inner_due_on = models.DateField(_("inner target"), null=True, blank=True)
    met_at = models.DateTimeField(_("met"), null=True, blank=True)
    replaced_at = models.DateTimeField(_("replaced"), null=True, blank=True)
    calendar_version = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ClockQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("clock")
        verbose_name_plural = _("clocks")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "name"],
                condition=Q(met_at__isnull=True, replaced_at__isnull=True),
                name="casework_clock_one_running",
            ),
            models.CheckConstraint(condition=Q(unit__in=Unit.values), name="casework_clock_unit_known"),
        ]
        indexes = [models.Index(fields=["met_at", "replaced_at", "due_at"], name="casework_clock_due")]

    def __str__(self):
        return f"{self.rule} → {timezone.localtime(self.due_at):%Y-%m-%d}"

    @property
    def term(self):
        """The length in words: 5 working days, 48 hours."""
        words = {
            Unit.WORKING_DAY: ngettext("%(count)d working day", "%(count)d working days", self.length),
            Unit.CALENDAR_DAY: ngettext("%(count)d calendar day", "%(count)d calendar days", self.length),
            Unit.MONTH: ngettext("%(count)d month", "%(count)d months", self.length),
            Unit.HOUR: ngettext("%(count)d hour", "%(count)d hours", self.length),
        }
        return words[self.unit] % {"count": self.length}

    @property
    def is_running(self):
        """Whether it still ticks."""
        return self.met_at is None and self.replaced_at is None

    @property
    def was_late(self):
        """Whether it was met after its end."""
        return bool(self.met_at and self.met_at > self.due_at)


class Reminder(models.Model):
    """One reminder of one clock; unique, so a job that slept sends each once."""

    case = models.ForeignKey("casework.Case", models.CASCADE, related_name="reminders")
    clock = models.ForeignKey(Clock, models.CASCADE, related_name="reminders")
    kind = models.CharField(_("kind"), max_length=30)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [models.UniqueConstraint(fields=["case", "clock", "kind"], name="casework_reminder_once")]

    def __str__(self):
        return f"{self.kind} #{self.clock_id}"
