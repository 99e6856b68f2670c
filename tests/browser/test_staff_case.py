"""The staff's screens of cases in a real browser: seen by axe, by keyboard, on a phone, without scripts."""

import pytest

from casework import procedure as registry
from casework import triggers
from casework.actors import Actor
from casework.services import fire
from tests import factories
from tests.casework.staff.example import EXAMPLE, example_case


@pytest.fixture
def official(transactional_db):
    registry.register(EXAMPLE)
    triggers.install()
    yield factories.official()
    registry._procedures.pop(EXAMPLE.key)


@pytest.fixture
def case(official):
    """A case with a story: given, asked about, noted, in quarantine once."""
    case = example_case(unit=official.unit, assignee=official, state="work", suspicion="trap")
    official_actor = Actor.person(official)
    fire(case, "write_to_applicant", actor=official_actor, text="Уточніть період.")
    fire(case, "write_to_office", actor=Actor.applicant(), text="За рік.")
    fire(case, "note", actor=official_actor, text="Перевірити архів.")
    fire(case, "draft", actor=official_actor, text="Ліхтарів сім.", signed_on="2026-11-23")
    case.refresh_from_db()
    case.state = "work"
    case.save()
    return case


def addresses(case):
    """Every staff screen of the register."""
    return [
        "/admin/vkhidni/",
        "/admin/vkhidni/?tab=overdue",
        "/admin/vkhidni/?tab=quarantine",
        "/admin/vkhidni/?tab=all&channel=web",
        f"/admin/vkhidni/inspect/{case.pk}/",
        f"/admin/vkhidni/history/{case.pk}/",
        f"/admin/sprava/{case.pk}/",
        f"/admin/sprava/{case.pk}/draft/",
        f"/admin/sprava/{case.pk}/release/",
        f"/admin/sprava/{case.pk}/hodynnyk/{case.clocks.first().pk}/",
        f"/admin/sprava/{case.pk}/druk/",
        "/admin/pryiom/",
        "/admin/pryiom/example/",
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_any_staff_screen(window, axe, official, case, dark):
    page = window(user=official, dark=dark)
    for address in addresses(case):
        page.goto(address)
        axe(page)


def test_the_panel_on_the_first_screen_is_clean(window, axe, official, case):
    page = window(user=official)
    page.goto("/admin/")
    axe(page)


def test_every_staff_screen_fits_a_phone(window, fits, official, case):
    page = window(user=official, width=320)
    for address in addresses(case):
        page.goto(address)
        fits(page)
        for frame in page.locator(".house").all():  # Wagtail hides what is wider than its column
            wide, seen = frame.evaluate("node => [node.scrollWidth, node.clientWidth]")
            assert wide <= seen, f"{address}: {wide} in {seen}"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_from_the_inbox_to_an_answer(window, official, case, complaints, scripts):
    page = window(user=official, scripts=scripts)
    page.goto("/admin/vkhidni/")
    page.get_by_role("link", name=case.number).click()
    page.get_by_role("link", name="Підготувати відповідь").click()
    page.get_by_role("button", name="Підготувати відповідь").click()
    page.locator(".field--bad").first.wait_for()
    complaints.forgive("422")
    page.get_by_label("Відповідь").fill("Ліхтарів вісім.")
    page.get_by_label("Дата").fill("2026-11-24")
    page.get_by_role("button", name="Підготувати відповідь").click()
    page.get_by_text("Готово: Відповідь підготовлено.").wait_for()
    assert page.locator("ins", has_text="вісім.").count() == 1
    case.refresh_from_db()
    assert case.state == "approval"


def test_the_keyboard_alone_reaches_a_transition(window, tab_to, official, case):
    page = window(user=official)
    page.goto(f"/admin/sprava/{case.pk}/")
    tab_to(page.locator("[data-event=draft]"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/draft/")


def test_the_desk_registers_a_person_and_prints_the_slip(window, official):
    page = window(user=factories.desk_operator())
    page.goto("/admin/pryiom/")
    page.get_by_role("link", name="Приклад").click()
    page.get_by_label("Ім’я").fill("Марія Примаченко")
    page.get_by_label("Текст").fill("Прошу полагодити лавку.")
    page.locator("[name=no_contact]").check()
    page.locator("[name=consent]").check()
    page.get_by_role("button", name="Зареєструвати").click()
    page.get_by_role("link", name="Роздрукувати талон").click()
    assert page.locator("svg.qr__code").is_visible()
    assert page.locator("#wagtail-sidebar").count() == 0
