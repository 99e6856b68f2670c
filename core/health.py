"""`/health/`: what a monitor asks. JSON, no secrets, the same few queries whatever the load."""

import logging
from datetime import timedelta
from urllib.error import HTTPError
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import HTTPBasicAuthHandler, HTTPPasswordMgrWithPriorAuth, build_opener

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.models import Count, Max, Min, Q
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult, get_date_max

from core.models import DueJob, Letter, LetterState

logger = logging.getLogger(__name__)

LATE_AFTER = timedelta(minutes=15)
SILENT_AFTER = timedelta(minutes=10)
SEARCH_TIMEOUT = 2


@never_cache
@require_safe
def health(request):
    """Answer 200 when every part works and 503 when one does not, naming it."""
    checks = {name: _asked(name, check) for name, check in CHECKS.items()}
    ok = all(found["ok"] for found in checks.values())
    return JsonResponse({"ok": ok, **checks}, status=200 if ok else 503)


def _asked(name, check):
    """Return what a check found; an error counts as a failure and its text stays in the log."""
    try:
        return check()
    except Exception as error:
        logger.warning("The health check of %s failed: %s", name, error)
        return {"ok": False, "error": type(error).__name__}


def check_database():
    """Ask the database for a number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return {"ok": cursor.fetchone()[0] == 1, "engine": connection.vendor}


def check_cache():
    """Write a value and read it back."""
    cache.set("health", "alive", 30)
    return {"ok": cache.get("health") == "alive"}


def check_queue():
    """Look whether tasks and letters wait too long, and when the worker and `tick` were last seen."""
    now = timezone.now()
    tasks = DBTaskResult.objects.ready().aggregate(
        waiting=Count("pk"),
        at_once=Min("enqueued_at", filter=Q(run_after=get_date_max())),
        deferred=Min("run_after", filter=Q(run_after__lte=now)),
    )
    oldest = min(filter(None, (tasks["at_once"], tasks["deferred"])), default=None)
    seen = DBTaskResult.objects.aggregate(seen=Max("started_at"))["seen"]
    letters = Letter.objects.filter(
        state__in=(LetterState.WAITING, LetterState.SENDING), next_attempt_at__lte=now
    ).aggregate(waiting=Count("pk"), oldest=Min("next_attempt_at"))
    ticked = DueJob.objects.aggregate(seen=Max("finished_at"))["seen"]
    return {
        "ok": _young(oldest, now, LATE_AFTER)
        and _young(letters["oldest"], now, LATE_AFTER)
        and _young(ticked, now, SILENT_AFTER),
        "tasks": {"waiting": tasks["waiting"], "oldest_seconds": _age(oldest, now)},
        "letters": {"waiting": letters["waiting"], "oldest_seconds": _age(letters["oldest"], now)},
        "worker_seen_seconds_ago": _age(seen, now),
        "tick_seen_seconds_ago": _age(ticked, now),
    }


def check_search():
    """Look whether the search engine answers; the database backend answers whenever the database does."""
    if not settings.ELASTICSEARCH_URL:
        return {"ok": True, "backend": "database"}
    address, opener = _search_door(settings.ELASTICSEARCH_URL)
    try:
        with opener.open(address, timeout=SEARCH_TIMEOUT):
            return {"ok": True, "backend": "elasticsearch"}
    except HTTPError as refusal:
        return {"ok": refusal.code in (401, 403), "backend": "elasticsearch"}


def _search_door(url):
    """Return the address without name and password, and an opener that knows them."""
    parts = urlsplit(url)
    address = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    passwords = HTTPPasswordMgrWithPriorAuth()
    if parts.username:
        secret = unquote(parts.password or "")
        passwords.add_password(None, address, unquote(parts.username), secret, is_authenticated=True)
    return address, build_opener(HTTPBasicAuthHandler(passwords))


def _young(moment, now, limit):
    """Tell whether something is not older than `limit`; what never happened is not late."""
    return moment is None or now - moment <= limit


def _age(moment, now):
    return None if moment is None else max(0, int((now - moment).total_seconds()))


CHECKS = {"database": check_database, "cache": check_cache, "queue": check_queue, "search": check_search}
