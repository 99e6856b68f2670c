"""Background tasks: tried again with growing waits, revived after a killed worker, forgotten in the end."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult, get_date_max

from core import tasks

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Kyiv"))
pytestmark = pytest.mark.django_db


@task()
def stumble():
    """Fail."""
    raise RuntimeError("stumbled")


@pytest.fixture
def queue(settings):
    """Keep tasks in the database until a worker comes."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": settings.QUEUES}}


def make(status, attempts=1, **more):
    values = {
        "args_kwargs": {"args": [], "kwargs": {}},
        "task_path": "core.tasks.heartbeat",
        "backend_name": "default",
        "run_after": get_date_max(),
        "worker_ids": ["w"] * attempts,
    }
    return DBTaskResult.objects.create(status=status, **{**values, **more})


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 5), (3, 15), (4, 60)])
def test_a_failed_task_is_tried_again_after_a_wait(attempts, minutes):
    failed = make(TaskResultStatus.FAILED, attempts, finished_at=NOW)
    assert tasks.retry_failed(NOW) == 1
    failed.refresh_from_db()
    assert (failed.status, failed.run_after - NOW) == (TaskResultStatus.READY, timedelta(minutes=minutes))


def test_a_task_that_fails_always_is_left_failed():
    make(TaskResultStatus.FAILED, tasks.MAX_ATTEMPTS, finished_at=NOW)
    make(TaskResultStatus.FAILED, 1, finished_at=NOW - timedelta(days=3))
    assert tasks.retry_failed(NOW) == 0


def test_a_task_whose_worker_died_lives_again():
    stuck = make(TaskResultStatus.RUNNING, 1, started_at=NOW - timedelta(minutes=31))
    make(TaskResultStatus.RUNNING, 1, started_at=NOW - timedelta(minutes=5))
    deadly = make(TaskResultStatus.RUNNING, tasks.MAX_ATTEMPTS, started_at=NOW - timedelta(minutes=31))
    assert tasks.revive_stuck(NOW) == 1
    stuck.refresh_from_db()
    deadly.refresh_from_db()
    assert (stuck.status, deadly.status) == (TaskResultStatus.READY, TaskResultStatus.FAILED)


def test_old_results_are_forgotten():
    make(TaskResultStatus.SUCCESSFUL, finished_at=NOW - timedelta(days=15), task_path="other.task")
    make(TaskResultStatus.SUCCESSFUL, finished_at=NOW - timedelta(days=13), task_path="other.task")
    make(TaskResultStatus.SUCCESSFUL, finished_at=NOW - timedelta(days=2))
    make(TaskResultStatus.READY)
    assert tasks.forget_finished(NOW) == 2


@pytest.mark.usefixtures("queue")
def test_one_heartbeat_waits_at_a_time():
    tasks.ask_for_heartbeat()
    tasks.ask_for_heartbeat()
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("queue")
def test_a_real_worker_runs_fails_and_runs_again():
    stumble.enqueue()
    tasks.heartbeat.enqueue()
    work()
    failed = DBTaskResult.objects.get(task_path=stumble.module_path)
    assert failed.status == TaskResultStatus.FAILED
    assert DBTaskResult.objects.get(task_path=tasks.heartbeat.module_path).status == TaskResultStatus.SUCCESSFUL
    assert tasks.retry_failed(failed.finished_at) == 1
    DBTaskResult.objects.update(run_after=failed.finished_at)
    work()
    failed.refresh_from_db()
    assert (failed.status, len(failed.worker_ids)) == (TaskResultStatus.FAILED, 2)


def work():
    call_command("db_worker", queue_name="*", batch=True, startup_delay=False, interval=0, reload=False, verbosity=0)
