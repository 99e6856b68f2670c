"""The calendar of one community: which days are working days, and why."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.models import CalendarDay, DayKind, MartialLawPeriod

from .holidays import TABLE_VERSION, moved_days_off, public_holidays

WEEKEND_NAMES = {5: gettext_lazy("Saturday"), 6: gettext_lazy("Sunday")}
ALWAYS, NEVER = ((date.min, date.max),), ()


@dataclass(frozen=True)
class SpecialDay:
    """What the calendar keeps of a CalendarDay."""

    kind: str
    name: str
    act: str


class Calendar:
    """Answers for any date whether people work on it. Built once from facts; never asks the database again."""

    def __init__(self, days=None, martial_law=NEVER):
        """Take `days` ({date: SpecialDay}) and `martial_law` (pairs of first and last day; None = has not ended)."""
        self._days = dict(days or {})
        self._martial_law = tuple((first, last or date.max) for first, last in martial_law)
        self._years = {}
        self.version = self._digest()

    @classmethod
    def load(cls, martial_law=None):
        """Read the calendar. `martial_law`: None = the recorded periods, True = as if always, False = as if never."""
        days = {
            day.date: SpecialDay(kind=day.kind, name=day.name, act=day.act)
            for day in CalendarDay.objects.order_by("date")
        }
        if martial_law is None:
            periods = MartialLawPeriod.objects.order_by("first_day").values_list("first_day", "last_day")
        else:
            periods = ALWAYS if martial_law else NEVER
        return cls(days, periods)

    def is_working(self, day):
        """Tell whether `day` is a working day."""
        special = self._days.get(day)
        if special:
            return special.kind == DayKind.WORKING_WEEKEND
        if day.weekday() >= 5:
            return False
        holidays, moved = self._year(day.year)
        return day not in holidays and day not in moved

    def is_day_off(self, day):
        """Tell whether `day` is off for a reason other than the weekend: holiday, moved day off, local closure."""
        special = self._days.get(day)
        if special:
            return special.kind != DayKind.WORKING_WEEKEND
        holidays, moved = self._year(day.year)
        return day in holidays or day in moved

    def why(self, day):
        """Say in the reader's language why `day` is or is not a working day."""
        special = self._days.get(day)
        if special:
            return _why_special(special)
        holidays, moved = self._year(day.year)
        if day in holidays:
            return _("Public holiday: %(name)s") % {"name": holidays[day]}
        if day in moved:
            holiday = moved[day]
            names = {"name": holidays[holiday], "date": format_date(holiday, "d.m.Y")}
            return _("Day off moved from the weekend: %(name)s was on %(date)s") % names
        if day.weekday() >= 5:
            return _("Weekend: %(day)s") % {"day": WEEKEND_NAMES[day.weekday()]}
        name = self._would_be_holiday(day)
        if name:
            return _("Working day: under martial law the holiday “%(name)s” is an ordinary day") % {"name": name}
        return _("Working day")

    def under_martial_law(self, day):
        """Tell whether `day` lies in a period of martial law, when holidays do not apply (Law 2136-IX, Art. 6 p. 6)."""
        return any(first <= day <= last for first, last in self._martial_law)

    def _would_be_holiday(self, day):
        return public_holidays(day.year).get(day) if self.under_martial_law(day) else None

    def _year(self, year):
        """Return the holidays and the moved days off of one year that martial law leaves in force."""
        if year not in self._years:
            holidays = {d: name for d, name in public_holidays(year).items() if not self.under_martial_law(d)}
            moved = {d: source for d, source in moved_days_off(holidays).items() if not self.under_martial_law(d)}
            self._years[year] = holidays, moved
        return self._years[year]

    def _digest(self):
        facts = [TABLE_VERSION]
        facts += [f"{day}={special.kind}/{special.name}/{special.act}" for day, special in sorted(self._days.items())]
        facts += [f"{first}..{last}" for first, last in sorted(self._martial_law)]
        return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:12]


def _why_special(special):
    words = {"name": special.name or special.act, "act": special.act}
    if special.kind == DayKind.WORKING_WEEKEND:
        return _("Working day moved to a weekend: %(act)s") % words
    if special.kind == DayKind.LOCAL_CLOSURE:
        return _("Closed in this community: %(name)s") % words
    return _("Day off: %(name)s") % words
