"""How to say the hours of a week in few lines. Whether it is open now is told by `cms.schedule.state_at`."""

from itertools import groupby

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import pgettext

from cms.schedule import Interval, hour

__all__ = ["Interval", "hour", "week_lines"]


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
