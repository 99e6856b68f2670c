"""Facts about days that decide when a legal term ends."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class DayKind(models.TextChoices):
    """What a special day is: вихідний, робоча субота чи неділя, місцеве зачинення."""

    DAY_OFF = "day_off", _("Day off")
    WORKING_WEEKEND = "working_weekend", _("Working weekend day")
    LOCAL_CLOSURE = "local_closure", _("Local closure")


class CalendarDay(models.Model):
    """A day whose character differs from the rule, with the act that made it so."""

    date = models.DateField(_("date"), unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=DayKind.choices)
    name = models.CharField(_("name"), max_length=200, blank=True)
    act = models.CharField(_("act"), max_length=300, help_text=_("Title, number and date of the act, or its address."))

    class Meta:
        ordering = ["date"]
        verbose_name = _("special day")
        verbose_name_plural = _("special days")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=DayKind.values), name="core_calendarday_kind_known"),
        ]

    def __str__(self):
        return f"{self.date:%d.%m.%Y}: {self.get_kind_display()}"


class MartialLawPeriod(models.Model):
    """A period of martial law (воєнний стан), in which public holidays are working days (Law 2136-IX, Art. 6 p. 6)."""

    first_day = models.DateField(_("first day"), unique=True)
    last_day = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty while it lasts."))
    act = models.CharField(_("act"), max_length=300)

    class Meta:
        ordering = ["first_day"]
        verbose_name = _("period of martial law")
        verbose_name_plural = _("periods of martial law")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
                name="core_martiallaw_days_in_order",
                violation_error_message=_("The last day is before the first one."),
            ),
        ]

    def __str__(self):
        return f"{self.first_day:%d.%m.%Y} – " + (f"{self.last_day:%d.%m.%Y}" if self.last_day else "…")
