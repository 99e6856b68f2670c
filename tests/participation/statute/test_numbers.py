"""Numbers of the statute: the default, the community's own row, its profile, its day."""

from datetime import date

import pytest

from core.workdays import Unit, UnknownRule, rule
from participation.statute import numbers
from participation.statute.enums import Measure
from participation.statute.models import StatuteParameter
from participation.statute.numbers import clock_rule, declare, value

pytestmark = pytest.mark.django_db
KEY = "tests-notice"


@pytest.fixture(autouse=True)
def declared():
    declare(KEY, 10, Measure.CALENDAR_DAY, "Notice", law="own rule", profiles={"budget": (15, Measure.WORKING_DAY)})
    yield
    numbers._declared.pop(KEY)


def row(number, *, since=date(2026, 1, 1), profile="", unit=Measure.CALENDAR_DAY):
    return StatuteParameter.objects.create(
        key=KEY, profile=profile, value=number, unit=unit, act="Рішення ради № 7, п. 3", valid_from=since
    )


def test_without_a_row_the_default_holds():
    assert (value(KEY).value, value(KEY).act) == (10, "own rule")
    assert value(KEY, profile="budget").value == 15
    assert rule(clock_rule(KEY)).length == 10
    assert rule(clock_rule(KEY, profile="budget")).unit == Unit.WORKING_DAY


def test_a_row_holds_from_its_day():
    row(14, since=date(2026, 6, 1))
    assert value(KEY, on=date(2026, 5, 31)).value == 10
    assert value(KEY, on=date(2026, 6, 1)).value == 14
    row(20, since=date(2026, 9, 1))
    assert value(KEY, on=date(2026, 8, 31)).value == 14
    assert value(KEY, on=date(2026, 9, 1)).act == "Рішення ради № 7, п. 3"


def test_the_profile_goes_before_the_general_row():
    row(14)
    assert value(KEY, profile="budget").value == 15
    assert value(KEY, profile="general").value == 14
    row(21, profile="budget")
    assert value(KEY, profile="budget").value == 21
    assert value(KEY).value == 14


def test_a_clock_keeps_the_row_it_was_started_by():
    first = row(14)
    key = clock_rule(KEY, on=date(2026, 3, 1))
    row(30, since=date(2026, 4, 1))
    assert key == f"statute:{first.pk}"
    assert (rule(key).length, rule(key).law) == (14, "Рішення ради № 7, п. 3")


@pytest.mark.parametrize("key", ["statute:999999999", "statute:", "statute:x", "statute:٣"])
def test_an_unknown_row_is_an_unknown_rule(key):
    with pytest.raises(UnknownRule):
        rule(key)


def test_numbers_that_are_no_terms_give_no_clock():
    people = row(50, unit=Measure.PEOPLE)
    with pytest.raises(UnknownRule):
        rule(f"statute:{people.pk}")
