"""Rows that the room takes from every procedure."""

from casework.common import common_transitions


def shared(*, without=(), **states):
    """The common rows but the public edition: a body and a meeting write theirs themselves, an application has none."""
    return tuple(row for row in common_transitions(**states) if row.event not in {"edit_public", *without})
