"""Registering for a hearing, and taking it back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from participation.hearings.enums import RegistrationState
from participation.hearings.models import Registration
from participation.hearings.services.errors import AlreadyRegistered, NotPossible
from participation.hearings.services.locking import locked
from participation.hearings.services.places import free_seat, promote
from participation.hearings.services.telling import tell_one

AT_THE_DOOR = ("announced", "in_session", "paused")


@transaction.atomic
def register(hearing, *, online=False, invited=False, by_staff=False, key=None, now=None, **person):
    """Register a person and return the `Registration`: with a place, on the waiting list, or online.

    `person` holds fields of the model (name, email, phone, settlement, needs, needs_interpreter, wants_to_speak, topic,
    user). Staff may still register when the sitting has begun; `invited` may take a reserved place. The same `key` gives
    the same registration. Raises AlreadyRegistered, NotPossible.
    """
    hearing = locked(hearing)
    if key and (known := Registration.objects.filter(key=key, hearing=hearing).first()):
        return known
    refuse_if_closed(hearing, online=online, by_staff=by_staff)
    refuse_if_registered(hearing, person.get("email", ""))
    registration = Registration(
        hearing=hearing,
        key=key,
        by_staff=by_staff,
        language=get_language() or "uk",
        registered_at=now or timezone.now(),
    )
    for name, value in person.items():
        setattr(registration, name, value)
    place(registration, online=online, invited=invited)
    registration.save(force_insert=True)
    tell_one(registration, "waiting" if registration.state == RegistrationState.WAITING else "registered")
    return registration


def place(registration, *, online, invited):
    """Say what the registration gives: a place if one is free, otherwise a turn in the waiting list."""
    if online:
        registration.state = RegistrationState.REMOTE
        return
    seat = free_seat(registration.hearing, may_be_reserved=registration.has_needs or invited)
    registration.seat = seat
    registration.state = RegistrationState.SEATED if seat else RegistrationState.WAITING


def refuse_if_closed(hearing, *, online, by_staff):
    """Registration is open from the announcement to the opening; the door goes on to the end of the sitting."""
    if hearing.state not in (AT_THE_DOOR if by_staff else ("announced",)):
        raise NotPossible(_("Registration for this hearing is not open."))
    if online and not hearing.is_online:
        raise NotPossible(_("This hearing is held in person only."))
    if not online and not hearing.is_in_hall:
        raise NotPossible(_("This hearing is held online only."))


def refuse_if_registered(hearing, email):
    """One e-mail registers once."""
    if email and (known := hearing.registrations.standing().filter(email=email).first()):
        raise AlreadyRegistered(known, _("This e-mail is already registered for the hearing."))


@transaction.atomic
def cancel(registration, *, now=None):
    """Take the registration back; its place goes to the first who waits. Raises NotPossible for one who is inside."""
    hearing = locked(registration.hearing)
    registration = Registration.objects.get(pk=registration.pk)
    if registration.checked_in_at:
        raise NotPossible(_("This person is already at the hearing."))
    registration.state, registration.seat = RegistrationState.CANCELLED, None
    registration.save(update_fields=["state", "seat"])
    promote(hearing)
    return registration


def send_again(registration, *, now=None):
    """Write the letter with the code once more, at most once an hour."""
    hour = (now or timezone.now()).strftime("%Y%m%d%H")
    tell_one(registration, "registered" if registration.state != RegistrationState.WAITING else "waiting", again=hour)
