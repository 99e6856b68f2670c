"""What a summary of feedback works over: rooms register their kinds of contributions, feedback reads them.

A room calls these in its `ready()`:

    sources.register(Source("idea", _("Ideas"), procedures=("idea",)))       contributions that are cases, with their texts
    sources.register(Source("appeal", _("Appeals"), totals=function))        function(since, until) -> [Total], never a text
    sources.register_satisfaction(function)                                  function(since, until) -> Satisfaction or None

`since` and `until` are days, both inside the period. A function asks the database a constant number of questions.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Source:
    """A kind of contribution. `procedures`: cases of these are chosen and quoted; `totals`: only counted."""

    key: str
    label: Any
    procedures: tuple[str, ...] = ()
    totals: Callable | None = None


@dataclass(frozen=True)
class Total:
    """So many contributions of one sort within a period; `key` names the sort within its source and never changes."""

    key: str
    label: str
    number: int


@dataclass(frozen=True)
class Satisfaction:
    """Of how many people who were asked, how many were satisfied."""

    asked: int
    satisfied: int


_sources, _satisfaction = {}, []


def register(source):
    """Make a kind of contribution known. Raises ValueError when the key is taken by another one."""
    if _sources.setdefault(source.key, source) != source:
        raise ValueError(f"{source.key!r} is registered already.")


def register_satisfaction(function):
    """Register `function(since, until) -> Satisfaction or None`: the result of asking people."""
    if function not in _satisfaction:
        _satisfaction.append(function)
    return function


def all_sources():
    """Every registered kind, in the order of registration."""
    return list(_sources.values())


def procedures():
    """The procedures whose cases are contributions."""
    return tuple(key for source in _sources.values() for key in source.procedures)


def totals(since, until):
    """Pairs (source, Total) of everything that is only counted within the period; what is empty is left out."""
    counted = (source for source in _sources.values() if source.totals)
    return [(source, total) for source in counted for total in source.totals(since, until) if total.number > 0]


def satisfaction(since, until):
    """What all who asked people heard within the period, added up; None when nobody was asked."""
    heard = [found for function in _satisfaction if (found := function(since, until))]
    asked = sum(found.asked for found in heard)
    return Satisfaction(asked, sum(found.satisfied for found in heard)) if asked else None
