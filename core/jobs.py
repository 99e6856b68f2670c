"""Periodic jobs: a table of what `tick` runs when it is due.

    @periodic("close-petitions", timedelta(minutes=5))
    def close_petitions(now): ...

A job that missed runs while nothing ticked runs once; two ticks never run the same turn, because a conditional UPDATE of
`next_run_at` claims it. Jobs must bear being run again: a run that was killed is repeated after an hour.
"""

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone

from core.models import DueJob

logger = logging.getLogger(__name__)
KILLED_AFTER = timedelta(hours=1)
ERROR_LENGTH = 2000


@dataclass(frozen=True)
class Job:
    """A registered job: `function(now)` runs once per `every`."""

    name: str
    every: timedelta
    function: object


_jobs = {}


def periodic(name, every):
    """Register the decorated `function(now)` to run once per `every`. Raises ValueError when the name is taken."""
    if every <= timedelta(0):
        raise ValueError(f"{name}: the interval must be positive")

    def register(function):
        known = _jobs.get(name)
        if known and known.function.__qualname__ != function.__qualname__:
            raise ValueError(f"the job {name!r} is registered twice")
        _jobs[name] = Job(name, every, function)
        return function

    return register


def all_jobs():
    """Return all registered jobs, ordered by name."""
    return [_jobs[name] for name in sorted(_jobs)]


def run_due(now=None, *, stopping=lambda: False):
    """Run every job that is due at `now`, one after the other; return the names of those that ran.

    An exception is recorded with its job and stops no other job. `stopping()` is asked before each job.
    """
    now = now or timezone.now()
    ran = []
    for row in due_rows(now):
        if stopping():
            break
        job = _jobs[row.name]
        if claim(job, row, now):
            run(job, row, now)
            ran.append(job.name)
    return ran


def due_rows(now):
    """Return the rows of the registered jobs that are due or whose last run was killed; make rows of new jobs."""
    known = set(DueJob.objects.values_list("name", flat=True))
    new = [DueJob(name=name, next_run_at=now) for name in _jobs if name not in known]
    DueJob.objects.bulk_create(new, ignore_conflicts=True)
    unfinished = Q(finished_at__isnull=True) | Q(finished_at__lt=F("started_at"))
    killed = unfinished & Q(started_at__lte=now - KILLED_AFTER)
    return list(DueJob.objects.filter(Q(next_run_at__lte=now) | killed, name__in=_jobs).order_by("next_run_at", "name"))


def claim(job, row, now):
    """Take this turn of the job; return whether nobody else took it. The next turn keeps the rhythm of the first one."""
    missed = max((now - row.next_run_at) // job.every, -1)
    next_run_at = row.next_run_at + (missed + 1) * job.every
    seen = DueJob.objects.filter(pk=row.pk, next_run_at=row.next_run_at, started_at=row.started_at)
    if row.started_at is None:
        seen = DueJob.objects.filter(pk=row.pk, next_run_at=row.next_run_at, started_at__isnull=True)
    return bool(seen.update(next_run_at=next_run_at, started_at=timezone.now()))


def run(job, row, now):
    """Run one claimed job and record how it ended."""
    error = ""
    try:
        job.function(now)
    except Exception as problem:
        logger.exception("The job %s failed", job.name)
        error = f"{type(problem).__name__}: {problem}".replace("\x00", "")[:ERROR_LENGTH]
    DueJob.objects.filter(pk=row.pk).update(finished_at=timezone.now(), last_error=error)
