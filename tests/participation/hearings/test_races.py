"""Twenty-four people and the last three places, with real threads on a real database."""

import pytest

from participation.hearings import services
from participation.hearings.enums import RegistrationState
from participation.hearings.models import Registration
from tests.casework.test_races import THREADS, together
from tests.participation.hearings.making import Cast, announced, person, small_statute

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.races]
PLACES = 3


def test_twenty_four_registrations_take_the_last_three_places_once_each():
    small_statute()
    hearing = announced(Cast(), places=PLACES, reserved=0)
    results = together(lambda number: person(hearing, number, email=""))
    assert not [result for result in results if isinstance(result, Exception)]
    seated = Registration.objects.filter(state=RegistrationState.SEATED)
    assert sorted(seated.values_list("seat__number", flat=True)) == [1, 2, 3]
    assert Registration.objects.filter(state=RegistrationState.WAITING).count() == THREADS - PLACES
    rows = list(seated)
    back = together(lambda number: services.cancel(rows[number]), PLACES)
    assert not [result for result in back if isinstance(result, Exception)]
    assert Registration.objects.filter(state=RegistrationState.SEATED).count() == PLACES
