"""What is open now, what happens when, what was decided lately: rooms tell, the hub and its calendar print.

A room registers functions in its `ready()`; each returns a short list in a constant number of queries and shows only what
anyone may read:

    openings.register_open(function)       function(now) -> [Opening]
    openings.register_dates(function)      function(since, until) -> [Happening]
    openings.register_decided(function)    function(now, limit) -> [Decided], newest first
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scale(models.TextChoices):
    """How far the authority shares the decision (scale of engagement, шкала залучення)."""

    INFORM = "inform", _("We inform")
    CONSULT = "consult", _("We consult")
    INVOLVE = "involve", _("We involve")
    COLLABORATE = "collaborate", _("We decide together")
    DECIDE = "decide", _("You decide")


@dataclass(frozen=True)
class Opening:
    """Something that a resident can do now. `asks` says what in a verb, `until` by when (None: no term)."""

    kind: str
    title: str
    url: str
    asks: Any
    until: datetime | None = None
    scale: str = Scale.CONSULT
    settlement: Any = None


@dataclass(frozen=True)
class Happening:
    """A dated event of the calendar. `key` never changes for one event, so that a calendar program replaces its old copy."""

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


@dataclass(frozen=True)
class Decided:
    """A decision that concerns what people said."""

    kind: str
    title: str
    url: str
    on: date
    outcome: Any = ""
    tone: str = "info"


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
    return sorted(found, key=lambda opening: (opening.until is None, opening.until or now, opening.title))


def between(since, until):
    """Everything that happens from `since` up to `until`, in order."""
    found = [happening for function in _dates for happening in function(since, until)]
    return sorted(found, key=lambda happening: (happening.starts_at, happening.title))


def decided(now, limit):
    """The latest `limit` decisions of all rooms, newest first."""
    found = [decision for function in _decided for decision in function(now, limit)]
    return sorted(found, key=lambda decision: (decision.on, decision.title), reverse=True)[:limit]
