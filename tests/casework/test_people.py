"""What the register holds of a person: shown, given out, made nameless."""

import json
from datetime import datetime

import pytest

from accounts import mydata
from casework.actors import Actor
from casework.models import Applicant, Case, CaseEvent
from casework.people import erase_expired
from casework.services import fire, verify_chain
from tests.casework.making import make_request
from tests.conftest import KYIV
from tests.factories import resident

pytestmark = pytest.mark.django_db


def test_the_cabinet_lists_own_cases_only(signed_in, clock):
    person = resident()
    mine, other = make_request(actor=Actor.person(person)).case, make_request().case
    page = signed_in(person).get("/kabinet/").content.decode()
    assert mine.number in page
    assert other.number not in page


def test_a_person_gets_everything_that_is_held(clock):
    person = resident()
    case = make_request(actor=Actor.person(person)).case
    fire(case, "write_to_office", actor=Actor.person(person), text="Доповнення")
    held = json.dumps(mydata.export(person)["cases"], ensure_ascii=False)
    for words in (case.number, "Скільки коштував ремонт", "Доповнення", "hanna@example.org"):
        assert words in held


def test_erasing_a_person_empties_closed_cases_and_keeps_the_record(clock):
    person = resident()
    case = make_request(actor=Actor.person(person)).case
    case = fire(case, "withdraw", actor=Actor.person(person))
    mydata.erase(person)
    applicant = Applicant.objects.get(case=case.pk)
    assert (applicant.name, applicant.email) == ("", "")
    assert applicant.erased_at
    kept = Case.objects.get(pk=case.pk)
    assert kept.number == case.number
    assert "ремонт" not in kept.text + kept.search_folded
    assert verify_chain(kept) == []
    assert CaseEvent.objects.filter(case=case.pk).count() == 3


def test_an_open_case_keeps_what_its_answer_needs_until_it_is_closed(clock):
    person = resident()
    case = make_request(actor=Actor.person(person)).case
    mydata.erase(person)
    assert Applicant.objects.get(case=case.pk).email == "hanna@example.org"
    fire(case, "withdraw", actor=Actor.person(person))
    assert erase_expired() == 1
    assert Applicant.objects.get(case=case.pk).email == ""


def test_the_retention_job_waits_for_the_end_date(clock):
    case = make_request().case
    fire(case, "withdraw", actor=Actor.applicant())
    assert erase_expired() == 0
    clock.move_to(datetime(2031, 11, 24, 9, tzinfo=KYIV))
    assert erase_expired() == 1
    assert Applicant.objects.get(case=case.pk).name == ""
