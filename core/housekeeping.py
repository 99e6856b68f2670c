"""The machinery's own periodic jobs."""

from datetime import timedelta

from core import outbox, tasks
from core.jobs import periodic

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@periodic("core.deliver-letters", MINUTE)
def deliver_letters(now):
    """Deliver what the worker did not: letters whose task was lost, retries, letters of a killed worker."""
    outbox.deliver_due(now)


@periodic("core.mend-tasks", MINUTE)
def mend_tasks(now):
    """Retry failed background tasks and revive those of killed workers."""
    tasks.revive_stuck(now)
    tasks.retry_failed(now)


@periodic("core.heartbeat", timedelta(minutes=5))
def heartbeat(now):
    """Let a worker show that it lives."""
    tasks.ask_for_heartbeat()


@periodic("core.forget-tasks", DAY)
def forget_tasks(now):
    """Delete old results of background tasks."""
    tasks.forget_finished(now)
