"""The hours of a place as a table: seven days, and the days of the coming weeks that differ."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dates import WEEKDAYS

from cms.schedule import APPOINTMENT, BREAK, Hours, Interval

AHEAD = 60


@dataclass(frozen=True)
class WeekRow:
    """One day of the week; each part is a text such as “8:00–13:00, 14:00–17:00” or empty."""

    weekday: int
    name: str
    reception: str
    appointment: str
    breaks: str


@dataclass(frozen=True)
class Different:
    """Days that differ from the week: closed (no hours) or with other hours, and why."""

    first_day: date
    last_day: date
    hours: str
    reason: str


@dataclass(frozen=True)
class Week:
    """The seven rows of the table."""

    rows: tuple


def week_of(intervals):
    """The Week of `intervals`, or None when there are none."""
    if not intervals:
        return None
    rows = tuple(_row(day, [row for row in intervals if row.weekday == day]) for day in range(7))
    return Week(rows)


def _row(day, intervals):
    parts = {"reception": [], "appointment": [], "breaks": []}
    keys = {BREAK: "breaks", APPOINTMENT: "appointment"}
    for interval in sorted(intervals):
        parts[keys.get(interval.kind, "reception")].append(str(interval))
    return WeekRow(day, str(WEEKDAYS[day]), **{name: ", ".join(texts) for name, texts in parts.items()})


def differences(hours: Hours, marks, today, ahead=AHEAD):
    """What differs from the week in the next `ahead` days: exceptions, then days of the calendar that they do not cover."""
    last = today + timedelta(days=ahead)
    found = [_told(row) for row in hours.exceptions if row.last_day >= today and row.first_day <= last]
    if hours.follows_calendar:
        worked = {interval.weekday for interval in hours.week}
        found += [
            Different(day, day, "", mark.reason)
            for day, mark in marks.items()
            if mark.is_closed
            and today <= day <= last
            and day.weekday() in worked
            and not any(row.covers(day) for row in hours.exceptions)
        ]
    return sorted(found, key=lambda row: (row.first_day, row.last_day))


def _told(row):
    hours = "" if row.opens is None else str(Interval(0, row.opens, row.closes))
    return Different(row.first_day, row.last_day, hours, row.reason)
