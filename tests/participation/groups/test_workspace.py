"""The workspace: only for those with access, which membership does not give."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from accounts import mydata
from casework.errors import Refused
from core.models import Letter
from participation.groups.models import Attendance, BodyDocument, Member, MinutesRemark, WorkspaceAccess
from participation.groups.services import confirm_attendance, grant_access, revoke_access
from tests import factories
from tests.participation.groups import making

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


@pytest.fixture
def body(office, clock):
    return making.working(office, clock)


@pytest.fixture
def member(body):
    """A member whose account is known."""
    found = making.members(body)[0]
    found.user = factories.resident(email="member@example.org")
    found.save()
    return found


def address(body, number=""):
    return f"/uchast/hrupy/{body.slug}/kabinet/{number}{'/' if number else ''}"


def test_a_member_without_access_finds_no_workspace(signed_in, body, member):
    assert signed_in(member.user).get(address(body)).status_code == 404


def test_access_without_membership_reads_but_does_not_confirm_attendance(signed_in, office, body):
    meeting = making.announced(office, body)
    reader = factories.resident()
    access = grant_access(body, user=reader, actor=office.head)
    browser = signed_in(reader)
    assert browser.get(address(body)).status_code == 200
    assert "intention" not in browser.get(address(body, 1)).content.decode()
    with pytest.raises(Refused):
        confirm_attendance(meeting, access=access, intention="coming")
    assert not Member.objects.filter(user=reader).exists()


@pytest.mark.parametrize("way", ["revoked", "over", "another body", "stranger"])
def test_everybody_else_finds_nothing(signed_in, office, body, clock, way):
    person = factories.resident()
    if way != "stranger":
        where = making.proposed(office, name="Інша рада") if way == "another body" else body
        access = grant_access(where, user=person, actor=office.head, until=making.day(3))
        if way == "revoked":
            assert revoke_access(access, actor=office.head)
        if way == "over":
            clock.shift(timedelta(days=4))
    assert signed_in(person).get(address(body)).status_code == 404


def test_a_visitor_is_asked_to_sign_in(client, body):
    assert client.get(address(body)).status_code == 302


def test_access_is_one_for_a_person_and_told_by_letter_once(office, body, member):
    first = grant_access(body, user=member.user, actor=office.head)
    second = grant_access(body, user=member.user, actor=office.head, member=member)
    assert first == second
    assert Letter.objects.filter(kind="groups/access_granted").count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkspaceAccess.objects.create(body=body, user=member.user)


def test_the_agenda_is_read_before_the_public_has_it(signed_in, client, office, body, member):
    grant_access(body, user=member.user, actor=office.head, member=member)
    making.planned(office, body, questions=("Таємниця порядку денного",))
    assert "Таємниця" in signed_in(member.user).get(address(body, 1)).content.decode()
    assert client.get(f"/uchast/hrupy/{body.slug}/zasidannia/1/").status_code == 404
    assert "Таємниця" not in client.get(f"/uchast/hrupy/{body.slug}/").content.decode()


def test_a_member_says_whether_they_come_and_may_change_it(signed_in, office, body, member):
    grant_access(body, user=member.user, actor=office.head, member=member)
    meeting = making.announced(office, body)
    browser = signed_in(member.user)
    for intention in ("coming", "away"):
        answer = browser.post(address(body, 1), {"intention_sent": "1", "intention": intention})
        assert answer.status_code == 302
    assert Attendance.objects.get().intention == "away"
    assert browser.post(address(body, 1), {"intention_sent": "1", "intention": "?"}).status_code == 422
    meeting.refresh_from_db()
    assert meeting.attendances.get().was_present is None


def test_attendance_is_not_confirmed_when_the_mandate_is_over(office, body, member):
    access = grant_access(body, user=member.user, actor=office.head, member=member)
    meeting = making.announced(office, body)
    Member.objects.filter(pk=member.pk).update(ended_on=making.day(), end_reason="За заявою")
    access.refresh_from_db()
    with pytest.raises(Refused):
        confirm_attendance(meeting, access=WorkspaceAccess.objects.get(), intention="coming")


def test_remarks_are_read_by_their_author_and_staff_only(signed_in, client, office, clock, body, member):
    grant_access(body, user=member.user, actor=office.head, member=member)
    colleague = factories.resident()
    grant_access(body, user=colleague, actor=office.head)
    meeting = making.minuted(office, clock, body)
    words = "У питанні 1 я казала інше."
    browser = signed_in(member.user)
    assert browser.post(address(body, 1), {"remark_sent": "1", "text": words}).status_code == 302
    assert browser.post(address(body, 1), {"remark_sent": "1", "text": ""}).status_code == 422
    assert words in browser.get(address(body, 1)).content.decode()
    assert words not in signed_in(colleague).get(address(body, 1)).content.decode()
    assert words not in client.get(meeting.get_absolute_url()).content.decode()
    assert words in signed_in(office.official).get(f"/admin/hrupy/zasidannia/{meeting.pk}/").content.decode()


def test_remarks_are_not_taken_before_the_meeting(signed_in, office, body, member):
    grant_access(body, user=member.user, actor=office.head, member=member)
    making.announced(office, body)
    assert signed_in(member.user).post(address(body, 1), {"remark_sent": "1", "text": "Рано."}).status_code == 404


class TestDocuments:
    def stored(self, body, **fields):
        return BodyDocument.take(SimpleUploadedFile("plan.pdf", PDF), body=body, title="План роботи", **fields)

    def get(self, browser, document):
        return browser.get(f"/uchast/hrupy/{document.body.slug}/fail/{document.pk}/").status_code

    def test_a_public_one_is_everybodys(self, client, body):
        assert self.get(client, self.stored(body)) == 200

    def test_one_of_the_workspace_needs_access(self, client, signed_in, office, body, member):
        document = self.stored(body, readers="workspace")
        assert self.get(client, document) == 404
        assert self.get(signed_in(member.user), document) == 404
        grant_access(body, user=member.user, actor=office.head)
        assert self.get(signed_in(member.user), document) == 200
        assert self.get(signed_in(office.official), document) == 200
        assert self.get(signed_in(office.stranger), document) == 404

    def test_one_of_a_planned_meeting_waits_for_the_announcement(self, client, office, body):
        meeting = making.planned(office, body)
        document = self.stored(body, meeting=meeting)
        assert self.get(client, document) == 404
        making.step(meeting, "announce", office.official)
        assert self.get(client, document) == 200


def test_who_leaves_the_portal_takes_access_and_remarks_along(office, clock, body, member):
    access = grant_access(body, user=member.user, actor=office.head, member=member)
    meeting = making.held(office, clock, body)
    MinutesRemark.objects.create(meeting=meeting, author=access.user, text="Зауваження")
    given = mydata.export(member.user)["groups"]
    assert (len(given["mandates"]), len(given["access"]), len(given["remarks"])) == (1, 1, 1)
    mydata.erase(member.user)
    member.refresh_from_db()
    assert (member.user, member.email, bool(member.name)) == (None, "", True)
    assert not WorkspaceAccess.objects.exists()
    assert not MinutesRemark.objects.exists()
