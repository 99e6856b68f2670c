"""Asking for a number of the statute.

    NOTICE = declare("hearing-notice", 10, Measure.CALENDAR_DAY, _("Notice of a hearing"), law="PROCEDURES C4",
                     profiles={"draft-act": (10, Measure.WORKING_DAY)})
    value(NOTICE, profile=hearing.profile, on=day)      -> Number(value=10, unit="calendar_day", act=…)
    clock_rule(NOTICE, profile=hearing.profile, on=day) -> the key of a rule for StartClock / core.workdays.rule()

A declared number has a default, used until the community enters its own row. A clock keeps the row it was started by.
`name_profiles({"draft-act": _("Draft acts"), …})` gives profiles the names that people read; `name_group("hearing", …)` gives
a heading to the numbers whose keys begin with "hearing-".
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from core.workdays import Rule, Unit, UnknownRule, register, register_source
from participation.statute.models import StatuteParameter

PREFIX = "statute:"


@dataclass(frozen=True)
class Declaration:
    """A number that the statute may set. `profiles` holds other defaults: {profile: (value, unit)}."""

    key: str
    default: int
    unit: str
    label: Any
    law: str = ""
    profiles: dict = field(default_factory=dict)

    def default_for(self, profile):
        """The value and unit that hold without a row."""
        return self.profiles.get(profile, (self.default, self.unit))


@dataclass(frozen=True)
class Number:
    """A number in force. `row` is None for a default."""

    value: int
    unit: str
    act: str
    row: Any = None


_declared, _profile_names, _group_names = {}, {}, {}


def declare(key, default, unit, label, *, law="", profiles=None):
    """Declare a number of the statute and return its key; its default terms become rules of `core.workdays`."""
    declaration = _declared.setdefault(key, Declaration(key, default, unit, label, law, profiles or {}))
    for profile in ("", *declaration.profiles):
        length, measure = declaration.default_for(profile)
        if measure in Unit.values and length:
            register(Rule(_default_key(key, profile), length, measure, law, label))
    return key


def name_profiles(names):
    """Give profiles the names that people read: {key: label}."""
    _profile_names.update(names)


def profile_label(profile):
    """The name of a profile; a profile that nobody named is called by its key, the general one by nothing."""
    return _profile_names.get(profile, profile)


def name_group(prefix, label):
    """Give a heading to the numbers whose keys begin with `prefix` and a hyphen; lists keep the order of naming."""
    _group_names[prefix] = label


def group_label(key):
    """The heading above the number `key`; nothing for a group that nobody named."""
    return _group_names.get(key.partition("-")[0], "")


def declarations():
    """Every declared number: groups in the order of naming, then the rest; within a group in the order of declaration."""
    order = {prefix: place for place, prefix in enumerate(_group_names)}
    return sorted(_declared.values(), key=lambda known: order.get(known.key.partition("-")[0], len(order)))


def declaration(key):
    """The declaration with this key. Raises KeyError."""
    return _declared[key]


def _default_key(key, profile):
    return f"{key}/{profile}" if profile and profile in _declared[key].profiles else key


def value(key, *, profile="", on=None):
    """Return the `Number` that holds on the local day `on` (today): the profile's own row before the general one."""
    day = on or timezone.localdate()
    rows = StatuteParameter.objects.filter(key=key, profile__in={"", profile}, valid_from__lte=day)
    row = rows.order_by("-profile", "-valid_from").first()
    if row and (row.profile == profile or profile not in _declared[key].profiles):
        return Number(row.value, row.unit, row.act, row)
    length, unit = _declared[key].default_for(profile)
    return Number(length, unit, _declared[key].law)


def clock_rule(key, *, profile="", on=None):
    """Return the key of the rule by which a clock runs; a row gives "statute:<its key>", a default the declared rule."""
    number = value(key, profile=profile, on=on)
    return f"{PREFIX}{number.row.pk}" if number.row else _default_key(key, profile)


@register_source(PREFIX)
def rule_of_row(rest):
    """The rule behind "statute:<pk>". Raises UnknownRule when there is no such row."""
    row = StatuteParameter.objects.filter(pk=int(rest)).first() if rest.isdecimal() else None
    if row is None or row.unit not in Unit.values:
        raise UnknownRule(PREFIX + rest)
    known = _declared.get(row.key)
    return Rule(f"{PREFIX}{row.pk}", row.value, row.unit, row.act, known.label if known else row.key)
