"""Contacts of those who came are kept only while the hearing may be disputed; the numbers stay in the protocol."""

from django.utils import timezone

from core.workdays import Calendar, compute, rule
from participation.hearings import numbers
from participation.hearings.models import Hearing
from participation.statute.numbers import clock_rule

NOTHING = {"user": None, "name": "", "email": "", "phone": "", "needs": "", "needs_interpreter": False, "topic": ""}


def forget(now=None):
    """Erase names and contacts of registrations for hearings that ended long ago; returns how many rows."""
    now, calendar, erased = now or timezone.now(), Calendar.load(), 0
    for hearing in (
        Hearing.objects.filter(closed_at__isnull=False, registrations__name__gt="").distinct().order_by("pk")
    ):
        key = clock_rule(numbers.KEEP_CONTACTS, on=timezone.localdate(hearing.closed_at))
        if compute(rule(key), hearing.closed_at, calendar).due_at < now:
            erased += hearing.registrations.update(**NOTHING)
    return erased
