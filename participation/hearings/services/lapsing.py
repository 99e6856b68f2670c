"""The clockwork: initiatives whose term for signatures is over."""

from django.utils import timezone

from casework.actors import Actor
from casework.errors import Refused
from casework.services import fire
from participation.hearings.models import Hearing


def lapse_due(now=None):
    """Close every collection of signatures that ended below the threshold; returns how many."""
    now, closed = now or timezone.now(), 0
    for hearing in Hearing.objects.filter(state="collecting", due_at__lt=now).order_by("pk"):
        try:
            fire(hearing, "lapse", actor=Actor.system(), now=now)
            closed += 1
        except Refused:  # the last signature came meanwhile
            continue
    return closed
