"""A worker killed fifty times at random loses no letter, and what may have gone out twice is counted."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import Sum

from core.models import Letter, LetterState
from core.outbox import release_stuck, write_copies

KILLS = 50
LETTERS_PER_LIFE = 12


class Workers:
    """Real processes that deliver letters, one at a time."""

    def __init__(self, port):
        command = [sys.executable, "-m", "tests.core.worker", str(connection.settings_dict["NAME"]), str(port)]
        self._launcher = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._answer()

    def start(self):
        """Start a worker and return its process id."""
        return int(self._ask("start"))

    def kill(self, worker):
        """Kill a worker the hard way and wait for its end."""
        os.kill(worker, signal.SIGKILL)
        self._ask("")

    def close(self):
        """End the launcher."""
        self._launcher.stdin.close()
        self._launcher.wait(10)
        self._launcher.stdout.close()

    def _ask(self, line):
        self._launcher.stdin.write(line + "\n")
        self._launcher.stdin.flush()
        return self._answer()

    def _answer(self):
        return self._launcher.stdout.readline().strip()


@pytest.fixture
def workers(smtp_sink, settings):
    """Start the launcher; nobody else delivers."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": ["letters"]}}
    launcher = Workers(settings.EMAIL_PORT)
    yield launcher
    launcher.close()


def write_some(life):
    people = [f"reader{life}-{number}@example.org" for number in range(LETTERS_PER_LIFE)]
    write_copies("testing/note", event=f"life:{life}", recipients=people, context={"name": f"Life {life}"})


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_fifty_times_loses_no_letter(smtp_sink, workers):
    chance = random.Random(2026)
    for life in range(KILLS):
        write_some(life)
        arrived = len(smtp_sink.letters)
        worker = workers.start()
        if life % 2:
            wait_until(lambda before=arrived: len(smtp_sink.letters) > before)
        time.sleep(chance.uniform(0.0, 0.03))
        workers.kill(worker)
        release_stuck(older_than=timedelta(0))
    deliver_the_rest(workers)

    arrivals = Counter(arrived["Message-ID"] for arrived in smtp_sink.letters)
    letters = {letter.message_id: letter for letter in Letter.objects.all()}
    assert set(arrivals) == set(letters)
    assert len(letters) == KILLS * LETTERS_PER_LIFE
    for message_id, times in arrivals.items():
        assert 1 <= times <= 1 + letters[message_id].repeats
    killed_at_work = Letter.objects.aggregate(total=Sum("repeats"))["total"]
    assert 0 < killed_at_work <= KILLS


def deliver_the_rest(workers):
    worker = workers.start()
    wait_until(lambda: not Letter.objects.exclude(state=LetterState.SENT).exists())
    workers.kill(worker)


def wait_until(happened, patience=30):
    """Wait for something that a worker does; half of the workers are killed in the middle of it, half at any moment."""
    limit = time.monotonic() + patience
    while not happened():
        assert time.monotonic() < limit, "no worker delivers"
        time.sleep(0.001)
