"""Periodic jobs: due once per turn, whatever was missed; one that fails stops no other."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import connection

from core import jobs
from core.jobs import periodic, run_due
from core.models import DueJob

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Kyiv"))
HOUR = timedelta(hours=1)


@pytest.fixture
def only(monkeypatch):
    """Leave only the jobs of the test registered."""
    monkeypatch.setattr(jobs, "_jobs", {})


@pytest.fixture
def turns(only):
    """Register an hourly job and give the list of its turns."""
    taken = []
    periodic("test.hourly", HOUR)(taken.append)
    return taken


@pytest.mark.django_db
def test_a_job_runs_once_per_interval(turns):
    assert run_due(NOW) == ["test.hourly"]
    assert run_due(NOW + HOUR / 2) == []
    assert run_due(NOW + HOUR) == ["test.hourly"]
    assert turns == [NOW, NOW + HOUR]


@pytest.mark.django_db
def test_missed_turns_are_made_up_by_one_and_the_rhythm_stays(turns):
    run_due(NOW)
    late = NOW + timedelta(days=3, minutes=20)
    assert run_due(late) == ["test.hourly"]
    assert run_due(late) == []
    assert DueJob.objects.get().next_run_at == NOW + timedelta(days=3, hours=1)


@pytest.mark.django_db
def test_a_failing_job_is_recorded_and_stops_no_other(only):
    ran = []

    @periodic("test.a-broken", HOUR)
    def broken(now):
        raise ValueError("no paper\x00")

    periodic("test.b-sound", HOUR)(ran.append)
    assert run_due(NOW) == ["test.a-broken", "test.b-sound"]
    assert ran == [NOW]
    assert DueJob.objects.get(name="test.a-broken").last_error == "ValueError: no paper"
    assert DueJob.objects.get(name="test.b-sound").last_error == ""


@pytest.mark.django_db
def test_an_error_is_forgotten_when_the_job_succeeds(only):
    answers = [ZeroDivisionError("once"), None]

    @periodic("test.flaky", HOUR)
    def flaky(now):
        answer = answers.pop(0)
        if answer:
            raise answer

    run_due(NOW)
    run_due(NOW + HOUR)
    assert DueJob.objects.get().last_error == ""


@pytest.mark.django_db
def test_a_run_that_was_killed_is_repeated_after_an_hour(turns):
    started = NOW - timedelta(minutes=61)
    DueJob.objects.create(name="test.hourly", next_run_at=NOW + timedelta(days=1), started_at=started)
    assert run_due(NOW) == ["test.hourly"]
    assert run_due(NOW) == []


@pytest.mark.django_db
def test_a_row_of_a_job_that_is_gone_is_left_alone(turns):
    DueJob.objects.create(name="test.gone", next_run_at=NOW)
    assert run_due(NOW) == ["test.hourly"]


@pytest.mark.django_db
def test_stopping_leaves_the_rest_for_the_next_time(turns):
    assert run_due(NOW, stopping=lambda: True) == []
    assert run_due(NOW) == ["test.hourly"]


def test_a_name_is_taken_once(only):
    periodic("test.name", HOUR)(lambda now: None)
    with pytest.raises(ValueError, match="twice"):
        periodic("test.name", HOUR)(print)
    with pytest.raises(ValueError, match="positive"):
        periodic("test.never", timedelta(0))


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_ticks_never_run_the_same_turn(turns):
    def tick(_number):
        try:
            return run_due(NOW)
        finally:
            connection.close()

    run_due(NOW - HOUR)
    turns.clear()
    with ThreadPoolExecutor(8) as pool:
        ran = list(pool.map(tick, range(8)))
    assert sorted(ran, reverse=True) == [["test.hourly"]] + [[]] * 7
    assert turns == [NOW]


@pytest.mark.django_db
def test_tick_runs_what_is_due_and_says_so(turns):
    printed = StringIO()
    call_command("tick", verbosity=2, stdout=printed)
    assert printed.getvalue() == "test.hourly\n"
    call_command("tick", verbosity=2, stdout=printed)
    assert len(turns) == 1


@pytest.mark.django_db
def test_the_machinery_keeps_house_by_itself():
    assert {"core.deliver-letters", "core.mend-tasks", "core.heartbeat"} <= set(run_due(NOW))
    assert not DueJob.objects.exclude(last_error="").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_loop_ends_cleanly_when_asked(number, tmp_path):
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}"}
    command = [sys.executable, "manage.py", "tick", "--loop", "--every", "60"]
    ticking = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    for line in ticking.stderr:
        if "trying again" in line:  # an empty database has no tables: the loop survives that too
            break
    time.sleep(0.3)
    ticking.send_signal(number)
    assert ticking.wait(10) == 0
