"""The public pages: what stands on them, and what never does."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from participation import openings
from participation.groups import happenings
from participation.groups.models import Body, Member
from tests.participation.groups import making

pytestmark = pytest.mark.django_db
CANARY, SECRET_MAIL = "Канарко Відхилений", "kanarka@example.org"
LIST = "/uchast/hrupy/"


def words(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode("utf-8", "replace")


def every_address(body, number=1):
    own = f"{LIST}{body.slug}/"
    meeting = f"{own}zasidannia/{number}/"
    return [
        LIST, f"{LIST}?q=рада", f"{LIST}proponuvaty/", f"{LIST}rekomendatsii/", f"{LIST}rekomendatsii/dani.csv",
        f"{LIST}rekomendatsii/dani.json", own, f"{own}chleny.csv", f"{own}zasidannia.ics", f"{own}nabir/",
        f"{own}nabir/blank/", f"{own}zasidannia/", meeting, f"{meeting}zasidannia.ics", f"{meeting}protokol.docx",
        f"/en{own}", "/uchast/", f"/uchast/pidpysy/druk/{body.number}/",
    ]  # fmt: skip


def test_a_refused_applicant_is_named_nowhere_in_public(client, office, clock):
    body = making.deciding(office, clock, names=making.NAMES[:2])
    refused = making.application(
        body, CANARY, email=SECRET_MAIL, text=f"Пише {CANARY}", organisation=CANARY, experience=CANARY
    )
    making.step(refused, "consider", office.official)
    for case in making.applications(body).exclude(pk=refused.pk):
        making.step(case, "accept", office.official, reason="Відповідає.", conflict_note="")
    making.step(refused, "refuse", office.official, ground="criteria", reason=f"{CANARY} мешкає деінде.")
    seen = f"{LIST}{body.slug}/"
    assert CANARY not in words(client, seen)
    making.step(body, "approve_composition", office.head, **making.composition(body))
    meeting = making.sent(office, clock, body, came=2)
    making.answer(office, meeting)
    for address in every_address(body):
        shown = words(client, address)
        for secret in (CANARY, SECRET_MAIL, refused.number):
            assert secret not in shown, f"{secret} at {address}"
    assert client.get(f"/sprava/{refused.number}/").status_code == 404
    assert not Member.objects.filter(name=CANARY).exists()


def test_contacts_of_members_stand_nowhere_in_public(client, office, clock):
    body = making.working(office, clock)
    making.sent(office, clock, body)
    mails = set(Member.objects.values_list("email", flat=True))
    assert len(mails) == 3
    for address in every_address(body):
        shown = words(client, address)
        assert not [mail for mail in mails if mail in shown], address


def test_the_page_of_a_body_names_members_with_attendance_and_answers(client, office, clock):
    body = making.working(office, clock)
    Member.objects.filter(name="Ігор Панченко").update(conflict_note="Не голосує щодо оренди.", organisation="ФОП")
    making.answer(office, making.sent(office, clock, body, came=2))
    shown = words(client, body.get_absolute_url())
    for phrase in (
        *making.NAMES,
        "Рішення № 10",
        "100 %",
        "0 %",
        "Не голосує щодо оренди.",
        "ФОП",
        "Зробимо до листопада.",
    ):
        assert phrase in shown, phrase


@pytest.mark.parametrize("state", ["proposed", "declined"])
def test_what_was_not_founded_is_not_found(client, office, state):
    body = making.proposed(office)
    if state == "declined":
        making.step(body, "decline", office.head, reason="Є інша.")
    assert client.get(body.get_absolute_url()).status_code == 404
    assert body.name not in words(client, LIST)


def test_the_call_takes_applications_until_its_last_day(client, office, clock):
    body = making.calling(office)
    own = f"{LIST}{body.slug}/nabir/"
    assert "zaiavka" in words(client, own)
    assert client.get(f"{own}zaiavka/").status_code == 200
    sent = {
        "call": body.calls.get().pk,
        "person": "Ганна",
        "email": "h@example.org",
        "text": "Хочу.",
        "has_conflict": "no",
    }
    answer = client.post(f"{own}zaiavka/", sent)
    assert "/sprava/talon/" in answer.url
    clock.shift(timedelta(days=16))
    assert client.get(f"{own}zaiavka/").url == own
    making.step(body, "close_call", "system")
    assert "Надійшла 1 заявка." in words(client, own)


def test_minutes_are_read_only_when_published(client, office, clock):
    body = making.working(office, clock)
    meeting = making.held(office, clock, body)
    making.decide(meeting, "Чернетка рішення")
    own = meeting.get_absolute_url()
    assert "Чернетка рішення" not in words(client, own)
    assert client.get(f"{own}protokol.docx").status_code == 404
    assert client.get(f"{own}protokol.pdf").status_code == 404


@pytest.mark.parametrize(
    "query", ["?q=%00", "?kind=x&state=y&page=-1", "?page=99999999999999999999", "?q=" + "a" * 3000]
)
def test_strange_queries_are_met_calmly(client, office, query):
    making.founded(office)
    assert client.get(f"{LIST}{query}").status_code == 200
    assert client.get(f"{LIST}rekomendatsii/{query}&body=nema&verdict=x").status_code == 200


def test_filters_find_by_word_kind_and_state(client, office):
    making.founded(office)
    for query, expected in (
        ("q=ПЕРЕСЕЛЕНЦІВ", True),
        ("q=немає", False),
        ("kind=council", True),
        ("state=working", False),
    ):
        assert ("Рада переселенців" in words(client, f"{LIST}?{query}")) is expected, query


def test_the_list_asks_as_often_for_many_bodies_as_for_few(client, office, constant_queries):
    def more(number):
        start = Body.objects.count()
        for place in range(start, start + number):
            body = making.proposed(office, name=f"Рада {place}")
            Body.objects.filter(pk=body.pk).update(state="founded", public_title=body.name, seats=3)

    constant_queries(lambda: client.get(LIST), more, few=3, more=30)


def test_a_body_asks_as_often_for_many_members_as_for_few(client, office, clock, constant_queries):
    body = making.working(office, clock)

    def more(number):
        dates = {"mandate_from": making.day(), "mandate_to": making.day(700), "act": "Рішення"}
        Member.objects.bulk_create([Member(body=body, name=f"Член {place}", **dates) for place in range(number)])

    constant_queries(lambda: client.get(body.get_absolute_url()), more, few=5, more=300)


def test_recommendations_go_out_as_csv_and_json(client, office, clock):
    body = making.working(office, clock)
    making.answer(office, making.sent(office, clock, body, recommendations=("=1+1", "Друга.")), verdict="rejected")
    rows = list(csv.reader(io.StringIO(words(client, f"{LIST}rekomendatsii/dani.csv").lstrip("\ufeff"))))
    assert [row[3] for row in rows[1:]] == ["'=1+1", "Друга."]
    data = json.loads(words(client, f"{LIST}rekomendatsii/dani.json"))["recommendations"]
    assert {row["answer"] for row in data} == {"rejected"}
    assert json.loads(words(client, f"{LIST}rekomendatsii/dani.json?verdict=accepted"))["recommendations"] == []


def test_a_calendar_program_sees_changes_and_cancellations(client, office, clock):
    body = making.working(office, clock)
    meeting = making.announced(office, body)
    own = f"{meeting.get_absolute_url()}zasidannia.ics"
    event = Calendar.from_ical(words(client, own)).walk("VEVENT")[0]
    assert (event["status"], event["sequence"], event.decoded("dtstart")) == ("CONFIRMED", 0, meeting.starts_at)
    making.step(meeting, "cancel", office.official, reason="Немає світла.")
    again = Calendar.from_ical(words(client, f"{LIST}{body.slug}/zasidannia.ics")).walk("VEVENT")[0]
    assert (again["status"], again["sequence"], again["uid"]) == ("CANCELLED", 1, event["uid"])


def test_the_hub_learns_of_calls_meetings_and_answers(office, clock):
    call = making.calling(office)
    found = [row for row in openings.open_now(timezone.now()) if row.kind == happenings.KIND]
    assert [row.title for row in found] == [call.name]
    Body.objects.filter(pk=call.pk).update(public_title="")
    assert not [row for row in openings.open_now(timezone.now()) if row.kind == happenings.KIND]
    body = making.working(office, clock)
    meeting = making.announced(office, body)
    now = timezone.now()
    dates = [row for row in openings.between(now, now + timedelta(days=30)) if row.kind == happenings.KIND]
    assert [row.key for row in dates] == [f"group-meeting-{meeting.pk}"]
    making.answer(office, making.sent(office, clock, body))
    decided = [row for row in openings.decided(timezone.now(), 5) if row.kind == happenings.KIND]
    assert (len(decided), decided[0].tone) == (1, "good")
