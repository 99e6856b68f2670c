"""One transition from its page: fired once, nothing typed is lost, the table has the last word."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from casework.actors import Actor
from casework.services import fire
from tests import factories
from tests.casework.staff.example import example_case


@pytest.fixture
def official():
    return factories.official()


@pytest.fixture
def case(official):
    return example_case(unit=official.unit, state="work")


@pytest.fixture
def form(signed_in, official, case):
    """`form(event)` opens a transition's page and gives (client, address, hidden fields)."""

    def open_form(event, user=None):
        client, address = signed_in(user or official), f"/admin/sprava/{case.pk}/{event}/"
        html = client.get(address).content.decode()
        return client, address, dict(re.findall(r'<input type="hidden" name="(seen|key)" value="([^"]+)">', html))

    return open_form


def test_a_transition_is_fired_and_told(form, case, official):
    client, address, hidden = form("draft")
    response = client.post(address, {**hidden, "text": "Сім.", "signed_on": "2026-11-23"}, follow=True)
    assert response.redirect_chain == [(f"/admin/sprava/{case.pk}/", 302)]
    case.refresh_from_db()
    assert case.state == "approval"
    assert "Готово: Відповідь підготовлено." in response.content.decode()


def test_opening_a_form_changes_nothing(form, case):
    form("draft")
    case.refresh_from_db()
    assert (case.state, case.events.count()) == ("work", 1)


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(form, case):
    client, address, hidden = form("draft")
    response = client.post(address, {**hidden, "text": "Довга відповідь", "signed_on": "колись"})
    html = response.content.decode()
    assert response.status_code == 422
    assert "Довга відповідь" in html
    assert 'aria-invalid="true"' in html
    case.refresh_from_db()
    assert case.state == "work"


def test_an_official_of_another_unit_cannot_be_given_the_case(form, case):
    stranger = factories.official()
    client, address, hidden = form("assign")
    response = client.post(address, {**hidden, "unit": case.unit_id, "assignee": stranger.pk})
    assert response.status_code == 422
    assert case.events.count() == 1


def test_a_double_click_fires_once(form, case):
    client, address, hidden = form("note")
    answers = [client.post(address, {**hidden, "text": "Раз"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert case.notes.count() == 1


def test_a_double_click_on_a_step_that_moves_the_state_ends_well(form, case):
    client, address, hidden = form("draft")
    for _ in range(2):
        response = client.post(address, {**hidden, "text": "Сім.", "signed_on": "2026-11-23"}, follow=True)
    assert "неможлива" not in response.content.decode()
    assert case.answers.count() == 1


def test_the_same_form_may_be_sent_again_after_its_errors_are_mended(form, case):
    client, address, hidden = form("note")
    assert client.post(address, {**hidden, "text": ""}).status_code == 422
    assert client.post(address, {**hidden, "text": "Тепер є"}).status_code == 302
    assert case.notes.get().text == "Тепер є"


def test_two_forms_opened_side_by_side_are_two_notes(form, case):
    first, second = form("note"), form("note")
    for number, (client, address, hidden) in enumerate((first, second)):
        client.post(address, {**hidden, "text": f"Нотатка {number}"})
    assert case.notes.count() == 2


def test_a_state_that_moved_on_meanwhile_is_told_and_leads_back(form, case, official):
    client, address, hidden = form("draft")
    fire(case, "draft", actor=Actor.person(official), text="Вісім.", signed_on="2026-11-23")
    response = client.post(address, {**hidden, "text": "Сім.", "signed_on": "2026-11-23"}, follow=True)
    assert response.redirect_chain == [(f"/admin/sprava/{case.pk}/", 302)]
    assert "Дія «Підготувати відповідь» зараз неможлива" in response.content.decode()
    assert case.answers.get().text == "Вісім."


def test_news_that_came_while_writing_is_shown_before_anything_is_overwritten(form, case, official):
    client, address, hidden = form("edit_public")
    fire(case, "edit_public", actor=Actor.person(official), public_title="Чуже", public_text="")
    response = client.post(address, {**hidden, "public_title": "Моє"})
    html = response.content.decode()
    assert response.status_code == 409
    assert "Поки ви заповнювали форму" in html
    assert 'value="Моє"' in html
    again = dict(re.findall(r'<input type="hidden" name="(seen|key)" value="([^"]+)">', html))
    assert client.post(address, {**again, "public_title": "Моє"}).status_code == 302
    case.refresh_from_db()
    assert case.public_title == "Моє"


def test_a_note_does_not_wait_for_other_people_s_work(form, case, official):
    client, address, hidden = form("note")
    fire(case, "edit_public", actor=Actor.person(official), public_title="Чуже", public_text="")
    assert client.post(address, {**hidden, "text": "Моя нотатка"}).status_code == 302


def test_an_unknown_event_is_not_found(signed_in, official, case):
    assert signed_in(official).get(f"/admin/sprava/{case.pk}/vanish/").status_code == 404


def test_an_event_of_another_role_is_refused_in_words(signed_in, official, case):
    case.state = "approval"
    case.save()
    response = signed_in(official).post(f"/admin/sprava/{case.pk}/finish/", follow=True)
    assert "Дія «Завершити» зараз неможлива" in response.content.decode()
    case.refresh_from_db()
    assert case.state == "approval"


def test_whoever_gives_the_case_away_returns_to_the_inbox(form, case):
    colleague = factories.official()
    client, address, hidden = form("assign")
    response = client.post(address, {**hidden, "unit": colleague.unit_id, "assignee": colleague.pk})
    assert response["Location"] == "/admin/vkhidni/"


def test_files_go_with_a_message(form, case):
    client, address, hidden = form("write_to_applicant")
    file = SimpleUploadedFile("відповідь.txt", "слова".encode())
    client.post(address, {**hidden, "text": "Ось", "files": [file]})
    assert case.messages.get().attachments.get().original_name == "відповідь.txt"


@pytest.mark.parametrize("key", ["", "x" * 500, "\0", "٣"])
def test_spoiled_hidden_fields_hinder_nobody(signed_in, official, case, key):
    response = signed_in(official).post(f"/admin/sprava/{case.pk}/note/", {"text": "Є", "seen": key, "key": key})
    assert response.status_code == 302
