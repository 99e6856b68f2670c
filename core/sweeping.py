"""Periodic jobs of uploads and limits."""

from datetime import timedelta

from core import limits
from core.jobs import periodic
from core.uploads import rescanning


@periodic("core.rescan-files", timedelta(minutes=10))
def rescan_files(now):
    """Ask the virus scanner about files that came in while it was down."""
    rescanning.rescan(now)


@periodic("core.forget-limits", timedelta(hours=6))
def forget_limits(now):
    """Delete counters that no limit needs any more: they say who was here when, if only in code."""
    limits.purge(now)
