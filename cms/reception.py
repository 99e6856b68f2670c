"""When citizens are received next. Pure functions over rules, single dates and the calendar of working days."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language, pgettext

HORIZON = 200  # days looked ahead: a monthly rule gives six dates
LOOK_BACK = 14  # a reception moved off a row of days off may still lie ahead
SHOWN = 3
EVERY, LAST = 0, 5
FEMININE = {2, 4, 5, 6}  # days whose Ukrainian names are feminine, so that the ordinal agrees
MASCULINE_NAMES = {
    EVERY: lambda: pgettext("masculine day", "every %(day)s"),
    1: lambda: pgettext("masculine day", "the first %(day)s of the month"),
    2: lambda: pgettext("masculine day", "the second %(day)s of the month"),
    3: lambda: pgettext("masculine day", "the third %(day)s of the month"),
    4: lambda: pgettext("masculine day", "the fourth %(day)s of the month"),
    LAST: lambda: pgettext("masculine day", "the last %(day)s of the month"),
}
FEMININE_NAMES = {
    EVERY: lambda: pgettext("feminine day", "every %(day)s"),
    1: lambda: pgettext("feminine day", "the first %(day)s of the month"),
    2: lambda: pgettext("feminine day", "the second %(day)s of the month"),
    3: lambda: pgettext("feminine day", "the third %(day)s of the month"),
    4: lambda: pgettext("feminine day", "the fourth %(day)s of the month"),
    LAST: lambda: pgettext("feminine day", "the last %(day)s of the month"),
}


@dataclass(frozen=True, order=True)
class ReceptionDay:
    """One reception ahead; `moved_from` is the day off it was moved from, or None."""

    date: date
    starts: time
    ends: time
    place: str = ""
    note: str = ""
    moved_from: date | None = None


def matches(rule, day):
    """Whether `day` is the rule's day: “the first Tuesday”."""
    if day.weekday() != rule.weekday:
        return False
    if rule.which == EVERY:
        return True
    if rule.which == LAST:
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == rule.which


def next_days(rules, dates, moment, calendar, *, most=SHOWN):
    """The next receptions after `moment` (local aware datetime), at most `most`, in order.

    `rules` are Reception rows, `dates` ReceptionDate rows; `calendar` is core.workdays.Calendar. A cancelled date takes out
    what the rules give for it, whether it was meant for that day or moved to it.
    """
    today = moment.date()
    cancelled = {row.date for row in dates if row.is_cancelled}
    found = {
        ReceptionDay(row.date, row.starts, row.ends, row.place, row.note)
        for row in dates
        if not row.is_cancelled and row.starts and row.ends
    }
    for ahead in range(-LOOK_BACK, HORIZON):
        day = today + timedelta(days=ahead)
        for rule in rules:
            if matches(rule, day) and day not in cancelled:
                found.add(_held(rule, day, calendar))
    ahead = [
        row for row in found if row and row.date not in cancelled and (row.date, row.ends) > (today, moment.time())
    ]
    return sorted(ahead, key=lambda row: (row.date, row.starts, row.ends, row.place))[:most]


def _held(rule, day, calendar):
    """The reception that the rule gives for `day`: on it, moved, or None."""
    actual = day
    if not calendar.is_working(day):
        if rule.on_day_off != "move":
            return None
        while not calendar.is_working(actual):
            actual += timedelta(days=1)
    return ReceptionDay(actual, rule.starts, rule.ends, rule.place, "", day if actual != day else None)


def in_words(rule):
    """The rule in words: “The first Tuesday of the month”."""
    names = FEMININE_NAMES if rule.weekday in FEMININE else MASCULINE_NAMES
    day = str(WEEKDAYS[rule.weekday])
    text = names[rule.which]() % {"day": day if (get_language() or "uk").startswith("en") else day.lower()}
    return text[:1].upper() + text[1:]
