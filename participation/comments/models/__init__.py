"""Tables of discussions."""

from .comment import Comment, Version
from .thread import Thread

__all__ = ["Comment", "Thread", "Version"]
