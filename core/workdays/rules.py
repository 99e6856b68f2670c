"""The registry of named terms. A number from a law stands once: in the room that the law concerns, with its article."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Unit(models.TextChoices):
    """In what a term is measured."""

    WORKING_DAY = "working_day", _("working days")
    CALENDAR_DAY = "calendar_day", _("calendar days")
    MONTH = "month", _("months")
    HOUR = "hour", _("hours")


class UnknownRule(KeyError):  # noqa: N818 - the name is part of the contract
    """No room registered a rule with this key."""

    def __str__(self):
        return f"no rule named {self.args[0]!r}"


@dataclass(frozen=True)
class Rule:
    """One term: `length` in `unit`, the article it comes from and, in a few words, what it is for."""

    key: str
    length: int
    unit: Unit
    law: str
    description: str

    def __post_init__(self):
        if self.length < 1:
            raise ValueError(f"{self.key}: a term lasts at least one {self.unit}")
        object.__setattr__(self, "unit", Unit(self.unit))


_rules = {}
_sources = {}


def register(*rules):
    """Make rules known by their keys. Raises ValueError when a key is already taken by another rule."""
    for new in rules:
        if _rules.setdefault(new.key, new) != new:
            raise ValueError(f"the rule {new.key!r} is registered twice with different contents")


def register_source(prefix):
    """Let the decorated `function(rest_of_key) -> Rule` answer for keys that begin with `prefix`: terms that are data."""

    def remember(function):
        _sources[prefix] = function
        return function

    return remember


def rule(key):
    """Return the rule with this key. Raises UnknownRule."""
    if key in _rules:
        return _rules[key]
    for prefix, source in _sources.items():
        if key.startswith(prefix):
            return source(key.removeprefix(prefix))
    raise UnknownRule(key)


def all_rules():
    """Return all rules, ordered by key."""
    return [_rules[key] for key in sorted(_rules)]
