"""The suggestion box: a second procedure is one small table."""

from datetime import date

import pytest
from django.utils import timezone

from casework.actors import Actor
from casework.errors import InvalidFields, Refused
from casework.services import allowed
from core.models import Letter
from participation.inquiries.procedures.suggestion import SUGGESTION
from tests.participation.inquiries import making
from tests.participation.inquiries.making import step

pytestmark = pytest.mark.django_db


def test_the_table_is_small():
    assert [state.key for state in SUGGESTION.states] == ["received", "read", "taken_up", "answered", "declined"]


def test_an_anonymous_suggestion_gets_a_number_and_two_promises(office):
    case = making.suggestion()
    assert case.number == "ПРП-2026-00001"
    assert case.state == "received"
    assert case.applicant.is_anonymous
    assert {clock.name for clock in case.clocks.running()} == {"read", "answer"}
    assert timezone.localdate(case.due_at) == date(2026, 12, 7)
    assert not Letter.objects.exists()


@pytest.mark.parametrize("event", ["taken_up", "answered", "declined"])
def test_read_then_decided_with_words_for_the_author(office, event):
    case = making.suggestion(applicant={"email": "olena@example.org"})
    with pytest.raises(Refused):
        step(case, event, office.head, reply="Лавку поставимо до 1 грудня")
    case = step(case, "read", office.head)
    with pytest.raises(InvalidFields):
        step(case, event, office.head)
    case = step(case, event, office.head, reply="Лавку поставимо до 1 грудня")
    assert (case.state, case.outcome, case.is_open, case.answered_late) == (event, event, False, False)
    letter = Letter.objects.get(kind=f"inquiries/suggestion_{event}", recipient="olena@example.org")
    assert "Лавку поставимо до 1 грудня" in letter.text


def test_the_author_with_an_address_gets_a_receipt(office):
    making.suggestion(applicant={"email": "olena@example.org"})
    assert Letter.objects.get().kind == "inquiries/suggestion_received"


def test_the_author_cannot_decide(office):
    case = step(making.suggestion(), "read", office.head)
    assert {row.event for row in allowed(case, Actor.applicant())} == {"write_to_office"}
