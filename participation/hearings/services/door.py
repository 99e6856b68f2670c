"""Letting people in: by the QR of their code, by name, or entered at the door."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from participation.hearings.enums import RegistrationState
from participation.hearings.models import Registration
from participation.hearings.services.errors import NotPossible
from participation.hearings.services.locking import locked
from participation.hearings.services.places import promote
from participation.hearings.services.registering import AT_THE_DOOR, register
from participation.hearings.services.speaking import queue_up


@transaction.atomic
def check_in(registration, *, now=None):
    """Mark that the person came; a second scan of the same code changes nothing. Raises NotPossible.

    Whoever waits is let in when a place has become free meanwhile.
    """
    hearing = locked(registration.hearing)
    if hearing.state not in AT_THE_DOOR:
        raise NotPossible(_("The door of this hearing is closed."))
    promote(hearing)
    registration = Registration.objects.select_related("seat", "hearing").get(pk=registration.pk)
    if registration.state == RegistrationState.CANCELLED:
        raise NotPossible(_("This registration was cancelled."))
    if registration.state == RegistrationState.WAITING:
        raise NotPossible(_("No place is free: this person is on the waiting list."))
    if registration.checked_in_at is None:
        registration.checked_in_at = now or timezone.now()
        registration.save(update_fields=["checked_in_at"])
        if registration.wants_to_speak:
            queue_up(hearing, registration)
    return registration


@transaction.atomic
def walk_in(hearing, *, now=None, **person):
    """Enter somebody who came without a registration, with a place. Raises NotPossible when the hall is full."""
    registration = register(hearing, by_staff=True, now=now, **person)
    return check_in(registration, now=now)


@transaction.atomic
def undo_check_in(registration):
    """Take back a mark made by mistake."""
    locked(registration.hearing)
    Registration.objects.filter(pk=registration.pk).update(checked_in_at=None)
