"""Who holds a post: one person at a time, unless one of them is acting; leaving deletes nothing."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from cms.models import Appointment, Post
from tests import factories

from .make import SINCE, consent, holds, person, post, text

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("since", "until", "fits"),
    [
        (SINCE - 30 * DAY, SINCE - DAY, True),  # leaves the day before
        (SINCE - 30 * DAY, SINCE, False),  # shares one day
        (SINCE, None, False),
        (SINCE + 30 * DAY, None, False),
        (date(2025, 1, 31), None, False),  # the last day of the first is a day in office
        (date(2025, 2, 1), None, True),
        (SINCE - 30 * DAY, None, False),  # embraces the whole of it
    ],
)
def test_two_people_never_hold_a_post_on_the_same_day(since, until, fits):
    place = post()
    holds(person(), place, until=date(2025, 1, 31))
    another = Appointment(person=person(), post=place, since=since, until=until)
    if fits:
        another.full_clean()
        another.save()
    else:
        with pytest.raises(ValidationError, match="інша людина"):
            another.full_clean()
        with pytest.raises(ValidationError):
            another.save()


def test_an_acting_holder_may_share_the_days():
    place = post()
    holds(person(), place)
    Appointment(person=person(), post=place, since=SINCE, is_acting=True).full_clean()
    holds(person(), place, is_acting=True)


def test_an_appointment_may_be_changed_and_ended():
    appointment = holds(person(), post())
    appointment.until = date(2025, 5, 1)
    appointment.full_clean()
    appointment.save()
    assert Appointment.objects.get().until == date(2025, 5, 1)


def test_the_database_refuses_a_second_holder_too():
    place = post()
    holds(person(), place)
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.bulk_create([Appointment(person=person(), post=place, since=SINCE)])


def test_the_last_day_is_not_before_the_first():
    with pytest.raises(ValidationError):
        Appointment(person=person(), post=post(), since=SINCE, until=SINCE - DAY).full_clean()


def test_a_person_with_a_past_is_not_deleted():
    appointment = holds(person(), post(), until=date(2025, 1, 1))
    with pytest.raises(ProtectedError):
        appointment.person.delete()
    with pytest.raises(ProtectedError):
        appointment.post.delete()


def test_current_in_sql_and_in_python_agree(clock):
    place = post()
    rows = [
        holds(person(), place, until=date(2024, 12, 31)),
        holds(person(), place, since=date(2025, 1, 1), until=date(2026, 11, 23)),
        holds(person(), place, since=date(2026, 11, 24)),
    ]
    today = date(2026, 11, 23)
    assert [row for row in rows if row.is_current(today)] == list(Appointment.objects.current(today)) == [rows[1]]


def test_the_page_of_a_post_tells_the_present_the_past_and_the_vacancy(client, clock):
    old, new = person("Марта Давня"), person("Ілля Теперішній")
    consent(old, "name")
    consent(new, "name")
    place = post("Керуючий справами")
    holds(old, place, until=date(2026, 11, 22))
    address = f"/kontakty/posada/{place.slug}/"
    shown = text(client, address)
    assert "Посада вакантна" in shown
    assert "01.02.2024 – 22.11.2026" in shown
    assert "Марта Давня" in shown
    holds(new, place, since=date(2026, 11, 23))
    shown = text(client, address)
    assert "Посада вакантна" not in shown
    assert "На посаді з 23 листопада 2026" in shown


def test_a_unit_has_one_head_and_so_has_the_community():
    unit = factories.unit()
    post(unit=unit, is_head=True)
    post(is_head=True)
    for fields in ({"unit": unit}, {}):
        with pytest.raises(ValidationError):
            Post(title="Ще один", is_head=True, **fields).full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            post(is_head=True, **fields)


def test_equal_titles_have_addresses_of_their_own():
    assert [post("Головний спеціаліст").slug for _number in range(3)] == [
        "holovnyi-spetsialist",
        "holovnyi-spetsialist-2",
        "holovnyi-spetsialist-3",
    ]
