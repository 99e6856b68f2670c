"""The staff's screens: whose they are, what they write."""

import pytest

from casework.services import fire
from participation.drafts.models import Document
from tests.factories import editor
from tests.participation.hearings.making import DAY, SITTING, announced, in_state, person
from tests.support.files import docx, upload

pytestmark = pytest.mark.django_db

SCREENS = (
    "",
    "poriadok/",
    "dokumenty/",
    "povidomlennia/",
    "uchasnyky/",
    "uchasnyky/novyi/",
    "uchasnyky/spysok.csv",
    "mistsia/",
    "zasidannia/",
    "protokol/",
    "protokol.docx",
)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_opens_for_those_who_work_with_the_hearing_only(screen, cast, signed_in):
    hearing = announced(cast)
    person(hearing, needs="Пандус")
    address = f"/admin/slukhannia/{hearing.pk}/{screen}"
    for user in (cast.head, cast.desk, cast.official):
        assert signed_in(user).get(address).status_code == 200
    assert signed_in(cast.stranger).get(address).status_code == 404
    assert signed_in(editor()).get(address).status_code in (302, 403)
    assert signed_in(cast.resident).get(address).status_code in (302, 403)


def test_the_file_is_filled_from_its_screens(cast, signed_in):
    hearing, client = announced(cast), signed_in(cast.official)
    base = f"/admin/slukhannia/{hearing.pk}/"
    client.post(f"{base}poriadok/", {"title": "Запитання", "minutes": "20", "order": "200", "begins": "18:20"})
    client.post(f"{base}dokumenty/", {"title": "Схема", "files": upload("schema.docx", docx())})
    client.post(f"{base}povidomlennia/", {"kind": "board", "where": "Дошка", "posted_on": "2026-11-20"})
    assert [item.title for item in hearing.agenda.all()] == ["Доповідь", "Запитання"]
    assert hearing.documents.get().file.is_public
    assert hearing.proofs.get(kind="board").recorded_by == cast.official
    item = hearing.agenda.last()
    client.post(f"{base}poriadok/{item.pk}/vyluchyty/")
    assert hearing.agenda.count() == 1


def test_a_draft_stands_among_the_documents_and_cannot_be_a_file_too(cast, signed_in, client):
    hearing = announced(cast)
    draft = Document.objects.create(slug="pravyla", title="Правила", created_by=cast.official)
    hearing.documents.create(title="Правила", draft=draft)
    assert draft.get_absolute_url() in client.get(hearing.get_absolute_url()).content.decode()
    answer = signed_in(cast.official).post(f"/admin/slukhannia/{hearing.pk}/dokumenty/", {"title": "", "draft": ""})
    assert answer.status_code == 422


def test_the_scanned_code_lets_in_once(cast, signed_in):
    hearing = announced(cast)
    guest, client = person(hearing), signed_in(cast.desk)
    address = f"/admin/slukhannia/kvytok/{guest.code}/"
    assert client.get(address).status_code == 200
    client.post(address)
    client.post(address)
    assert hearing.registrations.present().count() == 1
    assert signed_in(cast.stranger).get(address).status_code == 404


def test_the_list_of_the_door_finds_by_name_code_and_state(cast, signed_in):
    hearing = announced(cast, places=1, reserved=0)
    first = person(hearing, 1, name="Ганна Коваленко")
    person(hearing, 2, name="Петро Заєць")
    client, address = signed_in(cast.desk), f"/admin/slukhannia/{hearing.pk}/uchasnyky/"
    for query, found in (
        ({"q": "ганна"}, 1),
        ({"q": first.code}, 1),
        ({"only": "waiting"}, 1),
        ({"q": "нема"}, 0),
        ({}, 2),
    ):
        assert client.get(address, query).context["page_obj"].paginator.count == found
    for verb, present in (("vpustyty", 1), ("pomylka", 0)):
        client.post(f"{address}{first.pk}/{verb}/")
        assert hearing.registrations.present().count() == present
    client.post(f"{address}{first.pk}/skasuvaty/")
    assert hearing.registrations.get(name="Петро Заєць").state == "seated"


def test_a_signed_file_is_not_taken_apart(cast, signed_in):
    hearing = in_state("signed", cast)
    item = hearing.agenda.get()
    signed_in(cast.official).post(f"/admin/slukhannia/{hearing.pk}/poriadok/{item.pk}/vyluchyty/")
    assert hearing.agenda.count() == 1


def test_a_vote_stands_in_the_file_and_on_the_page(cast, signed_in, client):
    hearing = in_state("held", cast)
    form = {
        "question": "Підтримати",
        "in_favour": 5,
        "against": 1,
        "abstained": 0,
        "online_in_favour": 2,
        "online_against": 0,
    }
    signed_in(cast.desk).post(f"/admin/slukhannia/{hearing.pk}/holosuvannia/", form)
    assert hearing.votes.get().in_favour == 5
    assert "Підтримати" in client.get(hearing.get_absolute_url()).content.decode()


def test_what_is_still_missing_is_said(cast, signed_in):
    hearing = announced(cast)
    page = signed_in(cast.official).get(f"/admin/slukhannia/{hearing.pk}/").context
    assert page["missing"]
    labels = [str(label) for label, _why in page["missing"]]
    assert "Open the sitting" in labels or "Відкрити засідання" in labels


def test_the_case_screen_leads_to_the_file(cast, signed_in):
    hearing = fire(in_state("held", cast), "note", actor=cast.actors["desk"], now=SITTING + DAY, text="Нотатка")
    page = signed_in(cast.desk).get(f"/admin/sprava/{hearing.pk}/").content.decode()
    assert f"/admin/slukhannia/{hearing.pk}/" in page
