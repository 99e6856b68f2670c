"""A refusal cannot be incomplete: not by the form, not by the database (Law 2939-VI, Art. 22 p. 4)."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from casework.enums import AnswerKind, AnswerState
from casework.errors import InvalidFields, Refused
from casework.models import Answer
from core.models import Letter
from participation.inquiries.answers import gaps
from participation.inquiries.forms.answers import DraftForm, appeal_clause
from participation.inquiries.models import Refusal, RefusalGround
from tests.participation.inquiries import making
from tests.participation.inquiries.making import as_person, step

pytestmark = pytest.mark.django_db
OWED = ["text", "ground", "reasons", "appeal", "officer_name", "officer_position", "signed_on", "signature"]


@pytest.mark.parametrize("name", OWED)
def test_a_refusal_is_not_fired_without(office, name):
    case = making.in_work(office)
    with pytest.raises(InvalidFields) as caught:
        step(case, "draft", office.official, **making.refusal(**{name: ""}))
    assert list(caught.value.form.errors) == [name]
    assert not case.answers.exists()


@pytest.mark.parametrize("name", ["interest", "harm", "balance"])
def test_restricted_information_needs_the_whole_three_part_test(office, name):
    with pytest.raises(InvalidFields) as caught:
        step(making.in_work(office), "draft", office.official, **making.refusal("art22-2", **{name: " "}))
    assert list(caught.value.form.errors) == [name]


def test_other_grounds_need_no_test(office):
    case = step(making.in_work(office), "draft", office.official, **making.refusal("art22-4"))
    assert Refusal.objects.get(answer__case=case).interest == ""


def test_a_partial_answer_says_what_is_given(office):
    with pytest.raises(InvalidFields) as caught:
        step(making.in_work(office), "draft", office.official, **making.partial(given_part=""))
    assert list(caught.value.form.errors) == ["given_part"]


def test_a_full_answer_owes_none_of_it(office):
    case = making.drafted(office)
    assert not Refusal.objects.filter(answer__case=case).exists()
    assert gaps(case.answers.get()) == ()


def test_the_letter_says_everything_that_the_law_asks(office):
    making.answered(office, answer=making.partial())
    text = Letter.objects.get(kind="inquiries/answered").text
    for words in (
        "Договір без банківських реквізитів", "п. 2 ч. 1 ст. 22", "Безпека", "Шкода", "Переважає",
        "Уповноваженому", "Оксана Мельник", "Головна спеціалістка", "23 листопада 2026", "КЕП",
    ):  # fmt: skip
        assert words in text, words


def test_the_form_is_prefilled_with_the_officer_the_day_and_the_appeal_clause(office):
    case = making.in_work(office)
    form = DraftForm(case=case, actor=as_person(office.official), now=timezone.now())
    assert form["officer_name"].initial == "Оксана Мельник"
    assert form["officer_position"].initial == office.official.position
    assert form["signed_on"].initial == timezone.localdate()
    assert form["appeal"].initial == appeal_clause()


def test_the_grounds_offered_are_those_in_force(office):
    RefusalGround.objects.create(
        code="art22-5", article="п. 5", text="Майбутня підстава", valid_from="2027-01-01", order=5
    )
    case = making.in_work(office)
    form = DraftForm(case=case, actor=as_person(office.official), now=timezone.now())
    assert [ground.code for ground in form.fields["ground"].queryset] == ["art22-1", "art22-2", "art22-3", "art22-4"]


def refused_row(case, office, **fields):
    """A refusal written past every form."""
    whole = {
        "kind": AnswerKind.REFUSED, "state": AnswerState.PUBLISHED, "text": "Ні", "ground": "п. 1", "reasoning": "Так",
        "appeal": "До суду", "officer_name": "Оксана", "signed_on": timezone.localdate(),
        "drafted_by": office.official, "approved_by": office.head,
    }  # fmt: skip
    return Answer.objects.create(case_id=case.pk, version=9, **{**whole, **fields})


@pytest.mark.parametrize(
    "gap", [{"officer_name": ""}, {"ground": ""}, {"reasoning": ""}, {"appeal": ""}, {"signed_on": None}]
)
def test_the_database_refuses_an_incomplete_refusal(office, gap):
    case = making.in_work(office)
    with pytest.raises(IntegrityError), transaction.atomic():
        refused_row(case, office, **gap)


def test_the_database_refuses_an_answer_approved_by_its_drafter(office):
    with pytest.raises(IntegrityError), transaction.atomic():
        refused_row(making.in_work(office), office, approved_by=office.official)


@pytest.mark.parametrize("gap", [{"signature": ""}, {"reasons": ""}, {"interest": "Безпека"}])
def test_the_database_refuses_a_refusal_without_signature_or_with_half_a_test(office, gap):
    answer = refused_row(making.in_work(office), office)
    whole = {"ground": RefusalGround.objects.first(), "reasons": "Так", "signature": "КЕП"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Refusal.objects.create(answer=answer, **{**whole, **gap})


def test_a_refusal_spoiled_after_drafting_is_not_approved(office):
    case = step(making.in_work(office), "draft", office.official, **making.refusal())
    Answer.objects.filter(case=case.pk).update(officer_name="")
    with pytest.raises(Refused, match=r"ім’я|name"):
        step(case, "approve", office.head)
