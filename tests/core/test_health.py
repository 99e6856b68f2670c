"""`/health/`: 200 when all works, 503 naming the part that does not, and never a secret."""

from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.db import DatabaseError, connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from core.models import DueJob, Letter

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(hours=3)


def test_a_fresh_site_is_healthy(client):
    answer = client.get("/health/")
    assert answer.status_code == 200
    assert answer.json()["ok"] is True
    assert set(answer.json()) == {"ok", "database", "cache", "queue", "search"}
    assert "no-store" in answer["Cache-Control"]
    assert "Set-Cookie" not in answer


def test_it_has_no_language_and_changes_nothing(client):
    assert client.get("/en/health/").status_code == 404
    assert client.post("/health/").status_code == 405
    assert client.head("/health/").status_code == 200


def wait_task(**more):
    values = {"args_kwargs": {}, "task_path": "core.tasks.heartbeat", "backend_name": "default"}
    row = DBTaskResult.objects.create(status=TaskResultStatus.READY, **{"run_after": get_date_max(), **values, **more})
    DBTaskResult.objects.update(enqueued_at=LONG_AGO)
    return row


def wait_letter(at):
    return Letter.objects.create(
        event="e", kind="k/k", recipient="a@b.ua", subject="s", text="t", message_id="<1@b>", next_attempt_at=at
    )


@pytest.mark.parametrize(
    ("arrange", "part"),
    [
        (wait_task, "tasks"),
        (lambda: wait_letter(LONG_AGO), "letters"),
        (lambda: DueJob.objects.create(name="core.test", finished_at=LONG_AGO), "tick"),
    ],
)
def test_what_waits_too_long_is_a_failure(client, arrange, part):
    arrange()
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json()["queue"]["ok"] is False
    assert answer.json()["database"]["ok"] is True


def test_a_task_or_letter_planned_for_later_is_not_late(client):
    wait_task(run_after=timezone.now() + timedelta(hours=1))
    wait_task(run_after=timezone.now() - timedelta(minutes=1))
    wait_letter(timezone.now() + timedelta(hours=4))
    answer = client.get("/health/").json()
    assert answer["ok"] is True
    assert answer["queue"]["tasks"]["waiting"] == 1


def test_a_broken_database_is_told_without_details(client, monkeypatch):
    def refuse(*args, **kwargs):
        raise DatabaseError("password=secret")

    monkeypatch.setattr(connection, "cursor", refuse)
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json()["database"] == {"ok": False, "error": "DatabaseError"}
    assert b"secret" not in answer.content


def test_a_broken_cache_is_told(client, monkeypatch):
    monkeypatch.setattr(LocMemCache, "get", lambda *args, **kwargs: None)
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()["cache"]) == (503, {"ok": False})


def test_the_cost_does_not_grow(client, django_assert_num_queries):
    for number in range(20):
        DueJob.objects.create(name=f"core.test{number}", finished_at=timezone.now())
    with django_assert_num_queries(5):
        client.get("/health/")


class SearchEngine(BaseHTTPRequestHandler):
    """Answers 200 to the right password and 500 otherwise."""

    def do_GET(self):
        known = self.headers.get("Authorization") == "Basic dXNlcjpwYXNz"
        self.send_response(200 if known else 500)
        self.end_headers()

    def log_message(self, *args):
        """Keep quiet."""


@pytest.fixture
def search_engine():
    """Run a small search engine and give its host and port."""
    server = HTTPServer(("127.0.0.1", 0), SearchEngine)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_the_search_engine_is_asked(client, settings, search_engine):
    settings.ELASTICSEARCH_URL = f"http://user:pass@{search_engine}/"
    assert client.get("/health/").json()["search"] == {"ok": True, "backend": "elasticsearch"}
    settings.ELASTICSEARCH_URL = f"http://{search_engine}"
    assert client.get("/health/").status_code == 503


def test_a_search_engine_that_is_away_is_told_without_its_password(client, settings):
    settings.ELASTICSEARCH_URL = "http://user:hidden@127.0.0.1:9"
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json()["search"]["ok"] is False
    assert b"hidden" not in answer.content
