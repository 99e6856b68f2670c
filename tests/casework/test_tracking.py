"""Following a case by number and code: no account, no difference between unknown and wrong, nothing changed by reading."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from casework.actors import Actor
from casework.models import Attachment, Case, CaseEvent, Message
from casework.services import fire, tracking_link
from casework.services.tracking import tracking_token
from tests.casework.making import make_request, make_suggestion
from tests.factories import head, official, resident

pytestmark = pytest.mark.django_db


def follow(client, receipt):
    """Open the case as its applicant does."""
    return client.post("/sprava/", {"number": receipt.case.number, "code": receipt.code}, follow=True)


def test_number_and_code_open_the_case(client, clock):
    receipt = make_request()
    page = follow(client, receipt)
    assert page.redirect_chain[-1][0].endswith("/")
    assert page.status_code == 200
    assert receipt.case.number in page.content.decode()
    assert "Скільки коштував ремонт дороги" in page.content.decode()


def answer_to(client, **typed):
    """Status and text of the form's answer, without what differs by chance."""
    page = client.post("/sprava/", typed)
    text = re.sub(r'(value|nonce|content)="[^"]*"', "", page.content.decode())
    return page.status_code, text


def test_unknown_number_and_wrong_code_are_told_alike(client, clock):
    receipt = make_request()
    wrong_code = answer_to(client, number=receipt.case.number, code="2222-2222-2222")
    unknown = answer_to(client, number="ЗПІ-2026-77777", code=receipt.code)
    assert wrong_code == unknown
    assert 'role="alert"' in wrong_code[1]


def test_guessing_is_slowed_down_and_told(client, clock):
    receipt = make_request()
    for _attempt in range(20):
        client.post("/sprava/", {"number": receipt.case.number, "code": "AAAA"})
    page = client.post("/sprava/", {"number": receipt.case.number, "code": receipt.code})
    assert page.status_code == 429
    assert int(page["Retry-After"]) > 0
    assert receipt.case.number in page.content.decode()


def test_another_browser_cannot_open_the_address(client, clock):
    receipt = make_request()
    follow(client, receipt)
    assert Client().get(f"/sprava/{receipt.case.number}/").status_code == 404


def test_the_owner_opens_it_signed_in_and_nobody_else_does(signed_in, clock):
    person = resident()
    case = make_request(actor=Actor.person(person)).case
    assert signed_in(person).get(f"/sprava/{case.number}/").status_code == 200
    assert signed_in(resident()).get(f"/sprava/{case.number}/").status_code == 404


def test_the_secret_link_opens_the_case_again_and_again_and_changes_nothing(clock):
    case = make_request().case
    path = tracking_link(case).removeprefix("http://testserver")
    before = (Case.objects.values().get(pk=case.pk), CaseEvent.objects.count())
    for _visit in range(3):
        assert Client().get(path, follow=True).status_code == 200
    assert (Case.objects.values().get(pk=case.pk), CaseEvent.objects.count()) == before


@pytest.mark.parametrize("token", ["x", "abc:def:ghi", "%00", "а" * 300])
def test_a_spoiled_link_is_not_found(client, token):
    assert client.get(f"/sprava/vhid/{token}/").status_code in {400, 404}


def test_the_receipt_is_the_same_on_every_reload(client, clock):
    receipt = make_suggestion()
    path = reverse("casework:receipt", args=[tracking_token(receipt.case)])
    pages = [client.get(path).content.decode() for _ in range(2)]
    for page in pages:
        assert receipt.case.number in page
        assert receipt.code in page
        assert "<svg" in page


def test_private_pages_are_neither_cached_nor_indexed(client, clock):
    page = follow(client, make_request())
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page.content.decode()


def test_the_applicant_acts_by_the_buttons_of_the_table(client, clock):
    person = official()
    receipt = make_request()
    fire(receipt.case, "assign", actor=Actor.person(head()), unit=person.unit, assignee=person)
    follow(client, receipt)
    base = f"/sprava/{receipt.case.number}/diia"
    assert client.get(f"{base}/write_to_office/").status_code == 200
    assert client.post(f"{base}/write_to_office/", {"text": ""}).status_code == 422
    assert client.post(f"{base}/write_to_office/", {"text": "Ось уточнення."}, follow=True).status_code == 200
    assert Message.objects.get(case=receipt.case.pk).text == "Ось уточнення."


@pytest.mark.parametrize("event", ["approve", "assign", "note", "nonsense"])
def test_the_applicant_cannot_fire_what_belongs_to_staff(client, clock, event):
    receipt = make_request()
    follow(client, receipt)
    assert client.get(f"/sprava/{receipt.case.number}/diia/{event}/").status_code == 404
    assert client.post(f"/sprava/{receipt.case.number}/diia/{event}/").status_code == 404


def test_opening_the_form_of_a_step_changes_nothing(client, clock):
    receipt = make_request()
    follow(client, receipt)
    client.get(f"/sprava/{receipt.case.number}/diia/withdraw/")
    assert Case.objects.get(pk=receipt.case.pk).state == "registered"


def test_notes_of_staff_stay_with_staff(client, clock):
    person = official()
    receipt = make_request()
    case = fire(receipt.case, "assign", actor=Actor.person(head()), unit=person.unit, assignee=person)
    fire(case, "note", actor=Actor.person(person), text="Таємна нотатка КАНАРКА")
    assert "КАНАРКА" not in follow(client, receipt).content.decode()


def test_the_page_of_a_clock_explains_the_date(client, clock):
    receipt = make_request()
    follow(client, receipt)
    row = receipt.case.clocks.get()
    page = client.get(f"/sprava/{receipt.case.number}/strok/{row.pk}/")
    assert page.status_code == 200
    assert "ст. 20 Закону" in page.content.decode()
    assert client.get(f"/sprava/{receipt.case.number}/strok/{row.pk + 999}/").status_code == 404


def test_files_reach_only_those_who_may_read_the_case(client, signed_in, clock, django_user_model):
    from tests.support.files import upload

    receipt = make_request(files=[upload("лист.txt", "Додаток до запиту".encode())])
    stored = Attachment.objects.get(case=receipt.case.pk)
    address = f"/sprava/fail/{stored.pk}/"
    assert client.get(address).status_code == 404
    assert signed_in(resident()).get(address).status_code == 404
    follow(client, receipt)
    page = client.get(address)
    assert page.status_code == 200
    assert b"".join(page.streaming_content) == "Додаток до запиту".encode()
    assert "attachment" in page["Content-Disposition"]
    assert signed_in(head()).get(address).status_code == 200


def test_in_english_the_same_pages_speak_english(client, clock):
    page = client.get("/en/sprava/")
    assert page.status_code == 200
    assert "Where is my case?" in page.content.decode()
