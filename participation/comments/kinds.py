"""Kinds of discussions: the room that starts a thread tells who may read it and who may write in it.

    kinds.register(ThreadKind("idea", may_read=lambda thread, user: …, why_closed=lambda thread, user: ""))

A kind that nobody registered is open to everyone while the thread is open.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class ThreadKind:
    """`may_read(thread, user)` -> bool; `why_closed(thread, user)` -> why this person cannot write, or nothing."""

    key: str
    may_read: Callable | None = None
    why_closed: Callable | None = None


_kinds = {}


def register(kind):
    """Make a kind known. Raises ValueError when its key is taken by another."""
    if _kinds.setdefault(kind.key, kind) != kind:
        raise ValueError(f"the kind of discussion {kind.key!r} is registered twice")
    return kind


def may_read(thread, user):
    """Whether `user` may read the thread: what stands on a page that is not public is not public either."""
    kind = _kinds.get(thread.kind)
    return not (kind and kind.may_read) or kind.may_read(thread, user)


def why_closed(thread, user):
    """Why the room lets `user` not write here; empty when it does."""
    kind = _kinds.get(thread.kind)
    return kind.why_closed(thread, user) if kind and kind.why_closed else ""
