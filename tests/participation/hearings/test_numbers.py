"""Numbers of the statute that a hearing asks for."""

from datetime import date

import pytest

from participation.hearings import numbers
from participation.hearings.enums import Profile
from participation.statute.enums import Measure
from participation.statute.models import StatuteParameter
from participation.statute.numbers import value

pytestmark = pytest.mark.django_db

DEFAULTS = [
    (Profile.GENERAL, 10, Measure.CALENDAR_DAY),
    (Profile.BUDGET, 10, Measure.CALENDAR_DAY),
    (Profile.DRAFT_ACT, 10, Measure.WORKING_DAY),
    (Profile.TOWN_PLANNING, 30, Measure.CALENDAR_DAY),
    (Profile.ENVIRONMENT, 25, Measure.WORKING_DAY),
]


@pytest.mark.parametrize(("profile", "length", "unit"), DEFAULTS)
def test_each_profile_has_its_own_notice(profile, length, unit):
    found = value(numbers.NOTICE, profile=profile)
    assert (found.value, found.unit) == (length, unit)


def test_the_statute_of_the_community_takes_the_place_of_the_default():
    StatuteParameter.objects.create(
        key=numbers.INITIATORS, value=30, unit=Measure.PEOPLE, act="Статут, п. 12", valid_from=date(2026, 1, 1)
    )
    assert value(numbers.INITIATORS, on=date(2025, 12, 31)).value == 50
    assert value(numbers.INITIATORS, on=date(2026, 1, 1)).value == 30
