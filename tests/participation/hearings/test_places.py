"""Places, the waiting list, the door; what the database itself refuses."""

import pytest
from django.db import IntegrityError, transaction

from core.models import Letter
from participation.hearings import services
from participation.hearings.enums import RegistrationState
from participation.hearings.models import Registration
from tests.participation.hearings.making import DAY, HOUR, MONDAY, SITTING, announced, in_state, person

pytestmark = pytest.mark.django_db

SEATED, WAITING, REMOTE, CANCELLED = RegistrationState.values


def states(hearing):
    """The states of all registrations in the order of registration."""
    return list(hearing.registrations.order_by("registered_at", "pk").values_list("state", flat=True))


def test_places_are_given_until_only_the_reserved_are_left(cast):
    hearing = announced(cast, places=4, reserved=1)
    for number in range(5):
        person(hearing, number)
    assert states(hearing) == [SEATED, SEATED, SEATED, WAITING, WAITING]
    in_need = person(hearing, 9, needs_interpreter=True)
    assert in_need.state == SEATED
    assert in_need.seat.is_reserved
    assert Letter.objects.filter(kind="hearings/waiting").count() == 2


def test_a_place_given_back_goes_to_the_first_who_waits(cast):
    hearing = announced(cast, places=2, reserved=0)
    first, _second, third, _fourth = [person(hearing, number, now=MONDAY + HOUR * (1 + number)) for number in range(4)]
    services.cancel(first)
    assert states(hearing) == [CANCELLED, SEATED, SEATED, WAITING]
    letter = Letter.objects.get(kind="hearings/promoted")
    assert letter.recipient == third.email
    assert third.code in letter.text


def test_reserved_places_are_opened_to_those_who_wait(cast):
    hearing = announced(cast, places=2, reserved=1)
    person(hearing, 1)
    waiting = person(hearing, 2)
    assert waiting.state == WAITING
    assert services.release_reserved(hearing) == 1
    waiting.refresh_from_db()
    assert waiting.state == SEATED


def test_more_places_let_people_in_and_taken_ones_cannot_go(cast):
    hearing = announced(cast, places=2, reserved=0)
    for number in range(3):
        person(hearing, number)
    services.set_places(hearing, total=3)
    assert states(hearing) == [SEATED] * 3
    with pytest.raises(services.NotPossible):
        services.set_places(hearing, total=2)


def test_one_mail_registers_once_and_a_repeated_form_gives_the_same(cast):
    hearing = announced(cast)
    key = "0f0a3a4e-66b5-4a32-9c0e-6d2c2f1b0001"
    first = person(hearing, 1, key=key)
    assert person(hearing, 1, key=key) == first
    with pytest.raises(services.AlreadyRegistered) as refusal:
        person(hearing, 1)
    assert refusal.value.registration == first


def test_whoever_joins_online_takes_no_place(cast):
    hearing = announced(cast, places=1, reserved=0)
    assert person(hearing, 1, online=True).state == REMOTE
    assert person(hearing, 2).state == SEATED


@pytest.mark.parametrize(
    ("state", "has_seat", "came"),
    [
        (SEATED, False, False),
        (WAITING, True, False),
        (REMOTE, True, False),
        (CANCELLED, True, False),
        (WAITING, False, True),
    ],
)
def test_the_database_refuses_what_cannot_be(state, has_seat, came, cast):
    hearing = announced(cast)
    seat = hearing.seats.first() if has_seat else None
    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.create(
            hearing=hearing, name="Хтось", state=state, seat=seat, checked_in_at=SITTING if came else None
        )


def test_the_database_gives_no_place_twice(cast):
    hearing = announced(cast)
    taken = person(hearing).seat
    with pytest.raises(IntegrityError), transaction.atomic():
        Registration.objects.create(hearing=hearing, name="Другий", state=SEATED, seat=taken)


def test_the_door_lets_in_once_and_puts_speakers_into_the_queue(cast):
    hearing = announced(cast)
    guest = person(hearing, 1, wants_to_speak=True, topic="Назва")
    came = services.check_in(guest, now=SITTING).checked_in_at
    assert services.check_in(guest, now=SITTING + HOUR).checked_in_at == came
    assert [(turn.name, turn.topic) for turn in hearing.turns.all()] == [(guest.name, "Назва")]


def test_the_door_refuses_the_waiting_the_cancelled_and_the_hall_that_is_full(cast):
    hearing = announced(cast, places=1, reserved=0)
    inside, waiting = person(hearing, 1), person(hearing, 2)
    services.check_in(inside, now=SITTING)
    for refused in (waiting, services.cancel(person(hearing, 3))):
        with pytest.raises(services.NotPossible):
            services.check_in(refused, now=SITTING)
    with pytest.raises(services.NotPossible):
        services.walk_in(hearing, name="Без запису", now=SITTING)
    with pytest.raises(services.NotPossible):
        services.cancel(Registration.objects.get(pk=inside.pk))
    assert hearing.registrations.present().count() == 1


def test_whoever_comes_without_a_registration_gets_a_free_place(cast):
    hearing = in_state("in_session", cast)
    guest = services.walk_in(hearing, name="Без запису", now=SITTING + HOUR)
    assert guest.seat is not None
    assert guest.checked_in_at == SITTING + HOUR


def test_names_and_contacts_are_forgotten_a_year_after_the_end(cast):
    hearing = in_state("closed", cast)
    assert services.forget(hearing.closed_at + 360 * DAY) == 0
    assert services.forget(hearing.closed_at + 367 * DAY) == 2
    assert not hearing.registrations.exclude(name="", email="", user=None).exists()
    assert hearing.registrations.present().count() == 2
