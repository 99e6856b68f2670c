"""Verbs of moderation."""

from .appealing import appeal, decide_appeal
from .deciding import decide, decide_many, undo, undo_batch
from .digest import send_digest
from .opening import open_contribution, retext, withdraw
from .reporting import report

__all__ = [
    "appeal",
    "decide",
    "decide_appeal",
    "decide_many",
    "open_contribution",
    "report",
    "retext",
    "send_digest",
    "undo",
    "undo_batch",
    "withdraw",
]
