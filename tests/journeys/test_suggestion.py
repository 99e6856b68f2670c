"""A resident puts a suggestion into the box without a name and reads what was decided by the code from the slip."""

import re

import pytest

from casework.models import Case
from casework.services import fire
from core.models import Letter
from tests.participation.inquiries.making import Office, as_person

pytestmark = pytest.mark.django_db


def test_an_anonymous_suggestion_is_read_and_taken_up(client, clock):
    office = Office()
    page = client.post("/zvernennia/propozytsiia/", {"text": "Поставте лавку біля входу"}, follow=True).content.decode()
    case = Case.objects.get()
    code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", page)[0]
    fire(case, "assign", actor=as_person(office.desk), unit=office.unit, assignee=office.official)
    fire(case, "read", actor=as_person(office.official))
    fire(case, "taken_up", actor=as_person(office.official), reply="Лавку поставимо до 1 грудня")

    client.cookies.clear()
    client.post("/sprava/", {"number": case.number, "code": code})
    tracked = client.get(f"/sprava/{case.number}/").content.decode()
    assert "Лавку поставимо до 1 грудня" in tracked
    assert "Взято до роботи" in tracked
    assert not Letter.objects.filter(kind__startswith="inquiries/suggestion").exists()
    assert case.number not in client.get("/zvernennia/reiestr/").content.decode()
