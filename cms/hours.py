"""Reception hours: is it open now, when does it open, how to say the week in one line. Pure functions."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby

from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

LOOK_AHEAD = 14


@dataclass(frozen=True, order=True)
class Interval:
    """Hours of one day of the week (0 = Monday), local time."""

    weekday: int
    opens: time
    closes: time

    def __str__(self):
        return f"{hour(self.opens)}–{hour(self.closes)}"


@dataclass(frozen=True)
class OpenState:
    """Open until `until`, or closed until `opens_at` (None: no hours are known for the next two weeks)."""

    is_open: bool
    until: time | None = None
    opens_at: datetime | None = None
    asked_at: datetime | None = None

    def __str__(self):
        if self.is_open:
            return _("open until %(time)s") % {"time": hour(self.until)}
        if self.opens_at is None:
            return pgettext("reception", "closed")
        days = (self.opens_at.date() - self.asked_at.date()).days
        names = {"time": hour(self.opens_at.time()), "day": str(WEEKDAYS[self.opens_at.weekday()]).lower()}
        if days == 0:
            return _("closed, opens at %(time)s") % names
        if days == 1:
            return _("closed, opens tomorrow at %(time)s") % names
        return _("closed, opens at %(time)s (%(day)s)") % names


def hour(moment):
    """8:00, not 08:00."""
    return f"{moment.hour}:{moment.minute:02}"


def open_state(moment, intervals, closed_on=lambda day: False):
    """Say whether it is open at `moment` (aware datetime).

    `intervals` are `Interval`s of the week; `closed_on(date)` tells days on which the centre does not work at all.
    """
    here = timezone.localtime(moment)
    for ahead in range(LOOK_AHEAD + 1):
        day = here.date() + timedelta(days=ahead)
        for interval in _of_day(day, intervals, closed_on):
            opens = timezone.make_aware(datetime.combine(day, interval.opens))
            closes = timezone.make_aware(datetime.combine(day, interval.closes))
            if opens <= here < closes:
                return OpenState(is_open=True, until=interval.closes, asked_at=here)
            if here < opens:
                return OpenState(is_open=False, opens_at=timezone.localtime(opens), asked_at=here)
    return OpenState(is_open=False, asked_at=here)


def _of_day(day, intervals, closed_on):
    hours = sorted(interval for interval in intervals if interval.weekday == day.weekday())
    return hours if hours and not closed_on(day) else []


def week_lines(intervals):
    """Say the week in lines such as (“Mon–Wed, Fri”, “8:00–17:00”): days with equal hours stand together."""
    by_day = {}
    for interval in sorted(intervals):
        by_day.setdefault(interval.weekday, []).append(interval)
    lines = {}
    for day, hours in by_day.items():
        lines.setdefault(", ".join(map(str, hours)), []).append(day)
    return [(_days(days), hours) for hours, days in lines.items()]


def _days(days):
    """“Mon–Wed, Fri” from [0, 1, 2, 4]."""
    runs = []
    for _key, run in groupby(enumerate(days), key=lambda pair: pair[1] - pair[0]):
        run = [day for _position, day in run]
        first, last = str(WEEKDAYS_ABBR[run[0]]), str(WEEKDAYS_ABBR[run[-1]])
        if len(run) == 1:
            runs.append(first)
        elif len(run) == 2:
            runs.append(f"{first}, {last}")
        else:
            runs.append(pgettext("range of weekdays", "%(first)s–%(last)s") % {"first": first, "last": last})
    text = ", ".join(runs)
    return text[:1].upper() + text[1:]
