"""Signatures under a residents' initiative: from the site and from paper, counted together by `participation.sheets`."""

from django.utils import timezone

from core.workdays import Calendar, compute, rule
from participation.hearings import numbers
from participation.sheets.enums import Kind
from participation.sheets.models import Collection
from participation.sheets.services import close_collection, open_collection
from participation.statute.numbers import clock_rule


def collection_of(hearing):
    """The collection of signatures of a hearing, or None."""
    return Collection.objects.filter(case=hearing.pk, kind=Kind.SIGNATURES).order_by("-opened_at", "-pk").first()


def open_for(hearing, now):
    """Open the collection until the day on which its clock ends."""
    today = timezone.localdate(now)
    key = clock_rule(numbers.COLLECTION, profile=hearing.profile, on=today)
    due = compute(rule(key), now, Calendar.load()).due_at
    return open_collection(
        hearing,
        Kind.SIGNATURES,
        title=hearing.public_title,
        threshold=hearing.threshold,
        opens_on=today,
        closes_on=timezone.localdate(due),
        now=now,
    )


def close_for(hearing, now):
    """Close the collection, if there is one; returns how many signatures stand in it."""
    collection = collection_of(hearing)
    return close_collection(collection, now=now).voices if collection else 0
