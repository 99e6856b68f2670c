"""Verbs of the room besides those of the table."""

from .authors import answer_invitation, invite
from .supporting import goal_was_reached, own_support, support, supports_left, take_support_back

__all__ = [
    "answer_invitation",
    "goal_was_reached",
    "invite",
    "own_support",
    "support",
    "supports_left",
    "take_support_back",
]
