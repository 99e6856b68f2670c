"""What the register does when time passes or the calendar changes."""

from datetime import timedelta

from django_tasks import task

from casework.people import erase_expired
from casework.services import recompute_clocks, send_due_reminders
from core.jobs import periodic
from core.workdays import calendar_changed


@task()
def move_clocks():
    """Move every running clock once, away from the request that changed the calendar; returns how many moved."""
    return recompute_clocks()


def on_calendar_change(**kwargs):
    """Let the worker move the clocks."""
    move_clocks.enqueue()


def register():
    """Register the periodic jobs and listen to the calendar."""
    periodic("casework.reminders", timedelta(minutes=10))(send_due_reminders)
    periodic("casework.clocks", timedelta(hours=6))(recompute_clocks)
    periodic("casework.retention", timedelta(days=1))(erase_expired)
    calendar_changed.connect(on_calendar_change, dispatch_uid="casework.clocks")
