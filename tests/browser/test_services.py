"""A service in a real browser: steps are ticked off, shown all at once, printed; the catalogue leads to it without scripts."""

from decimal import Decimal

import pytest

from cms.models import FeeRow, RequiredDocument, TermRow
from home.tree import ensure_tree
from tests.cms.services import make
from tests.cms.services.make import service, step

TITLE = "Реєстрація місця проживання"


@pytest.fixture
def address(site):
    """A published service with an algorithm, a variant and a notice; its address."""
    ensure_tree()
    page = service(
        TITLE,
        search_words="прописка",
        online_url="https://diia.gov.ua/",
        documents=[RequiredDocument(name="Паспорт", kind="shown"), RequiredDocument(name="Витяг", kind="register")],
        fees=[FeeRow(for_whom="Усі", amount=Decimal("51.36"), payment_details="UA00")],
        terms=[TermRow(length=1, unit="working")],
        algorithm=[
            step("Підготуйте документи", body="<p>Перевірте перелік.</p>"),
            step("Запишіться на прийом", "and", optional=True),
            step("Подайте заяву в центрі", where=["centre", "mobile"], takes="15 хвилин"),
            step("Подайте заяву через Дію", "or", where=["online"]),
        ],
    )
    service("Дитини", parent=page, variant_label="дитини до 14 років")
    make.notice(page)
    return page.get_url()


def ticks(page):
    return page.get_by_role("checkbox")


def test_ticks_stay_on_the_device_until_they_are_cleared(window, address):
    page, sent = window(), []
    page.goto(address)
    page.on("request", lambda request: sent.append(request.url) if "/static/" not in request.url else None)
    ticks(page).nth(0).check()
    ticks(page).nth(3).check()
    assert "2 з 4" in page.locator("[data-progress]").inner_text()
    assert not sent
    page.reload()
    assert [ticks(page).nth(number).is_checked() for number in range(4)] == [True, False, False, True]
    page.get_by_role("button", name="Зняти позначки").click()
    assert page.get_by_role("button", name="Зняти позначки").is_hidden()
    page.reload()
    assert not any(ticks(page).nth(number).is_checked() for number in range(4))
    page.evaluate("localStorage.setItem(`steps:${location.pathname}`, '{broken')")
    page.reload()
    assert ticks(page).count() == 4


def test_one_button_shows_all_steps_and_hides_them_by_keyboard_too(window, address, tab_to):
    page = window()
    page.goto(address)
    parts, button = page.locator(".algorithm details"), page.locator("[data-show-all]")
    tab_to(button)
    page.keyboard.press("Enter")
    assert parts.evaluate_all("parts => parts.every(part => part.open)")
    page.locator("[data-show-all][aria-expanded=true]").wait_for()  # a browser tells of folding a moment later
    assert button.inner_text() == "Згорнути всі кроки"
    tab_to(parts.first.locator("summary"))
    page.keyboard.press("Enter")
    page.locator("[data-show-all][aria-expanded=false]").wait_for()
    assert button.inner_text() == "Показати всі кроки"
    tab_to(ticks(page).first)
    page.keyboard.press("Space")
    assert ticks(page).first.is_checked()


def test_paper_shows_every_step_and_a_checklist_only_what_is_needed(window, address):
    page = window()
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(address)
    page.emulate_media(media="print")
    assert page.get_by_text("Перевірте перелік.").is_visible()
    assert page.get_by_role("heading", name="Скільки коштує").is_visible()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Роздрукувати перелік").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    for name, seen in (
        (TITLE, True),
        ("Що потрібно", True),
        ("Подайте заяву в центрі", True),
        ("Скільки коштує", False),
    ):
        assert page.get_by_role("heading", name=name).first.is_visible() is seen, name
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.get_by_role("heading", name="Скільки коштує").is_visible()


def test_without_scripts_the_catalogue_leads_to_the_steps(window, address):
    page = window(scripts=False)
    page.goto("/posluhy/")
    page.locator("[name=q]").fill("ПРОПИСКА")
    page.get_by_role("button", name="Знайти").click()
    page.get_by_role("link", name=TITLE, exact=True).click()
    page.locator("summary", has_text="Підготуйте документи").click()
    assert page.get_by_text("Перевірте перелік.").is_visible()
    assert ticks(page).count() == 0
    assert page.locator("[data-tools]").is_hidden()


def test_axe_finds_nothing_and_nothing_scrolls_sideways(window, address, axe, fits):
    for look in ({"width": 1280}, {"width": 320, "dark": True}):
        page = window(**look)
        for place in ("/posluhy/", "/posluhy/?q=нічогісінько", address):
            page.goto(place)
            if place == address:
                page.locator("[data-show-all]").click()
                ticks(page).first.check()
            fits(page)
            axe(page)
