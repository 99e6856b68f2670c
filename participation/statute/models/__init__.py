"""Numbers that a community's own statute sets: dated data with their act, never code."""

from .parameter import StatuteParameter

__all__ = ["StatuteParameter"]
