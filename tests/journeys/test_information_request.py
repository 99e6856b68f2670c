"""A resident asks, is answered in time by two officials, disagrees, gets a new answer, and everybody may read it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from casework.intake import desk_form_of, file_case
from casework.models import Case
from casework.services import fire, verify_chain
from core.models import Letter
from participation.inquiries.procedures.request import REQUEST
from participation.inquiries.services import close_due
from tests.participation.inquiries import making
from tests.participation.inquiries.making import Office, as_person

pytestmark = pytest.mark.django_db


def office_does(case, event, user, **fields):
    """What the staff's screen does with a filled form."""
    return fire(Case.objects.get(pk=case.pk), event, actor=as_person(user), **fields)


def test_from_question_to_closed_case(client, clock):
    office = Office()
    receipt = client.post(
        "/zvernennia/zapyt/",
        {
            "name": "Ганна Коваленко",
            "email": "hanna@example.org",
            "description": "Скільки коштував ремонт вулиці Центральної? Мій дім 7.",
        },
        follow=True,
    )
    case = Case.objects.get()
    page = receipt.content.decode()
    assert case.number in page
    code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", page)[0]
    letter = Letter.objects.get(kind="inquiries/registered", recipient="hanna@example.org")
    assert code in letter.text
    assert "30 листопада 2026" in letter.text  # five working days after Monday the 23rd

    client.session.flush()
    client.cookies.clear()
    assert client.get(f"/sprava/{case.number}/").status_code == 404
    client.post("/sprava/", {"number": case.number.lower(), "code": code.replace("-", " ").lower()})
    assert "Скільки коштував ремонт" in client.get(f"/sprava/{case.number}/").content.decode()

    clock.shift(timedelta(days=1))
    office_does(case, "assign", office.head, unit=office.unit, assignee=office.official)
    office_does(case, "draft", office.official, **making.partial(text="Ремонт коштував 1,2 млн грн."))
    office_does(case, "back", office.head, reason="Додайте рік")
    office_does(case, "draft", office.official, **making.partial(text="У 2025 році ремонт коштував 1,2 млн грн."))
    office_does(case, "approve", office.head)

    tracked = client.get(f"/sprava/{case.number}/").content.decode()
    for words in ("У 2025 році ремонт коштував", "п. 2 ч. 1 ст. 22", "Трискладовий тест", "Оксана Мельник", "КЕП"):
        assert words in tracked, words
    assert "У 2025 році" in Letter.objects.get(kind="inquiries/answered").text

    answer = client.post(f"/sprava/{case.number}/diia/appeal/", {"text": "Дайте ціну за метр"}, follow=True)
    assert answer.status_code == 200
    assert Case.objects.get().state == "appealed"
    office_does(
        case, "draft", office.official, **making.full(text="Метр коштував 4 000 грн.", public_text="4 000 грн за метр")
    )
    office_does(case, "new_answer", office.head)
    assert "Метр коштував" in client.get(f"/sprava/{case.number}/").content.decode()
    client.post(f"/sprava/{case.number}/diia/rate/", {"helped": "yes"})

    office_does(
        case, "edit_public", office.official, public_title="Вартість ремонту вулиці", public_text="Скільки коштував?"
    )
    public = client.get(f"/zvernennia/reiestr/{case.number}/").content.decode()
    assert "4 000 грн за метр" in public
    for secret in ("Мій дім 7", "Ганна Коваленко", "Дайте ціну"):
        assert secret not in public

    clock.shift(timedelta(days=31))
    assert close_due(timezone.now()) == 1
    case = Case.objects.get().specific
    assert (case.state, case.outcome, case.answered_late, case.helped) == ("closed", "full", False, "yes")
    assert verify_chain(case) == []


def test_paper_without_contact_is_followed_by_the_slip(client, clock):
    office = Office()
    form = desk_form_of(REQUEST)(
        {"name": "Параска", "description": "Коли буде автобус?", "channel": "desk", "no_contact": True, "consent": True}
    )
    assert form.is_valid(), form.errors
    receipt = file_case("request", form, actor=as_person(office.desk))
    office_does(receipt.case, "assign", office.desk, unit=office.unit, assignee=office.official)
    office_does(receipt.case, "draft", office.official, **making.full(text="О сьомій ранку."))
    office_does(receipt.case, "approve", office.head)
    client.post("/sprava/", {"number": receipt.case.number, "code": receipt.code})
    assert "О сьомій ранку." in client.get(f"/sprava/{receipt.case.number}/").content.decode()


def test_in_english_from_the_form_to_the_letter(client, clock):
    Office()
    page = client.post(
        "/en/zvernennia/zapyt/",
        {"name": "Jane Roe", "email": "jane@example.org", "description": "What did it cost?"},
        follow=True,
    )
    assert page.redirect_chain[0][0].startswith("/en/sprava/")
    assert Letter.objects.get(recipient="jane@example.org").subject.startswith(
        "Your request is registered: ЗПІ-2026-00001"
    )
