"""Applications: the form on the site and at the desk, reasoned decisions, objections."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from casework.actors import Actor
from casework.errors import InvalidFields, Refused
from casework.intake import desk_form_of, file_case
from casework.people import erase_applicants
from core.models import Letter
from participation.groups.forms.intake import SeatForm
from participation.groups.models import Member, MembershipApplication
from participation.groups.procedures.application import APPLICATION
from tests import factories
from tests.participation.groups import making
from tests.participation.groups.making import step

pytestmark = pytest.mark.django_db


def filled(body, **fields):
    """What a person types."""
    return {
        "call": body.calls.first().pk,
        "person": "Марина Ткаченко",
        "email": "maryna@example.org",
        "text": "Маю досвід роботи з переселенцями.",
        "has_conflict": "no",
        **fields,
    }


def errors_of(form):
    assert not form.is_valid()
    return set(form.errors)


class TestForm:
    def test_it_makes_a_case_of_the_bodys_unit_with_a_number_and_a_letter(self, office):
        body = making.calling(office)
        form = SeatForm(filled(body))
        assert form.is_valid(), form.errors
        case = file_case("seat", form, actor=Actor.applicant()).case
        assert (case.state, case.unit, case.visibility) == ("received", office.unit, "private")
        letter = Letter.objects.get(kind="groups/application_received", recipient="maryna@example.org")
        assert case.number in letter.subject

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"person": ""}, "person"),
            ({"text": ""}, "text"),
            ({"email": ""}, "email"),
            ({"has_conflict": ""}, "has_conflict"),
            ({"has_conflict": "yes"}, "conflict_statement"),
            ({"call": 10**30}, "call"),
        ],
    )
    def test_what_is_missing_is_told_beside_its_field(self, office, change, field):
        assert field in errors_of(SeatForm(filled(making.calling(office), **change)))

    def test_a_closed_call_takes_nothing_from_the_site(self, office, clock):
        body = making.calling(office)
        clock.shift(timedelta(days=16))
        assert errors_of(SeatForm(filled(body))) == {"call"}

    def test_one_account_applies_once(self, office):
        body, person = making.calling(office), factories.resident()
        first = making.application(body, by=person)
        assert errors_of(SeatForm(filled(body), user=person)) == {"call"}
        step(first, "withdraw", person)
        assert SeatForm(filled(body), user=person).is_valid()

    def test_paper_that_came_in_time_is_keyed_in_after_the_call(self, office, clock):
        body = making.calling(office)
        came = timezone.localdate()
        clock.shift(timedelta(days=16))
        step(body, "close_call", "system")
        desk = desk_form_of(APPLICATION)
        paper = {**filled(body, email=""), "channel": "desk", "no_contact": "on", "consent": "on"}
        assert errors_of(desk(paper)) == {"call"}
        form = desk({**paper, "received_on": came.isoformat()})
        assert form.is_valid(), form.errors
        case = file_case("seat", form, actor=Actor.person(office.desk)).case
        assert (case.channel, case.filed_by, timezone.localdate(case.received_at)) == ("desk", office.desk, came)
        assert step(case, "consider", office.official).state == "considering"


class TestDecision:
    def test_all_are_considered_together_after_the_call(self, office, clock):
        body = making.calling(office)
        case = making.application(body)
        with pytest.raises(Refused):
            step(case, "consider", office.official)
        clock.shift(timedelta(days=16))
        step(body, "close_call", "system")
        case.refresh_from_db()
        running = case.clocks.running().get(name="decision")
        assert (case.state, running.rule) == ("considering", "group-application")
        assert timezone.localdate(running.due_at) == making.day(30)

    def test_a_refusal_without_ground_or_reasons_cannot_be(self, office, clock):
        body = making.deciding(office, clock)
        case = making.applications(body).first()
        for fields in ({"ground": "", "reason": "Ні."}, {"ground": "criteria", "reason": ""}):
            with pytest.raises(InvalidFields):
                step(case, "refuse", office.official, **fields)
        with pytest.raises(IntegrityError), transaction.atomic():
            MembershipApplication.objects.filter(pk=case.pk).update(ground="criteria", reason="")

    def test_the_reasons_reach_the_applicant(self, office, clock):
        body = making.decided(office, clock, refused=("Степан Кривенко",))
        case = making.applications(body).get(state="refused")
        letter = Letter.objects.get(kind="groups/application_refused")
        assert "Мешкає в іншій громаді." in letter.text
        assert case.get_outcome_display() == "Відмовлено" or case.outcome == "refused"

    def test_an_acceptance_says_why_too(self, office, clock):
        case = making.applications(making.deciding(office, clock)).first()
        with pytest.raises(InvalidFields):
            step(case, "accept", office.official, reason="", conflict_note="")

    def test_a_declared_conflict_is_settled_in_public(self, office, clock):
        body = making.calling(office)
        case = making.application(body, has_conflict=True, conflict_statement="Здає житло.")
        clock.shift(timedelta(days=16))
        step(body, "close_call", "system")
        with pytest.raises(InvalidFields):
            step(case, "accept", office.official, reason="Відповідає.", conflict_note="")
        step(case, "accept", office.official, reason="Відповідає.", conflict_note="Не голосує щодо оренди.")
        step(body, "approve_composition", office.head, **making.composition(body))
        assert Member.objects.get().conflict_note == "Не голосує щодо оренди."

    def test_nobody_decides_on_their_own_application(self, office, clock):
        body = making.calling(office)
        case = making.application(body, by=office.official)
        clock.shift(timedelta(days=16))
        step(body, "close_call", "system")
        with pytest.raises(Refused):
            step(case, "accept", office.official, reason="Відповідаю.", conflict_note="")
        assert step(case, "accept", office.head, reason="Відповідає.", conflict_note="").state == "accepted"

    def test_no_more_are_accepted_than_there_are_seats(self, office, clock):
        body = making.deciding(office, clock, names=(*making.NAMES, "Четвертий"))
        cases = list(making.applications(body))
        for case in cases[:3]:
            step(case, "accept", office.official, reason="Відповідає.", conflict_note="")
        with pytest.raises(Refused):
            step(cases[3], "accept", office.official, reason="Відповідає.", conflict_note="")

    def test_a_refused_person_may_object_until_the_composition_is_approved(self, office, clock):
        body = making.decided(office, clock, refused=("Степан Кривенко", "Іван Сірко"))
        first, second = making.applications(body).filter(state="refused")
        first = step(first, "object", text="Я переїхав сюди торік.")
        assert first.state == "considering"
        assert first.messages.get().text == "Я переїхав сюди торік."
        step(first, "refuse", office.head, ground="seats", reason="Місць не лишилося.")
        step(body, "approve_composition", office.head, **making.composition(body))
        with pytest.raises(Refused):
            step(second, "object", text="Я теж.")

    def test_retention_empties_the_originals_and_leaves_the_decision(self, office, clock):
        body = making.working(office, clock, refused=("Степан Кривенко",))
        case = making.applications(body).get(state="closed")
        MembershipApplication.objects.filter(pk=case.pk).update(experience="Досвід", organisation="Фірма")
        assert erase_applicants(type(case.applicant).objects.filter(case=case.pk)) == 1
        case = MembershipApplication.objects.get(pk=case.pk)
        assert (case.experience, case.organisation, case.applicant.name) == ("", "", "")
        assert case.reason == "Мешкає в іншій громаді."
