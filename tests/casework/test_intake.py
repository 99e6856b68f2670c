"""A case begins once, with a number without gaps and a secret code."""

import re
import uuid
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from casework.actors import Actor
from casework.enums import Channel
from casework.models import Applicant, Case, CaseEvent, NumberSequence
from casework.services import find_case
from core.models import Letter
from tests.casework.making import make_request, make_suggestion
from tests.conftest import KYIV
from tests.factories import desk_operator, resident

pytestmark = pytest.mark.django_db


def test_numbers_follow_each_other_by_procedure_and_year(clock):
    assert [make_request().case.number for _ in range(3)] == [f"ЗПІ-2026-0000{n}" for n in (1, 2, 3)]
    assert make_suggestion().case.number == "ПРП-2026-00001"
    clock.move_to(datetime(2027, 1, 1, 0, 0, 1, tzinfo=KYIV))
    assert make_request().case.number == "ЗПІ-2027-00001"


def test_the_same_key_gives_the_same_case_and_receipt(clock):
    key = uuid.uuid4()
    first, again = make_request(key=key), make_request(key=key, text="Інший текст")
    assert first.created
    assert not again.created
    assert (again.case.pk, again.code) == (first.case.pk, first.code)
    assert Case.objects.count() == 1
    assert Letter.objects.filter(recipient="hanna@example.org").count() == 1


def test_a_refused_submission_leaves_no_gap(clock):
    make_request()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_request(channel="pigeon")
    assert make_request().case.number == "ЗПІ-2026-00002"
    assert NumberSequence.objects.get(prefix="ЗПІ").last == 2


def test_the_code_is_twelve_unmistakable_signs_and_stored_only_as_a_digest(clock):
    receipt = make_request()
    assert re.fullmatch(r"([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}", receipt.code)
    stored = Case.objects.values().get(pk=receipt.case.pk)
    assert receipt.code.replace("-", "") not in str(stored)


@pytest.mark.parametrize("spoil", [str.lower, lambda code: code.replace("-", " "), lambda code: f"  {code} "])
def test_people_may_type_the_code_as_they_like(clock, spoil):
    receipt = make_request()
    assert find_case(receipt.case.number.lower(), spoil(receipt.code)).pk == receipt.case.pk


def test_a_number_typed_with_latin_look_alikes_and_any_dash_is_found(clock):
    receipt = make_request()
    assert find_case(receipt.case.number.replace("І", "I").replace("-", "–"), receipt.code).pk == receipt.case.pk


def test_an_unknown_number_and_a_wrong_code_find_nothing(clock):
    receipt = make_request()
    assert find_case("ЗПІ-2026-99999", receipt.code) is None
    assert find_case(receipt.case.number, "2222-2222-2222") is None
    assert find_case("", "") is None


def test_personal_data_stand_apart_with_purpose_and_end(clock):
    applicant = Applicant.objects.get(case=make_request().case)
    assert applicant.name == "Ганна Коваленко"
    assert applicant.purpose
    assert applicant.keep_until.year == 2031
    assert "Ганна" not in str(CaseEvent.objects.values())


def test_a_web_case_registers_itself_and_a_signed_in_person_owns_it(clock):
    person = resident()
    case = make_request(actor=Actor.person(person)).case
    assert (case.state, case.submitter, case.filed_by) == ("registered", person, None)
    assert [event.event for event in case.events.all()] == ["received", "register"]


def test_the_desk_files_for_a_person_who_then_is_not_the_owner(clock):
    operator = desk_operator()
    case = make_request(
        actor=Actor.person(operator), channel=Channel.POST, received_at=datetime(2026, 11, 20, 12, tzinfo=KYIV)
    ).case
    assert (case.submitter, case.filed_by) == (None, operator)
    assert case.due_at.astimezone(KYIV).date().isoformat() == "2026-11-27"


def test_suspicious_cases_are_registered_while_the_clock_runs(clock):
    case = make_request(suspicion="trap").case
    assert case.is_quarantined
    assert case.number
    assert case.due_at > case.received_at + timedelta(days=4)
    assert not Case.objects.in_public_register().filter(pk=case.pk).exists()
