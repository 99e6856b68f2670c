"""The case screen: exactly the allowed buttons, both texts apart, the story with its proof, clocks explained."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from casework.actors import Actor
from casework.models import CaseEvent
from casework.services import allowed, fire
from core.models import Letter
from core.uploads import ScanState
from tests import factories
from tests.casework.staff.example import OPEN, PRIVATE, example_case


@pytest.fixture
def official():
    return factories.official()


@pytest.fixture
def head():
    return factories.head()


@pytest.fixture
def page(signed_in):
    """`page(user, case)` gives the HTML of the case screen."""

    def fetch(user, case, rest=""):
        response = signed_in(user).get(f"/admin/sprava/{case.pk}/{rest}")
        assert response.status_code == 200
        return response.content.decode()

    return fetch


def buttons(html):
    """The events of the drawn buttons."""
    return set(re.findall(r'data-event="(\w+)"', html))


@pytest.mark.parametrize("state", [*OPEN, "done"])
@pytest.mark.parametrize("role", ["official", "head", "desk_operator"])
def test_the_buttons_are_what_the_table_allows(page, role, state):
    unit = factories.unit()
    user = factories.in_role(role, unit=unit)
    case = example_case(unit=unit, state=state, is_open=state != "done")
    expected = {row.event for row in allowed(case, Actor.person(user))}
    assert expected
    assert buttons(page(user, case)) == expected


def test_every_button_opens_its_form(signed_in, official):
    case = example_case(unit=official.unit, state="work", suspicion="trap")
    client = signed_in(official)
    for event in buttons(client.get(f"/admin/sprava/{case.pk}/").content.decode()):
        response = client.get(f"/admin/sprava/{case.pk}/{event}/")
        assert response.status_code == 200
        assert response.content.decode().count('method="post"') >= 1


def test_the_guard_takes_its_button_away(page, official):
    assert "draft" not in buttons(page(official, example_case(unit=official.unit, state="work", text="заборонено")))


def test_original_and_public_edition_stand_apart(page, official):
    case = example_case(unit=official.unit, public_title="Ліхтарі", public_text="Скільки ліхтарів?")
    html = page(official, case)
    for words in ("Містить персональні дані", case.text, "Публічна редакція", "Скільки ліхтарів?", PRIVATE):
        assert words in html


def test_an_erased_applicant_leaves_only_the_date(page, official, clock):
    case = example_case(unit=official.unit)
    case.applicant.name, case.applicant.email = "", ""
    case.applicant.erased_at = case.received_at
    case.applicant.save()
    assert "Персональні дані знищено 23 листопада 2026" in page(official, case)


def test_correspondence_shows_both_sides_with_files_and_their_scan(page, official):
    case = example_case(unit=official.unit, state="work")
    fire(case, "write_to_applicant", actor=Actor.person(official), text="Уточніть період.")
    file = SimpleUploadedFile("план.txt", "план".encode())
    fire(case, "write_to_office", actor=Actor.applicant(), text="За рік.", files=[file])
    html = page(official, case)
    assert html.index("Уточніть період.") < html.index("За рік.") < html.index("план.txt")
    assert "Не перевірено" in html


def test_an_infected_file_has_no_link_and_is_not_given(page, signed_in, official):
    case = example_case(unit=official.unit, files=[SimpleUploadedFile("вірус.txt", b"x")])
    case.attachments.update(scan_state=ScanState.INFECTED)
    address = f"/admin/sprava/{case.pk}/fail/{case.attachments.get().pk}/"
    assert address not in page(official, case)
    assert signed_in(official).get(address).status_code in (302, 403)


def test_reading_a_file_leaves_a_line_in_the_log(signed_in, official):
    case = example_case(unit=official.unit, files=[SimpleUploadedFile("лист.txt", "слова".encode())])
    client = signed_in(official)
    assert "Журнал порожній" in client.get(f"/admin/vkhidni/history/{case.pk}/").content.decode()
    response = client.get(f"/admin/sprava/{case.pk}/fail/{case.attachments.get().pk}/")
    assert b"".join(response.streaming_content).decode() == "слова"
    history = client.get(f"/admin/vkhidni/history/{case.pk}/").content.decode()
    assert official.name in history
    assert "Журнал порожній" not in history


def test_the_timeline_tells_who_and_from_which_state_to_which(page, head, official):
    case = fire(example_case(), "assign", actor=Actor.person(head), unit=official.unit, assignee=official)
    html = page(head, case)
    assert "Надійшов → У роботі" in html
    assert f"{head.name} (" in html
    assert "Ланцюжок подій цілий" in html


@pytest.mark.django_db
def test_a_story_rewritten_behind_the_portal_s_back_is_noticed(page, head):
    case = example_case()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER casework_event_no_update")
        else:
            cursor.execute("DROP TRIGGER casework_event_append_only ON casework_caseevent")
    CaseEvent.objects.filter(case=case.pk).update(event="note")
    html = page(head, case)
    assert "Хроніку цієї справи змінено в обхід порталу" in html
    assert "Ланцюжок подій цілий" not in html


def test_versions_of_an_answer_show_what_changed(page, official, clock):
    case = example_case(unit=official.unit, state="work")
    for text in ("Ліхтарів сім.", "Ліхтарів вісім."):
        case = fire(case, "draft", actor=Actor.person(official), text=text, signed_on="2026-11-23")
        case.state = "work"
        case.save()
    html = page(official, case)
    assert "<del>сім.</del>" in html
    assert "<ins>вісім.</ins>" in html


def test_markup_in_a_text_stays_text(page, official):
    case = example_case(unit=official.unit, text="<script>alert(1)</script>", applicant={"name": "<b>Х</b>"})
    html = page(official, case)
    assert "<script>alert(1)" not in html
    assert "<b>Х</b>" not in html


def test_letters_of_the_case_stand_with_their_state(page, official):
    case = example_case(unit=official.unit, state="work")
    fire(case, "write_to_applicant", actor=Actor.person(official), text="Уточніть.")
    Letter.objects.create(
        event=f"case:{case.pk}0:event:1", kind="x", recipient="foreign@example.org", subject="Ч", text=""
    )
    html = page(official, case)
    assert "kvitka@example.org" in html
    assert "foreign@example.org" not in html


def test_the_clock_page_counts_the_days_and_keeps_the_ledger(page, official, clock):
    case = example_case(unit=official.unit)
    html = page(official, case, f"hodynnyk/{case.clocks.get().pk}/")
    assert "ч. 1 ст. 20 Закону № 2939-VI" in html
    for number in range(1, 6):
        assert f">{number}</td>" in html
    assert "Облік цього строку" in html
    assert "5 робочих днів" in html


def test_a_clock_run_to_a_chosen_day_says_so(page, official):
    case = example_case(unit=official.unit)
    case.clocks.update(rule="chosen-day")
    assert "2939" not in page(official, case, f"hodynnyk/{case.clocks.get().pk}/")


def test_the_paper_has_the_case_and_no_buttons(page, official):
    html = page(official, example_case(unit=official.unit, state="work"), "druk/")
    assert PRIVATE in html
    assert not buttons(html)
    assert "wagtail-sidebar" not in html


def test_the_screen_asks_the_database_as_often_for_a_long_story(signed_in, official, constant_queries):
    case = example_case(unit=official.unit, state="work")
    client = signed_in(official)

    def grow(count):
        for number in range(count):
            file = SimpleUploadedFile(f"{number}.txt", str(number).encode())
            fire(case, "note", actor=Actor.person(factories.head()), text="Нотатка")
            fire(case, "write_to_applicant", actor=Actor.person(factories.head()), text="Лист", files=[file])

    constant_queries(lambda: client.get(f"/admin/sprava/{case.pk}/"), grow, few=2, more=6)


def test_a_late_case_is_red(page, official, clock):
    case = example_case(unit=official.unit)
    clock.shift(timedelta(days=20))
    assert "Прострочено на" in page(official, case)
