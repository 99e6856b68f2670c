"""What django-tasks lacks: another try for tasks that failed, a second life for tasks whose worker was killed, an end."""

import logging
from datetime import timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

RETRY_AFTER = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
MAX_ATTEMPTS = len(RETRY_AFTER) + 1
STUCK_AFTER = timedelta(minutes=30)
LOOK_BACK = timedelta(days=2)
KEEP_FINISHED = timedelta(days=14)
AT_ONCE = 500


@task()
def heartbeat():
    """Do nothing: that it was done shows that a worker lives."""


def ask_for_heartbeat():
    """Put a heartbeat into the queue unless one waits already: an idle queue then tells a dead worker from a bored one."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=heartbeat.module_path)
    if not waiting.exists():
        heartbeat.enqueue()


def retry_failed(now=None):
    """Make failed tasks ready again after a wait that grows, until their attempts are used up; return how many."""
    now = now or timezone.now()
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, finished_at__gte=now - LOOK_BACK)
    retried = 0
    for pk, worker_ids, finished_at in failed.values_list("pk", "worker_ids", "finished_at")[:AT_ONCE]:
        if len(worker_ids) < MAX_ATTEMPTS:
            run_after = finished_at + RETRY_AFTER[max(len(worker_ids), 1) - 1]
            retried += failed.filter(pk=pk).update(status=TaskResultStatus.READY, run_after=run_after, finished_at=None)
    return retried


def revive_stuck(now=None, older_than=STUCK_AFTER):
    """Make tasks ready again whose worker died `older_than` ago; give up those that killed too many; return how many live."""
    now = now or timezone.now()
    stuck = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lte=now - older_than)
    revived = 0
    for pk, worker_ids in stuck.values_list("pk", "worker_ids")[:AT_ONCE]:
        if len(worker_ids) < MAX_ATTEMPTS:
            revived += stuck.filter(pk=pk).update(status=TaskResultStatus.READY, run_after=now)
        else:
            words = "The worker died each time it ran this task."
            stuck.filter(pk=pk).update(status=TaskResultStatus.FAILED, finished_at=now, traceback=words)
    return revived


def forget_finished(now=None):
    """Delete results of tasks that ended long ago; heartbeats after a day; return how many."""
    now = now or timezone.now()
    finished = DBTaskResult.objects.finished()
    old = finished.filter(finished_at__lt=now - KEEP_FINISHED).delete()[0]
    beats = finished.filter(task_path=heartbeat.module_path, finished_at__lt=now - timedelta(days=1))
    return old + beats.delete()[0]
