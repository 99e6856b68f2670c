"""Races with real threads on a real database."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casework.errors import Refused
from core.models import Letter
from participation.groups.models import Member, WorkspaceAccess
from participation.groups.numbers import latest_announcement
from participation.groups.services import grant_access, keep_terms, plan_meeting
from tests import factories
from tests.casework.test_races import together
from tests.participation.groups import making

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.races]


def test_two_officials_cannot_take_the_last_seat_twice(clock, transactional_db):
    office = making.Office()
    body = making.deciding(office, clock, names=making.NAMES)
    body.calls.update(seats=1)
    cases = list(making.applications(body))
    results = together(
        lambda place: making.step(cases[place], "accept", office.head, reason="Відповідає.", conflict_note=""), 3
    )
    accepted = making.applications(body).filter(state="accepted").count()
    assert (accepted, sum(isinstance(result, Refused) for result in results)) == (1, 2)


def test_meetings_planned_at_once_have_numbers_of_their_own(clock, transactional_db):
    office = making.Office()
    body = making.working(office, clock)
    starts_at = timezone.now() + timedelta(days=9)
    plan = {"starts_at": starts_at, "announce_by": latest_announcement(starts_at), "place": "Зала"}
    results = together(lambda _place: plan_meeting(body, actor=office.official, **plan), 8)
    assert not [result for result in results if isinstance(result, Exception)]
    assert sorted(meeting.sequence for meeting in results) == list(range(1, 9))


def test_reminders_and_access_are_written_once_by_rival_runs(clock, transactional_db):
    office = making.Office()
    body = making.working(office, clock, mandate_to=making.day(60))
    person = factories.resident()
    results = together(lambda _place: (keep_terms(), grant_access(body, user=person, actor=office.head)), 6)
    assert not [result for result in results if isinstance(result, Exception)]
    assert WorkspaceAccess.objects.count() == 1
    assert Letter.objects.filter(kind="groups/mandate_ending", recipient=office.official.email).count() == 3
    assert Member.objects.filter(reminded_for=None).count() == 0
