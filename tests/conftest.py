"""Fixtures that every test may use.

clock             time stands still at Monday 23.11.2026 10:00 in Kyiv; `clock.shift(timedelta)` and `clock.move_to(datetime)`
signed_in         `signed_in(user)` gives a test client in which that user is signed in
smtp_sink         a real mail server on a loopback port; letters are sent to it; `smtp_sink.letters`, `.to(address)`
demo              the demo community for a whole module of tests that are rolled back; what `load_demo` said
constant_queries  `constant_queries(fetch, make_rows)` asserts that a list costs the same for 10 and for 1,000 rows

People and places come from `tests.factories` (`official(unit=…)`, `head()`, `resident()` …). Browser fixtures are in
`tests/browser/conftest.py`. Tests that commit for real take `transactional_db` (or `live_server`) and may run in any order.
"""

import os
from datetime import datetime
from zoneinfo import ZoneInfo

import django.utils.deprecation
import hypothesis
import pytest
import time_machine
import wagtail.utils.deprecation
from django.core.cache import cache
from django.test import Client, TransactionTestCase
from django.utils import translation

from tests.support import database, queries, smtp
from tests.support.demo import borrowed_community

KYIV = ZoneInfo("Europe/Kyiv")
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}
MONDAY_MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=KYIV)


def deprecations():
    """Yield the dotted names of the deprecation warnings that the installed Django and Wagtail define."""
    for module in (django.utils.deprecation, wagtail.utils.deprecation):
        for name, value in vars(module).items():
            if name.startswith("RemovedIn") and isinstance(value, type) and issubclass(value, Warning):
                yield f"{module.__name__}.{name}"


def pytest_configure(config):
    """Make deprecation warnings errors, unless `make test-next` tries versions that nobody has seen yet.

    Property tests try new examples at every run, but the same ones in CI, where a find must not stop another's work.
    """
    hypothesis.settings.register_profile("anywhere", deadline=None)
    hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
    hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "anywhere")
    action = os.environ.get("DEPRECATIONS", "error")
    for name in deprecations():
        config.addinivalue_line("filterwarnings", f"{action}::{name}")


def pytest_collection_modifyitems(items):
    """Mark what asks no database: on a second one it would prove the same thing again (`-m "not once"` leaves it out)."""
    for item in items:
        is_django_case = isinstance(item.cls, type) and issubclass(item.cls, TransactionTestCase)
        asks = item.get_closest_marker("django_db") or is_django_case or DATABASE_FIXTURES & set(item.fixturenames)
        if not asks:
            item.add_marker("once")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Keep the migrated rows aside, so that a flush can put them back."""
    with django_db_blocker.unblock():
        database.settle()


@pytest.fixture(scope="session", autouse=True)
def flush_keeps_migrated_rows():
    """After a test that commits, restore the database as the migrations made it."""
    original = TransactionTestCase._fixture_teardown
    TransactionTestCase._fixture_teardown = lambda test_case: database.flush_and_restore()
    yield
    TransactionTestCase._fixture_teardown = original


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Start every test with an empty cache and the site's own language."""
    cache.clear()
    translation.deactivate()


@pytest.fixture
def clock():
    """Stop time at Monday 23.11.2026 10:00 in Kyiv; the traveller moves it by `shift()` and `move_to()`."""
    with time_machine.travel(MONDAY_MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Put the demo community into the database for this module; what a test changes is rolled back, the community stays."""
    with django_db_blocker.unblock(), borrowed_community() as said:
        yield said


@pytest.fixture
def signed_in():
    """Give `signed_in(user) -> Client`."""

    def sign_in(user):
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def smtp_sink(settings):
    """Run a real mail server and send every letter to it."""
    sink = smtp.Sink()
    server = smtp.serve(sink)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.hostname, server.port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield sink
    server.stop()


@pytest.fixture
def constant_queries():
    """Give `constant_queries(fetch, make_rows)`, see tests.support.queries."""
    return queries.constant_queries
