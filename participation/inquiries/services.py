"""What the clock does with requests, and what the public register counts."""

from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from casework.actors import Actor
from casework.enums import AnswerState
from casework.errors import Refused
from casework.services import fire
from core.workdays import rule
from participation.inquiries.models import InformationRequest


def close_due(now=None):
    """Close every request whose last answer is older than 30 days; returns how many were closed."""
    now, closed = now or timezone.now(), 0
    since = now - timedelta(days=rule("request-close").length)
    waiting = InformationRequest.objects.filter(state="answered", decided_at__lt=since)
    fresh = waiting.filter(answers__state=AnswerState.PUBLISHED, answers__published_at__gte=since).values("pk")
    for case in waiting.exclude(pk__in=fresh).iterator(chunk_size=200):
        try:
            fire(case, "close", actor=Actor.system(), now=now)
            closed += 1
        except Refused:
            continue  # a correction waits for approval, or the last minutes of the thirtieth day are still running
    return closed


def timeliness():
    """How many requests came, were answered, and in time: all of them, not only those with a public edition."""
    counts = InformationRequest.objects.filter(is_quarantined=False).aggregate(
        received=Count("pk"),
        answered=Count("pk", filter=Q(decided_at__isnull=False)),
        late=Count("pk", filter=Q(answered_late=True)),
    )
    counts["in_time"] = counts["answered"] - counts["late"]
    counts["share"] = round(100 * counts["in_time"] / counts["answered"]) if counts["answered"] else None
    return counts
