"""The staff's screens: composition apart from access, documents, agenda, roll-call, exports; other units find nothing."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import ModelLogEntry

from participation.groups.models import BodyDocument, GroupMeeting, Member, Vote, WorkspaceAccess
from participation.groups.services import grant_access
from tests import factories
from tests.participation.groups import making

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


@pytest.fixture
def body(office, clock):
    return making.working(office, clock)


@pytest.fixture
def clerk(signed_in, office, body):
    return signed_in(office.official)


def url(name, *keys):
    return reverse(f"groups_staff:{name}", args=keys)


def shown(clerk, name, *keys):
    answer = clerk.get(url(name, *keys))
    assert answer.status_code == 200
    return answer.content.decode()


class TestReach:
    def test_an_official_of_another_unit_finds_neither_list_nor_screens(self, signed_in, office, body):
        meeting = making.planned(office, body)
        stranger = signed_in(office.stranger)
        assert body.name not in shown(stranger, "index")
        for name, key in (
            ("screen", body),
            ("member_add", body),
            ("grant", body),
            ("plan", body),
            ("meeting", meeting),
        ):
            assert stranger.get(url(name, key.pk)).status_code == 404, name

    @pytest.mark.parametrize("role", ["editor", "press_officer", "administrator", "resident"])
    def test_who_does_not_work_with_cases_is_kept_out(self, signed_in, body, role):
        answer = signed_in(getattr(factories, role)()).get(url("screen", body.pk))
        assert answer.status_code in (302, 403)

    @pytest.mark.parametrize("key", [0, 2**63, 10**30])
    def test_keys_that_are_nobodys_are_not_found(self, clerk, office, key):
        assert clerk.get(url("screen", key)).status_code == 404
        assert clerk.get(url("meeting", key)).status_code == 404


class TestComposition:
    def fields(self, **fields):
        return {
            "name": "Віктор Гончар", "position": "member", "occupation": "", "organisation": "", "conflict_note": "",
            "act": "Рішення № 12", "mandate_from": f"{making.day()}", "mandate_to": f"{making.day(90)}", "email": "", **fields,
        }  # fmt: skip

    def test_a_member_by_an_act_needs_a_free_seat_and_gets_no_access(self, clerk, body):
        address = url("member_add", body.pk)
        assert clerk.post(address, self.fields()).status_code == 422
        Member.objects.filter(name="Ігор Панченко").update(ended_on=making.day(), end_reason="За заявою")
        assert clerk.post(address, self.fields(position="chair")).status_code == 422
        assert clerk.post(address, self.fields(mandate_to=f"{making.day(-1)}")).status_code == 422
        assert clerk.post(address, self.fields()).status_code == 302
        assert Member.objects.get(name="Віктор Гончар").body == body
        assert not WorkspaceAccess.objects.exists()

    def test_ending_a_mandate_leaves_access_and_says_so(self, clerk, office, body):
        member = making.members(body)[0]
        grant_access(body, user=factories.resident(), actor=office.head, member=member)
        address = url("member_end", body.pk, member.pk)
        assert clerk.post(address, {"ended_on": f"{making.day()}", "end_reason": ""}).status_code == 422
        clerk.post(address, {"ended_on": f"{making.day()}", "end_reason": "За заявою"})
        assert WorkspaceAccess.objects.in_force().exists()
        assert "Повноваження закінчилися" in shown(clerk, "screen", body.pk)


class TestAccess:
    def test_it_is_given_to_an_account_and_taken_back(self, clerk, body):
        person = factories.resident(email="reader@example.org")
        address = url("grant", body.pk)
        assert clerk.post(address, {"email": "nobody@example.org"}).status_code == 422
        assert clerk.post(address, {"email": person.email, "until": f"{making.day(-1)}"}).status_code == 422
        assert clerk.post(address, {"email": "READER@example.org"}).status_code == 302
        access = WorkspaceAccess.objects.get()
        assert (access.user, access.member) == (person, None)
        take = url("revoke", body.pk, access.pk)
        assert clerk.get(take).status_code == 200
        assert access.is_in_force
        clerk.post(take)
        access.refresh_from_db()
        assert not access.is_in_force
        assert ModelLogEntry.objects.filter(action="groups.access").count() == 2

    def test_access_of_another_body_is_not_taken_here(self, clerk, office, body):
        other = making.proposed(office, name="Інша рада")
        access = grant_access(other, user=factories.resident(), actor=office.head)
        assert clerk.post(url("revoke", body.pk, access.pk)).status_code == 404


class TestDocuments:
    def test_they_are_added_and_taken_away(self, clerk, body):
        address = url("document_add", body.pk)
        fields = {"title": "Положення", "readers": "public"}
        assert clerk.post(address, fields).status_code == 422
        file = SimpleUploadedFile("p.pdf", PDF, "application/pdf")
        assert clerk.post(address, {**fields, "file": file}).status_code == 302
        document = BodyDocument.objects.get()
        clerk.get(url("document_delete", body.pk, document.pk))
        assert BodyDocument.objects.exists()
        clerk.post(url("document_delete", body.pk, document.pk))
        assert not BodyDocument.objects.exists()


class TestMeeting:
    def test_it_is_planned_with_an_agenda_that_closes_with_the_announcement(self, clerk, office, body):
        starts = f"{making.day(9)}T15:00"
        answer = clerk.post(url("plan", body.pk), {"starts_at": starts, "place": "Зала", "online_url": ""})
        meeting = GroupMeeting.objects.get()
        assert answer.url == url("meeting", meeting.pk)
        add = url("question_add", meeting.pk)
        assert clerk.post(add, {"title": "", "order": "1"}).status_code == 422
        clerk.post(add, {"title": "Про гуртожиток", "order": "1"})
        item = meeting.items.get()
        clerk.post(url("question", meeting.pk, item.pk), {"title": "Про дім", "order": "1"})
        item.refresh_from_db()
        assert item.title == "Про дім"
        making.step(meeting, "announce", office.official)
        for name, keys in (
            ("question_add", ()),
            ("question", (item.pk,)),
            ("question_delete", (item.pk,)),
            ("decide", (item.pk,)),
        ):
            assert clerk.post(url(name, meeting.pk, *keys), {}).status_code == 404, name

    def test_only_a_body_that_works_holds_meetings(self, clerk, office):
        assert clerk.get(url("plan", making.founded(office).pk)).status_code == 302

    def test_decisions_with_roll_call_of_those_present(self, clerk, office, clock, body):
        meeting = making.held(office, clock, body, came=2)
        item = meeting.items.get()
        address, (first, second, absent) = url("decide", meeting.pk, item.pk), making.members(body)
        fields = {"heard": "", "decision": "Ремонтувати.", "is_voted": "on", f"vote_{first.pk}": "against"}
        assert clerk.post(address, {**fields, "decision": ""}).status_code == 422
        assert clerk.post(address, {**fields, f"vote_{first.pk}": "maybe"}).status_code == 422
        for _twice in range(2):
            clerk.post(address, {**fields, f"vote_{absent.pk}": "for"})
        votes = dict(Vote.objects.values_list("member", "choice"))
        assert votes == {first.pk: "against", second.pk: "not_voted"}
        clerk.post(address, {**fields, "is_voted": ""})
        assert not Vote.objects.exists()

    def test_recommendations_are_written_until_they_are_sent(self, clerk, office, clock, body):
        meeting = making.minuted(office, clock, body, recommendations=())
        clerk.post(url("recommend_add", meeting.pk), {"text": "Перша.", "addressee": "Виконком", "order": "1"})
        row = meeting.recommendations.get()
        clerk.post(url("recommend", meeting.pk, row.pk), {"text": "Перша!", "addressee": "Виконком", "order": "1"})
        making.step(meeting, "send", office.official)
        row.refresh_from_db()
        assert row.text == "Перша!"
        for name in ("recommend", "recommend_delete"):
            assert clerk.post(url(name, meeting.pk, row.pk), {}).status_code == 404

    def test_the_screen_offers_what_the_table_allows(self, clerk, office, body):
        meeting = making.planned(office, body)
        assert 'data-event="announce"' in shown(clerk, "meeting", meeting.pk)
        making.step(meeting, "announce", office.official)
        page = shown(clerk, "meeting", meeting.pk)
        assert 'data-event="reschedule"' in page
        assert 'data-event="hold"' not in page


def test_the_table_of_applications_is_for_staff_and_recorded(signed_in, office, clock):
    body = making.decided(office, clock, refused=("Степан Кривенко",))
    answer = signed_in(office.official).get(url("applications_csv", body.pk))
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert len(rows) == 5
    assert ModelLogEntry.objects.filter(action="core.exported").count() == 1
    assert signed_in(office.stranger).get(url("applications_csv", body.pk)).status_code == 404


def test_screens_ask_as_often_for_many_rows_as_for_few(clerk, office, clock, body, constant_queries):
    def more(number):
        for place in range(number):
            making.planned(office, body, questions=())
            person = factories.resident()
            grant_access(body, user=person, actor=office.head, member=making.members(body)[place % 3])

    constant_queries(lambda: clerk.get(url("screen", body.pk)), more, few=3, more=15)
