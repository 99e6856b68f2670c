"""Counting a term: the due moment, and each day on the way to it."""

import calendar as months
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .rules import Unit

END_OF_DAY = time(23, 59, 59)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class CountedDay:
    """One day of a count: its number, or None when it is not counted, and the reason in the reader's language."""

    date: date
    number: int | None
    reason: str


@dataclass(frozen=True)
class Due:
    """The end of a term (local time), the last working day not after it, and how it was counted."""

    due_at: datetime
    inner_due_on: date
    days: tuple[CountedDay, ...]


def compute(rule, start, calendar):
    """Return the Due of `rule` for something received at `start`.

    Raises ValueError when `start` has no time zone and OverflowError when the term ends after the year 9999.
    """
    received = timezone.localtime(start, timezone.get_default_timezone())
    count = _COUNTS[rule.unit]
    due_at, days = count(rule.length, received, calendar)
    return Due(due_at=due_at, inner_due_on=_last_working_day(due_at.date(), calendar), days=tuple(days))


def working_days_after(day, number, calendar):
    """Return the date that is `number` working days after `day` (a date or an aware datetime)."""
    return _step(day, number, calendar, ONE_DAY)


def working_days_before(day, number, calendar):
    """Return the date that is `number` working days before `day` (a date or an aware datetime)."""
    return _step(day, number, calendar, -ONE_DAY)


def _step(day, number, calendar, direction):
    day = _local_date(day)
    while number > 0:
        day += direction
        number -= calendar.is_working(day)
    return day


def _local_date(day):
    if isinstance(day, datetime):
        return timezone.localtime(day, timezone.get_default_timezone()).date()
    return day


def _last_working_day(day, calendar):
    while not calendar.is_working(day):
        day -= ONE_DAY
    return day


def _end_of(day):
    return datetime.combine(day, END_OF_DAY, tzinfo=timezone.get_default_timezone())


def _day_zero(received):
    return CountedDay(received.date(), None, _("Day of receipt: counting starts on the next day"))


def _count_working_days(length, received, calendar):
    days, day, number = [_day_zero(received)], received.date(), 0
    while number < length:
        day += ONE_DAY
        working = calendar.is_working(day)
        number += working
        days.append(CountedDay(day, number if working else None, calendar.why(day)))
    return _end_of(day), days


def _count_calendar_days(length, received, calendar):
    first = received.date()
    reason = _("Calendar day: weekends and holidays count too")
    days = [CountedDay(first + timedelta(days=number), number, reason) for number in range(1, length + 1)]
    return _end_of(days[-1].date), [_day_zero(received), *days]


def _count_months(length, received, calendar):
    days = [_day_zero(received)]
    for number in range(1, length + 1):
        day = add_months(received.date(), number)
        if day.day == received.day:
            reason = _("The same day of the month")
        else:
            reason = _("The month has no such day: its last day")
        days.append(CountedDay(day, number, reason))
    return _end_of(days[-1].date), days


def _count_hours(length, received, calendar):
    due_at = (received.astimezone(UTC) + timedelta(hours=length)).astimezone(received.tzinfo)
    reason = _("Every hour counts, at night, on weekends and holidays too")
    days, day = [], received.date()
    while day < due_at.date():
        days.append(CountedDay(day, None, reason))
        day += ONE_DAY
    words = {"hours": length, "time": format_date(due_at, "H:i")}
    last = ngettext("%(hours)s hour ends at %(time)s", "%(hours)s hours end at %(time)s", length) % words
    return due_at, [*days, CountedDay(day, length, last)]


def add_months(day, number):
    """Return the same day `number` months later, or the last day of that month when it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    if year > date.max.year:
        raise OverflowError("date value out of range")
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


_COUNTS = {
    Unit.WORKING_DAY: _count_working_days,
    Unit.CALENDAR_DAY: _count_calendar_days,
    Unit.MONTH: _count_months,
    Unit.HOUR: _count_hours,
}
