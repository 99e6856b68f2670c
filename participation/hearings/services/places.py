"""Places of the hall: rows that are taken once."""

from django.db import transaction
from django.utils.translation import gettext as _

from participation.hearings.enums import RegistrationState
from participation.hearings.models import Seat
from participation.hearings.services.errors import NotPossible
from participation.hearings.services.locking import locked
from participation.hearings.services.telling import tell_one

SEATED, WAITING = RegistrationState.SEATED, RegistrationState.WAITING


def free_seat(hearing, *, may_be_reserved):
    """A free place for this person, or None: reserved ones only for whom they are kept."""
    free = hearing.seats.filter(registration__isnull=True)
    if not may_be_reserved:
        free = free.filter(is_reserved=False)
    return free.order_by("-is_reserved", "number").first()


@transaction.atomic
def set_places(hearing, *, total, reserved=0):
    """Let the hall have `total` places, the first `reserved` of them kept. Raises NotPossible below what is taken."""
    hearing = locked(hearing)
    taken = hearing.seats.filter(registration__isnull=False)
    if taken.filter(number__gt=total).exists():
        raise NotPossible(_("Places with higher numbers are already taken; there cannot be fewer."))
    known = set(hearing.seats.values_list("number", flat=True))
    hearing.seats.filter(number__gt=total).delete()
    Seat.objects.bulk_create([Seat(hearing=hearing, number=n) for n in range(1, total + 1) if n not in known])
    hearing.seats.filter(number__lte=reserved).update(is_reserved=True)
    hearing.seats.filter(number__gt=reserved).update(is_reserved=False)
    hearing.places = total
    hearing.save(update_fields=["places"])
    promote(hearing)
    return hearing


@transaction.atomic
def release_reserved(hearing):
    """Open the reserved places that nobody took to everyone; returns how many there were."""
    hearing = locked(hearing)
    free = hearing.seats.filter(is_reserved=True, registration__isnull=True)
    number = free.count()
    hearing.seats.filter(pk__in=list(free.values_list("pk", flat=True))).update(is_reserved=False)
    promote(hearing)
    return number


def promote(hearing):
    """Give free places to those who wait, in the order in which they came; the hearing is locked. Returns them."""
    lucky = []
    for waiting in hearing.registrations.filter(state=WAITING).order_by("registered_at", "pk"):
        seat = free_seat(hearing, may_be_reserved=waiting.has_needs)
        if seat is None:
            continue
        waiting.state, waiting.seat = SEATED, seat
        waiting.save(update_fields=["state", "seat"])
        tell_one(waiting, "promoted")
        lucky.append(waiting)
    return lucky
