"""The public pages: who may read what, in how many queries, what strangers send."""

import uuid

import pytest

from casework.services import fire
from participation import openings
from participation.hearings.models import Hearing, HearingProposal, Registration
from participation.sheets.pack import item_for
from tests.participation.hearings.making import DAY, MONDAY, SITTING, announced, in_state, person, propose

pytestmark = pytest.mark.django_db

LIST = "/uchast/slukhannia/"
FORM = {"name": "Ганна", "email": "new@example.org", "online": "0", "idempotency_key": str(uuid.UUID(int=7))}


def test_the_list_costs_the_same_for_many(cast, client, constant_queries):
    constant_queries(
        lambda: client.get(LIST, {"when": "coming"}),
        lambda number: [announced(cast) for _ in range(number)],
        few=2,
        more=9,
    )


def test_the_page_costs_the_same_for_many_proposals(cast, client, constant_queries):
    hearing = announced(cast)

    def propose_many(number):
        for _ in range(number):
            fire(propose(hearing, cast), "register", actor=cast.actors["desk"], now=MONDAY + DAY)

    constant_queries(lambda: client.get(hearing.get_absolute_url()), propose_many, few=2, more=8)


@pytest.mark.parametrize(
    "query", ["?q=%00нічого", "?profile=xx&when=yy&settlement=999999999999999999999", "?page=-7", "?when=past"]
)
def test_strangers_queries_are_answered(query, cast, client):
    announced(cast)
    assert client.get(LIST + query).status_code == 200


@pytest.mark.parametrize(
    ("state", "status"), [("received", 404), ("checking", 404), ("appointed", 200), ("closed", 200)]
)
def test_a_hearing_is_read_by_everyone_from_its_appointment(state, status, cast, client):
    assert client.get(in_state(state, cast).get_absolute_url()).status_code == status


def test_a_registration_by_the_form_leads_to_the_own_page(cast, client):
    hearing = announced(cast)
    answer = client.post(f"{hearing.get_absolute_url()}zapys/", FORM)
    registration = Registration.objects.get()
    assert answer["Location"] == registration.get_absolute_url()
    assert client.post(f"{hearing.get_absolute_url()}zapys/", FORM)["Location"] == answer["Location"]
    page = client.get(answer["Location"]).content.decode()
    assert registration.code in page
    client.post(f"{answer['Location']}vidmova/")
    registration.refresh_from_db()
    assert registration.state == "cancelled"


def test_a_second_registration_with_one_mail_is_told_so(cast, client):
    hearing = announced(cast)
    person(hearing, email="new@example.org")
    answer = client.post(f"{hearing.get_absolute_url()}zapys/", {**FORM, "idempotency_key": str(uuid.uuid4())})
    assert answer.status_code == 422
    assert Registration.objects.count() == 1


@pytest.mark.parametrize("page", ["zapys/", "propozytsiia/"])
def test_a_hearing_that_is_over_leads_back_to_its_page(page, cast, client):
    hearing = in_state("held", cast)
    assert client.get(hearing.get_absolute_url() + page)["Location"] == hearing.get_absolute_url()


def test_a_proposal_from_the_site_is_a_case_with_a_slip(cast, client):
    hearing = announced(cast)
    data = {"title": "Так", "text": "Бо.", "name": "Ганна", "email": "h@example.org"}
    answer = client.post(f"{hearing.get_absolute_url()}propozytsiia/", data)
    assert answer.status_code == 302
    proposal = HearingProposal.objects.get()
    assert (proposal.hearing, proposal.state, proposal.public_text) == (hearing, "received", "Бо.")


def test_residents_call_a_hearing_but_not_in_the_name_of_the_council(cast, client):
    data = {
        "title": "Парк",
        "text": "Бо.",
        "profile": "general",
        "initiator": "council",
        "name": "Ганна",
        "email": "h@example.org",
    }
    assert client.post("/uchast/slukhannia/initsiatyva/", data).status_code == 302
    assert Hearing.objects.get().initiator == "residents"


def test_the_calendar_file_follows_moved_dates(cast, client):
    hearing = announced(cast)
    Hearing.objects.filter(pk=hearing.pk).update(changes=2)
    answer = client.get(f"{hearing.get_absolute_url()}podiia.ics")
    lines = answer.content.decode().split("\r\n")
    assert answer["Content-Type"].startswith("text/calendar")
    assert {"SEQUENCE:2", "DTSTART:20261208T160000Z", "STATUS:CONFIRMED"} <= set(lines)
    assert any(line.startswith(f"UID:hearing-{hearing.pk}@") for line in lines)
    assert all(len(line.encode()) <= 75 for line in lines)


def test_the_hub_knows_what_is_open_when_and_what_was_decided(cast):
    hearing = announced(cast)
    found = [row for row in openings.open_now(MONDAY) if row.kind == "hearings"]
    assert [(row.url, row.until) for row in found] == [(hearing.get_absolute_url(), SITTING)]
    dates = [row for row in openings.between(MONDAY, MONDAY + 60 * DAY) if row.kind == "hearings"]
    assert [row.starts_at for row in dates] == [SITTING]
    closed = in_state("closed", cast)
    assert closed.get_absolute_url() in [row.url for row in openings.decided(MONDAY + 90 * DAY, 5)]


@pytest.mark.parametrize(
    ("state", "is_printed"), [("announced", True), ("collecting", True), ("closed", False), ("received", False)]
)
def test_the_print_pack_calls_people_while_they_can_come(state, is_printed, cast):
    item = item_for(in_state(state, cast))
    assert bool(item) == is_printed
    if state == "announced":
        assert item.points == ("Доповідь",)
