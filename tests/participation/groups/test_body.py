"""A body from proposal to archive; composition and access are two tables."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from casework.errors import InvalidFields, Refused
from core.models import Letter
from participation.groups.models import Body, Call, Member, WorkspaceAccess
from participation.groups.services import grant_access
from participation.statute.models import StatuteParameter
from tests import factories
from tests.participation.groups import making
from tests.participation.groups.making import day, step

pytestmark = pytest.mark.django_db


def problems(error):
    return error.value.form.errors


class TestBeginning:
    def test_a_proposal_is_not_public_until_the_body_is_founded(self, office):
        body = making.proposed(office)
        assert not Body.objects.public().exists()
        body = step(body, "found", office.head, **making.facts())
        assert Body.objects.public().get() == body
        assert (body.public_title, body.state, body.seats) == ("Рада переселенців", "founded", 3)
        assert Letter.objects.filter(kind="groups/founded", recipient="oksana@example.org").count() == 1

    def test_only_the_head_records_the_decision(self, office):
        with pytest.raises(Refused):
            step(making.proposed(office), "found", office.official, **making.facts())

    def test_a_decision_of_tomorrow_is_refused(self, office):
        with pytest.raises(InvalidFields) as error:
            step(making.proposed(office), "found", office.head, **making.facts(founded_on=day(1)))
        assert "founded_on" in problems(error)

    def test_a_refusal_to_found_has_a_reason_that_the_proposer_reads(self, office):
        step(making.proposed(office), "decline", office.head, reason="Така рада вже є.")
        assert "Така рада вже є." in Letter.objects.get(kind="groups/declined").text

    def test_two_bodies_of_one_name_have_two_addresses(self, office):
        slugs = {making.proposed(office).slug for _ in range(3)}
        assert len(slugs) == 3
        assert making.proposed(office, name="Рекомендації").slug != "rekomendatsii"


class TestCall:
    def test_it_lasts_at_least_fifteen_days(self, office):
        with pytest.raises(InvalidFields) as error:
            making.calling(office, days=14)
        assert "closes_on" in problems(error)
        assert making.calling(office, days=15).calls.get().closes_on == day(15)

    def test_the_statute_sets_another_number_from_its_day(self, office):
        StatuteParameter.objects.create(key="group-call", value=20, unit="calendar_day", act="Статут", valid_from=day())
        with pytest.raises(InvalidFields):
            making.calling(office, days=19)
        assert making.calling(office, days=20).state == "calling"

    def test_nobody_closes_it_before_its_last_day_has_passed(self, office, clock):
        body = making.calling(office)
        with pytest.raises(Refused):
            step(body, "close_call", office.head)
        clock.shift(timedelta(days=15))
        with pytest.raises(Refused):
            step(body, "close_call", "system")
        clock.shift(timedelta(days=1))
        assert step(body, "close_call", "system").state == "deciding"
        assert Letter.objects.filter(kind="groups/call_closed", recipient=office.official.email).exists()

    def test_it_is_extended_with_a_public_reason_and_never_shortened(self, office):
        body = making.calling(office)
        with pytest.raises(InvalidFields):
            step(body, "extend_call", office.official, closes_on=day(15), reason="Мало заявок.")
        step(body, "extend_call", office.official, closes_on=day(25), reason="Мало заявок.")
        call = body.calls.get()
        assert (call.closes_on, call.extension_reason) == (day(25), "Мало заявок.")
        running = body.clocks.running().get(name="call")
        assert timezone.localdate(running.due_at) == day(25)

    def test_the_database_keeps_one_call_at_a_time(self, office):
        body = making.calling(office)
        with pytest.raises(IntegrityError), transaction.atomic():
            Call.objects.create(body=body, seats=1, criteria="x", closes_on=day(20))

    def test_a_call_that_brought_nobody_ends_and_another_may_begin(self, office, clock):
        body = making.deciding(office, clock, names=())
        body = step(body, "repeat_call", office.official, reason="Заявок не було.")
        assert body.state == "founded"
        assert body.calls.get().state == "cancelled"


class TestComposition:
    def test_every_application_is_decided_first(self, office, clock):
        body = making.deciding(office, clock)
        with pytest.raises(Refused):
            step(body, "approve_composition", office.head, **making.composition(body))

    def test_it_makes_members_with_their_mandates(self, office, clock):
        body = making.working(office, clock, refused=("Степан Кривенко",))
        members = making.members(body)
        assert [member.name for member in members] == sorted(making.NAMES)
        assert {member.act for member in members} == {"Рішення № 10"}
        assert [member.position for member in members].count("chair") == 1
        assert (body.state, body.term_ends_on) == ("working", members[0].mandate_to)
        assert set(making.applications(body).values_list("state", flat=True)) == {"appointed", "closed"}
        assert Letter.objects.filter(kind="groups/application_appointed").count() == 3

    def test_membership_opens_no_workspace(self, office, clock):
        making.working(office, clock)
        assert Member.objects.count() == 3
        assert not WorkspaceAccess.objects.exists()

    def test_there_is_one_chair(self, office, clock):
        body = making.decided(office, clock)
        fields = making.composition(body)
        chairs = {name: "chair" for name in fields if name.startswith("position_")}
        with pytest.raises(InvalidFields):
            step(body, "approve_composition", office.head, **{**fields, **chairs})

    def test_a_mandate_ends_after_it_begins(self, office, clock):
        body = making.decided(office, clock)
        with pytest.raises(InvalidFields):
            step(body, "approve_composition", office.head, **making.composition(body, mandate_to=day()))

    def test_free_seats_are_called_for_while_the_body_works(self, office, clock):
        body = making.working(office, clock)
        Member.objects.filter(name="Ігор Панченко").update(ended_on=day(), end_reason="За заявою")
        fields = {"seats": 1, "criteria": "Досвід.", "documents": "", "closes_on": day(15)}
        body = step(body, "open_call", office.official, **fields)
        assert body.state == "working"
        with pytest.raises(Refused):
            step(body, "open_call", office.official, **fields)
        newcomer = making.application(body, "Віктор Гончар")
        clock.shift(timedelta(days=16))
        step(body, "close_call", "system")
        step(newcomer, "accept", office.official, reason="Відповідає.", conflict_note="")
        fields = making.composition(body, **{f"position_{newcomer.pk}": "member"})
        step(body, "approve_composition", office.head, **fields)
        assert Member.objects.on().filter(body=body).count() == 3

    def test_it_is_never_larger_than_the_body(self, office, clock):
        body = making.working(office, clock)
        body = step(body, "open_call", office.official, seats=1, criteria="Досвід.", documents="", closes_on=day(15))
        newcomer = making.application(body, "Віктор Гончар")
        clock.shift(timedelta(days=16))
        step(body, "close_call", "system")
        step(newcomer, "accept", office.official, reason="Відповідає.", conflict_note="")
        with pytest.raises(InvalidFields):
            step(body, "approve_composition", office.head, **making.composition(body))


class TestEnd:
    def test_stopping_ends_mandates_access_and_hopes(self, office, clock):
        body = making.working(office, clock)
        access = grant_access(body, user=factories.resident(), actor=office.head)
        step(body, "open_call", office.official, seats=1, criteria="Досвід.", documents="", closes_on=day(15))
        hope = making.application(body, "Віктор Гончар", email="viktor@example.org")
        body = step(body, "stop", office.head, reason="Завдання виконано.")
        access.refresh_from_db()
        hope.refresh_from_db()
        assert (body.state, hope.state, access.is_in_force) == ("stopped", "lapsed", False)
        assert not Member.objects.on().filter(body=body).exists()
        assert Letter.objects.filter(kind="groups/application_lapsed", recipient="viktor@example.org").exists()
        assert step(body, "archive", office.official).state == "archived"

    def test_nobody_is_left_with_an_invitation(self, office, clock):
        body = making.working(office, clock)
        meeting = making.announced(office, body)
        with pytest.raises(Refused):
            step(body, "stop", office.head, reason="Завдання виконано.")
        step(meeting, "cancel", office.official, reason="Орган припиняють.")
        assert step(body, "stop", office.head, reason="Завдання виконано.").state == "stopped"

    def test_an_owed_answer_keeps_the_body_out_of_the_archive(self, office, clock):
        body = making.working(office, clock)
        making.sent(office, clock, body)
        body = step(body, "stop", office.head, reason="Завдання виконано.")
        with pytest.raises(Refused):
            step(body, "archive", office.official)
