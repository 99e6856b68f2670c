"""What is open now, what happens when, what was decided lately: rooms tell, the hub and its calendar print.

A room registers functions in its `ready()`; each returns a short list in a constant number of queries and shows only what
anyone may read:

    openings.register_open(function)       function(now) -> [Opening]
    openings.register_dates(function)      function(since, until) -> [Happening], which began or go on in that time
    openings.register_decided(function)    function(now, limit) -> [Decided], newest first

`settlement` of any of them is a Settlement, several of them in a list, or None for the whole community.
A process shows its step of the scale by `{% include "components/engagement.html" with scale=scale only %}`, where `scale` is a
member of `Scale`.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Scale(models.TextChoices):
    """How far the authority shares the decision (scale of engagement, шкала залучення)."""

    INFORM = "inform", _("We inform")
    CONSULT = "consult", _("We consult")
    INVOLVE = "involve", _("We involve")
    COLLABORATE = "collaborate", _("We decide together")
    DECIDE = "decide", _("You decide")

    @property
    def step(self):
        """1 for informing … 5 for deciding."""
        return list(Scale).index(self) + 1

    @property
    def promise(self):
        """What the authority owes to those who take part."""
        return PROMISES[self]


PROMISES = {
    Scale.INFORM: _("We tell in time and plainly what we do and why. You know and may ask."),
    Scale.CONSULT: _(
        "We ask what you think, hear everybody and tell what was taken into account and why the rest was not."
    ),
    Scale.INVOLVE: _("We work with your proposals from the beginning and show how they changed the options."),
    Scale.COLLABORATE: _("We look for the decision at one table and write it together."),
    Scale.DECIDE: _("The last word is yours: we do what residents decided."),
}


def places_of(thing):
    """The settlements that an Opening, Happening or Decided concerns; an empty list means the whole community."""
    if thing.settlement is None:
        return []
    return list(thing.settlement) if isinstance(thing.settlement, list | tuple) else [thing.settlement]


class Placed:
    """What has a kind and a place; the base of the three things that rooms tell."""

    @property
    def places(self):
        """The settlements it concerns; empty for the whole community."""
        return places_of(self)

    @property
    def kind_label(self):
        """The name of the kind, or nothing for a kind that nobody registered."""
        known = _kinds.get(self.kind)
        return known.label if known else ""

    def concerns(self, *, kind="", settlement=None):
        """Whether somebody who asked for this kind and settlement wants it; what concerns everybody concerns each place."""
        if kind and kind != self.kind:
            return False
        keys = {place.pk for place in self.places}
        return settlement is None or not keys or settlement.pk in keys


@dataclass(frozen=True)
class Opening(Placed):
    """Something that a resident can do now. `asks` says what in a verb, `until` by when (None: no term).

    `since` is when it opened, for the feed of openings.
    """

    kind: str
    title: str
    url: str
    asks: Any
    until: datetime | None = None
    scale: str = Scale.CONSULT
    settlement: Any = None
    since: datetime | None = None

    @property
    def engagement(self):
        """The step of the scale as a member of `Scale`."""
        return Scale(self.scale)


@dataclass(frozen=True)
class Happening(Placed):
    """A dated event of the calendar. `key` never changes for one event, so that a calendar program replaces its old copy.

    `changes` counts the changes of the date, the place or the title; `all_day` leaves the hours out (a term, a report).
    """

    kind: str
    key: str
    title: str
    url: str
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    settlement: Any = None
    is_cancelled: bool = False
    changes: int = 0
    all_day: bool = False
    changed_at: datetime | None = None

    @property
    def is_all_day(self):
        """Whether hours say nothing: asked for, or from midnight without an end or until a midnight."""
        is_whole = _is_midnight(self.starts_at) and (self.ends_at is None or _is_midnight(self.ends_at))
        return self.all_day or is_whole

    @property
    def day_after(self):
        """The day after the last one of a whole-day event, as calendars want it; None for a single day."""
        if self.ends_at is None:
            return None
        last = timezone.localdate(self.ends_at)
        return last if _is_midnight(self.ends_at) else last + timedelta(days=1)


def _is_midnight(moment):
    local = timezone.localtime(moment)
    return (local.hour, local.minute) == (0, 0)


@dataclass(frozen=True)
class Decided(Placed):
    """A decision that concerns what people said."""

    kind: str
    title: str
    url: str
    on: date
    outcome: Any = ""
    tone: str = "info"
    settlement: Any = None


@dataclass(frozen=True)
class Kind:
    """A kind of participation as the calendar filters by it: `key` stands in addresses."""

    key: str
    label: Any


_kinds, _open, _dates, _decided = {}, [], [], []


def register_kind(key, label):
    """Make a kind known by its key, for filters and feeds."""
    _kinds[key] = Kind(key, label)


def kinds():
    """Every registered kind, in the order of registration."""
    return list(_kinds.values())


def _once(functions, function):
    if function not in functions:
        functions.append(function)
    return function


def register_open(function):
    """Register `function(now) -> [Opening]`."""
    return _once(_open, function)


def register_dates(function):
    """Register `function(since, until) -> [Happening]`."""
    return _once(_dates, function)


def register_decided(function):
    """Register `function(now, limit) -> [Decided]`."""
    return _once(_decided, function)


def open_now(now):
    """Everything open, what ends first before the rest; things without a term stand last."""
    found = [opening for function in _open for opening in function(now)]
    return sorted(found, key=lambda row: (row.until is None, row.until or now, str(row.title), row.url))


def between(since, until):
    """Everything that happens from `since` up to `until`, in order."""
    found = [happening for function in _dates for happening in function(since, until)]
    return sorted(found, key=lambda row: (row.starts_at, str(row.title), row.key))


def decided(now, limit):
    """The latest `limit` decisions of all rooms, newest first."""
    found = [decision for function in _decided for decision in function(now, limit)]
    return sorted(found, key=lambda row: (row.on, str(row.title), row.url), reverse=True)[:limit]
