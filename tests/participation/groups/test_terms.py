"""The clockwork: calls end by themselves, reminders at T−60 go out once however often it runs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import Letter
from participation.groups.models import Body, Member
from participation.groups.services import keep_terms
from participation.groups.services.terms import remind_mandates
from participation.statute.models import StatuteParameter
from tests.participation.groups import making

pytestmark = pytest.mark.django_db


def state_of(body):
    return Body.objects.get(pk=body.pk).state


def test_a_call_ends_the_day_after_its_last_day(office, clock):
    body = making.calling(office)
    making.application(body)
    clock.shift(timedelta(days=15))
    assert keep_terms()["calls"] == 0
    clock.shift(timedelta(days=1))
    assert keep_terms()["calls"] == 1
    assert keep_terms()["calls"] == 0
    assert state_of(body) == "deciding"
    assert making.applications(body).get().state == "considering"


@pytest.fixture
def body(office, clock):
    return making.working(office, clock, mandate_to=making.day(116))  # hundred days from the approval


def test_the_term_is_told_of_sixty_days_before_and_once(office, clock, body):
    clock.shift(timedelta(days=39))
    assert keep_terms()["ending"] == 0
    clock.shift(timedelta(days=1))
    assert keep_terms()["ending"] == 1
    assert state_of(body) == "ending"
    clock.shift(timedelta(days=20))
    assert keep_terms()["ending"] == 0
    assert Letter.objects.filter(kind="groups/term_ending", recipient=office.head.email).count() == 1
    assert Letter.objects.filter(kind="groups/term_ending_member").count() == 3


def test_every_mandate_is_told_of_once_for_each_of_its_ends(office, clock, body):
    clock.shift(timedelta(days=41))
    assert [remind_mandates(timezone.now()) for _ in range(3)] == [3, 0, 0]
    to_official = Letter.objects.filter(kind="groups/mandate_ending", recipient=office.official.email)
    assert to_official.count() == 3
    Member.objects.filter(name="Ганна Коваленко").update(mandate_to=making.day(30))
    assert [remind_mandates(timezone.now()) for _ in range(2)] == [1, 0]


def test_a_job_that_slept_tells_everything_once(office, clock, body):
    clock.shift(timedelta(days=99))
    keep_terms()
    assert Letter.objects.filter(kind="groups/term_ending", recipient=office.head.email).count() == 1


def test_another_number_of_the_statute_moves_the_reminder(office, clock, body):
    StatuteParameter.objects.create(
        key="group-rotation", value=90, unit="calendar_day", act="Статут", valid_from=making.day()
    )
    clock.shift(timedelta(days=10))
    assert keep_terms()["mandates"] == 3


def test_a_term_that_ran_out_stops_the_body(office, clock, body):
    clock.shift(timedelta(days=60))
    keep_terms()
    clock.shift(timedelta(days=41))
    assert keep_terms()["ended"] == 1
    assert state_of(body) == "stopped"


def test_a_prolonged_term_begins_a_new_count(office, clock, body):
    clock.shift(timedelta(days=60))
    keep_terms()
    body = making.step(body, "prolong", office.head, act="Рішення № 11", until=making.day(400))
    assert (body.state, set(Member.objects.values_list("mandate_to", flat=True))) == ("working", {making.day(400)})
    clock.shift(timedelta(days=50))
    assert keep_terms() == {"calls": 0, "ending": 0, "ended": 0, "mandates": 0, "overdue": 0}


def test_the_chair_learns_once_that_the_answer_is_overdue(office, clock):
    body = making.working(office, clock)
    meeting = making.sent(office, clock, body)
    clock.shift(timedelta(days=30))
    keep_terms()
    assert not Letter.objects.filter(kind="groups/answer_overdue").exists()
    clock.shift(timedelta(days=1))
    keep_terms()
    keep_terms()
    chair = Member.objects.get(position="chair")
    letter = Letter.objects.get(kind="groups/answer_overdue")
    assert letter.recipient == chair.email
    making.answer(office, meeting)
    clock.shift(timedelta(days=5))
    keep_terms()
    assert Letter.objects.filter(kind="groups/answer_overdue").count() == 1
