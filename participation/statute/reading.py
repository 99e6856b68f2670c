"""Every number of the statute on one day: what is in force, by which act, since when, what is coming, what was before."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from participation.statute.models import StatuteParameter
from participation.statute.numbers import Declaration, declarations, group_label, profile_label
from participation.statute.words import in_words


@dataclass(frozen=True)
class Line:
    """One number for one profile. `row` is the row in force, or None while the default holds."""

    declaration: Declaration
    profile: str
    row: Any = None
    coming: list = field(default_factory=list)
    past: list = field(default_factory=list)

    @property
    def key(self):
        """The key of the declaration."""
        return self.declaration.key

    @property
    def label(self):
        """What the number sets."""
        return self.declaration.label

    @property
    def group_label(self):
        """The heading above the number."""
        return group_label(self.key)

    @property
    def profile_label(self):
        """For which profile only; empty for all."""
        return profile_label(self.profile)

    @property
    def default(self):
        """The default in words."""
        return in_words(*self.declaration.default_for(self.profile))

    @property
    def words(self):
        """The number in force in words."""
        return in_words(self.row.value, self.row.unit) if self.row else self.default

    @property
    def is_default(self):
        """Whether the community has no own number in force."""
        return self.row is None


def lines_of(declaration, rows, day):
    """The general line and one for each profile that has a default or rows of its own. `rows`: newest first."""
    by_profile = defaultdict(list)
    for row in rows:
        by_profile[row.profile].append(row)
    profiles = dict.fromkeys(["", *declaration.profiles, *sorted(by_profile)])
    lines = [_line(declaration, profile, by_profile[profile], day) for profile in profiles]
    general = lines[0].row
    return [
        replace(line, row=general) if line.is_default and line.profile not in ("", *declaration.profiles) else line
        for line in lines
    ]


def _line(declaration, profile, rows, day):
    for row in rows:
        row.words = in_words(row.value, row.unit)
    begun = [row for row in rows if row.has_begun(day)]
    coming = [row for row in reversed(rows) if not row.has_begun(day)]
    return Line(declaration, profile, begun[0] if begun else None, coming, begun[1:])


def public_numbers(day):
    """Lines of every declared number, in one query."""
    rows = defaultdict(list)
    for row in StatuteParameter.objects.order_by("key", "profile", "-valid_from", "-pk"):
        rows[row.key].append(row)
    return [line for known in declarations() for line in lines_of(known, rows[known.key], day)]


def grouped_numbers(day):
    """[(heading, lines)] of every declared number, in one query."""
    return [(label, list(lines)) for label, lines in groupby(public_numbers(day), key=lambda line: line.group_label)]


def number(declaration, day):
    """Lines of one declared number."""
    rows = StatuteParameter.objects.filter(key=declaration.key).order_by("profile", "-valid_from", "-pk")
    return lines_of(declaration, rows, day)
