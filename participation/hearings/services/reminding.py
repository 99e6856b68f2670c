"""Reminders three days and one day before a hearing; rows of the outbox, so each goes out once however the job runs."""

from datetime import timedelta

from django.utils import timezone

from participation.hearings.models import Hearing
from participation.hearings.services.telling import tell_registered

THREE_DAYS, ONE_DAY = timedelta(days=3), timedelta(days=1)


def remind(now=None):
    """Remind whoever registered before the moment of the reminder came; returns how many letters are new.

    A job that slept over both moments sends only the later one. A moved date makes a new round of letters.
    """
    now, written = now or timezone.now(), 0
    soon = Hearing.objects.filter(state="announced", starts_at__gt=now, starts_at__lte=now + THREE_DAYS)
    for hearing in soon.order_by("starts_at", "pk"):
        is_last = hearing.starts_at - now <= ONE_DAY
        moment = hearing.starts_at - (ONE_DAY if is_last else THREE_DAYS)
        known = hearing.registrations.filter(registered_at__lt=moment)
        written += tell_registered(hearing, "tomorrow" if is_last else "soon", registrations=known)
    return written
