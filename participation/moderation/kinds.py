"""Kinds of contributions: rooms tell what they are called and what happens in the room when a state changes.

kinds.register(Kind("comment", _("Comment"), _("Comments"), on_change=recount))
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Kind:
    """`on_change(contribution)` runs inside the transaction; `is_own(contribution, user)` adds co-authors to the author."""

    key: str
    label: Any
    label_plural: Any
    on_change: Callable | None = None
    is_own: Callable | None = None


_kinds = {}


def register(kind):
    """Make a kind known. Raises ValueError when its key is taken by another."""
    if _kinds.setdefault(kind.key, kind) != kind:
        raise ValueError(f"the kind {kind.key!r} is registered twice")
    return kind


def all_kinds():
    """Every registered kind, in the order of registration."""
    return list(_kinds.values())


def kind_named(key):
    """The kind with this key. Raises KeyError."""
    return _kinds[key]


def label(key):
    """What one thing of the kind is called; the key itself when its room is gone."""
    return _kinds[key].label if key in _kinds else key


def label_plural(key):
    """What things of the kind are called; the key itself when its room is gone."""
    return _kinds[key].label_plural if key in _kinds else key


def changed(contribution):
    """Tell the room that the state of its contribution changed."""
    kind = _kinds.get(contribution.kind)
    if kind and kind.on_change:
        kind.on_change(contribution)


def counts_as_own(contribution, user):
    """Whether the room counts these words as the user's own beside the author's."""
    kind = _kinds.get(contribution.kind)
    return bool(kind and kind.is_own and kind.is_own(contribution, user))
