"""The harness: a throwaway database, scenes that fill it, times as ratios to a bare view, a table.

A scene is a function in a module of this package. It gets the number of rows wanted, fills the empty database and returns the
things to time:

    @scene("register")
    def register(size):
        '''The public register.'''
        make_cases(size)
        return [Probe("first page", get("/zvernennia/reiestr/"), limit_ms=150)]
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

SCENES = {}


@dataclass(frozen=True)
class Probe:
    """One thing to time: its name, the function, and the most milliseconds its median may take (None: no limit)."""

    name: str
    fetch: Callable[[], object]
    limit_ms: float | None = None


@dataclass(frozen=True)
class Result:
    """What a probe cost: milliseconds (median and 95th percentile), queries, and B/median (1 is as fast as a bare view)."""

    scene: str
    probe: Probe
    median: float
    p95: float
    queries: int
    ratio: float

    @property
    def passed(self):
        """Tell whether the median kept the limit."""
        return self.probe.limit_ms is None or self.median <= self.probe.limit_ms


def scene(name):
    """Register a function as a scene under `name`."""

    def register(function):
        SCENES[name] = function
        return function

    return register


def get(address, *, user=None, expect=200):
    """Return a function that fetches `address` (as `user`) and raises AssertionError on another status than `expect`."""
    client = Client()
    if user:
        client.force_login(user)

    def fetch():
        response = client.get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        assert response.status_code == expect, f"{address} answered {response.status_code}"
        return body

    return fetch


@contextmanager
def throwaway_database():
    """Make and migrate an empty database on the engine that DATABASE_URL names; remove it afterwards."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
        test = connection.settings_dict["TEST"]
        test["NAME"] = str(Path(folder) / "bench.sqlite3") if connection.vendor == "sqlite" else "bench_portal"
        original = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(original, verbosity=0)


def times(fetch, seconds):
    """Call `fetch` for about `seconds` (at least five times) and return the milliseconds of each call."""
    fetch()
    taken = []
    limit = time.perf_counter() + seconds
    while len(taken) < 5 or time.perf_counter() < limit:
        start = time.perf_counter()
        fetch()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def bare_view(seconds=1.0):
    """Return the median milliseconds of the bare view on this machine, now."""
    with override_settings(ROOT_URLCONF="bench.bare", MIDDLEWARE=[]):
        return statistics.median(times(get("/"), seconds))


def queries(fetch):
    """Return how many queries one warm call sends."""
    with CaptureQueriesContext(connection) as captured:
        fetch()
    return len(captured)


def run(name, size, seconds):
    """Fill a fresh database with one scene and time its probes, the bare view beside each; yield results."""
    with throwaway_database():
        cache.clear()
        for probe in SCENES[name](size):
            bare = bare_view(min(seconds, 1.0))
            taken = times(probe.fetch, seconds)
            median = statistics.median(taken)
            p95 = sorted(taken)[int(len(taken) * 0.95)]
            yield Result(name, probe, median, p95, queries(probe.fetch), bare / median)


def line(result):
    """Return one line of the table."""
    limit = f"{result.probe.limit_ms:g}" if result.probe.limit_ms else "–"
    verdict = "" if result.passed else "  too slow"
    return (
        f"{result.scene:<14}{result.probe.name:<34}{result.median:>10.1f}{result.p95:>10.1f}"
        f"{result.queries:>9}{result.ratio:>9.3f}{limit:>9}{verdict}"
    )


HEADING = f"{'scene':<14}{'probe':<34}{'median ms':>10}{'p95 ms':>10}{'queries':>9}{'B':>9}{'limit':>9}"
