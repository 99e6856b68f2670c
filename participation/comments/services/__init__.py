"""Verbs of discussions."""

from .commenting import comment, edit, withdraw
from .counting import contribution_changed, recount
from .threads import close_thread, open_thread, start_thread

__all__ = [
    "close_thread",
    "comment",
    "contribution_changed",
    "edit",
    "open_thread",
    "recount",
    "start_thread",
    "withdraw",
]
