"""What the hours of a place must obey. Pure: rows with `weekday`, `opens`, `closes`, `kind`, `service_id`; or days."""

from collections import defaultdict
from itertools import pairwise

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from cms.schedule import BREAK, hour


def problems_of_week(intervals):
    """Sentences about intervals of one day (of the place, or of one service) that overlap and breaks outside reception."""
    days = defaultdict(list)
    for row in intervals:
        days[(row.service_id, row.weekday)].append(row)
    found = []
    for (_service, weekday), rows in sorted(days.items(), key=lambda item: (item[0][1], item[0][0] or 0)):
        reception = sorted((row.opens, row.closes) for row in rows if row.kind != BREAK)
        breaks = sorted((row.opens, row.closes) for row in rows if row.kind == BREAK)
        found += _overlaps(reception, weekday) + _overlaps(breaks, weekday) + _outside(breaks, reception, weekday)
    return found


def _overlaps(spans, weekday):
    return [
        _("%(day)s: %(one)s and %(other)s overlap. Leave one of them or change the hours.")
        % {"day": WEEKDAYS[weekday], "one": _span(one), "other": _span(other)}
        for one, other in pairwise(spans)
        if other[0] < one[1]
    ]


def _outside(breaks, reception, weekday):
    return [
        _("%(day)s: the break %(span)s must lie inside the hours of reception.")
        % {"day": WEEKDAYS[weekday], "span": _span(pause)}
        for pause in breaks
        if not any(opens <= pause[0] and pause[1] <= closes for opens, closes in reception)
    ]


def _span(span):
    return f"{hour(span[0])}–{hour(span[1])}"


def problems_of_exceptions(exceptions):
    """Sentences about exceptions that claim the same day."""
    rows = sorted(exceptions, key=lambda row: (row.first_day, row.last_day))
    return [
        _("The exceptions “%(one)s” and “%(other)s” claim the same day, %(date)s.")
        % {"one": one.reason, "other": other.reason, "date": other.first_day.strftime("%d.%m.%Y")}
        for one, other in pairwise(rows)
        if other.first_day <= one.last_day
    ]
