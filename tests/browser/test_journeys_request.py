"""A public-information request from question to complaint, in a real browser with a real mail server.

With scripts and without: not one step of residents, desk, official or head needs them. (Only Wagtail's page editor does; its
story stands in test_journeys_news.py.)
"""

import pytest

from casework.models import Attachment, Case
from casework.services import verify_chain
from tests import factories
from tests.browser.stories import (
    act,
    can,
    fill,
    follow,
    link_in,
    open_case,
    press,
    read_slip,
    sign_in,
    step,
    subjects,
    words_of,
    wrong_fields,
)
from tests.support import files

MAP = {"name": "карта.png", "mimeType": "image/png", "buffer": files.picture("PNG")}
QUESTION = "Скільки коштував ремонт вулиці Центральної?"


@pytest.fixture
def office(site, smtp_sink):
    """Everybody who plays a part."""
    land = factories.unit("Відділ земельних відносин")
    return {
        "desk": factories.desk_operator(email="desk@hromada.example.org", name="Тетяна Бойко"),
        "official": factories.official(email="official@hromada.example.org", name="Андрій Мельник", unit=land),
        "head": factories.head(email="head@hromada.example.org", name="Олена Гнатюк"),
    }


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_asked_answered_in_part_and_complained_of(window, office, smtp_sink, complaints, scripts):
    hanna = window(scripts=scripts)
    number, code = she_asks(hanna)
    she_follows_from_another_device(window(scripts=scripts), number, code)
    the_letter_opens_the_case(window(scripts=scripts), smtp_sink, number, code)

    desk, official, head = (window(scripts=scripts) for _ in range(3))
    for page, who in ((desk, "desk"), (official, "official"), (head, "head")):
        sign_in(page, office[who])
    the_desk_assigns(desk, office, number)
    assert any(number in subject for subject in subjects(smtp_sink.to(office["official"].email)))
    the_official_answers(official, number, complaints)
    the_head_approves(head, number)

    hanna.goto(link_in(smtp_sink.to("hanna@example.org")[-1], "/sprava/vhid/"))
    the_answer_is_whole(hanna)
    act(hanna, "appeal", text="Ціну за метр не названо.")
    assert Case.objects.get().state == "appealed"
    told = smtp_sink.to(office["head"].email)[-1]
    assert number in told["subject"]
    assert "Ціну за метр не названо." in words_of(told)
    open_case(head, number)
    assert can(head, "uphold")
    assert verify_chain(Case.objects.get()) == []


def she_asks(page):
    """From the front page's menu to the receipt."""
    page.goto("/uchast/")
    page.locator("main a[href='/zvernennia/zapyt/']").first.click()
    fill(page, name="Ганна Коваленко", email="hanna@example.org", description=QUESTION, attachments=MAP)
    press(page)
    number, code = read_slip(page)
    page.reload()
    assert read_slip(page) == (number, code)
    assert Attachment.objects.get().original_name == "карта.png"
    assert number.startswith("ЗПІ-")
    return number, code


def she_follows_from_another_device(page, number, code):
    """By number and code, as people type them."""
    follow(page, number.lower(), code.replace("-", " ").lower())
    assert QUESTION in page.locator("main").inner_text()
    assert page.locator("main a", has_text="карта.png").count() == 1


def the_letter_opens_the_case(page, sink, number, code):
    """One letter came, with everything that the slip says."""
    [letter] = sink.to("hanna@example.org")
    assert letter["subject"] == f"Ваш запит зареєстровано: {number}"
    assert code in words_of(letter)
    page.goto(link_in(letter, "/sprava/vhid/"))
    assert page.locator("h1").inner_text() == number


def the_desk_assigns(page, office, number):
    """The desk gives the case to the official of a unit."""
    open_case(page, number)
    official = office["official"]
    step(page, "assign", unit=str(official.unit), assignee=f"{official} · {official.unit}")
    assert Case.objects.get().state == "in_work"


def the_official_answers(page, number, complaints):
    """A partial refusal goes nowhere before it is whole, and its author cannot approve it."""
    open_case(page, number)
    step(page, "draft", kind="partial", text="Ремонт коштував 1 200 000 грн.", appeal="", officer_name="")
    assert {"ground", "reasons", "given_part", "appeal", "officer_name"} <= wrong_fields(page)
    complaints.forgive("422")
    assert Case.objects.get().state == "in_work"
    ground = page.locator("[name=ground] option").nth(1).inner_text()
    fill(
        page,
        ground=ground,
        reasons="Рахунків підрядника ми не маємо.",
        given_part="Загальна сума договору",
        appeal="Керівникові, Уповноваженому, до суду.",
        officer_name="Андрій Мельник",
        officer_position="Головний спеціаліст",
        signature="КЕП",
    )
    press(page)
    assert Case.objects.get().state == "approval"
    open_case(page, number)
    assert not can(page, "approve")


def the_head_approves(page, number):
    """A second pair of eyes gives the answer."""
    open_case(page, number)
    step(page, "approve")
    assert Case.objects.get().state == "answered"


def the_answer_is_whole(page):
    """What Art. 22 p. 4 asks of a refusal stands on the applicant's page."""
    shown = page.locator("main").inner_text()
    for words in (
        "Ремонт коштував 1 200 000 грн.",
        "Загальна сума договору",
        "Рахунків підрядника ми не маємо.",
        "Уповноваженому",
        "Андрій Мельник",
        "Головний спеціаліст",
    ):
        assert words in shown, words


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_person_without_mail_or_telephone_asks_at_the_desk(window, office, smtp_sink, scripts):
    desk = window(scripts=scripts)
    sign_in(desk, office["desk"])
    desk.goto("/admin/pryiom/")
    desk.locator("a[href='/admin/pryiom/request/']").click()
    fill(desk, name="Параска Вовк", description="Коли ходить автобус?", channel="desk", no_contact=True, consent=True)
    press(desk)
    number, code = read_slip(desk)
    case = Case.objects.get()
    assert (case.number, case.channel, case.filed_by, case.submitter) == (number, "desk", office["desk"], None)
    assert not smtp_sink.letters
    follow(window(scripts=scripts), number, code)
    strangers = window(scripts=scripts)
    follow(strangers, number, "AAAA-AAAA-AAAA")
    assert strangers.locator("[data-summary]").count() == 1
    assert "автобус" not in strangers.locator("main").inner_text()
