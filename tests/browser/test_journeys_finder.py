"""A person who does not know the name of a service finds it with the keyboard alone, scripts off, then changes an answer."""

from home.demo import situations
from tests.cms.situations.make import service


def choose(page, tab_to, label):
    """Go to the radio buttons by Tab, to the answer by the arrow, and press the button."""
    tab_to(page.locator("main input[type=radio]").first)
    page.keyboard.press("Space")
    wanted = page.get_by_label(label)
    for _ in range(10):
        if wanted.is_checked():
            break
        page.keyboard.press("ArrowDown")
    assert wanted.is_checked()
    tab_to(page.locator("main form button"))
    page.keyboard.press("Enter")


def test_a_service_is_found_by_keyboard_without_scripts(window, site, axe, tab_to):
    lost = service("Паспорт замість втраченого", slug="vtrata-pasporta")
    situations.load()
    page = window(scripts=False, width=320)
    page.goto("/znaity-posluhu/")
    tab_to(page.locator("main form button"))
    page.keyboard.press("Enter")
    page.get_by_text("Виберіть одну з відповідей.").first.wait_for()

    choose(page, tab_to, "Паспорт, ID-картка, закордонний паспорт")
    choose(page, tab_to, "Паспорт громадянина України (ID-картка)")
    choose(page, tab_to, "Загубили або вкрали")
    page.get_by_role("heading", level=1, name="Новий паспорт замість втраченого").wait_for()
    assert page.get_by_role("link", name=lost.title).is_visible()
    address = page.url

    tab_to(page.get_by_role("link", name="Змінити").nth(2))
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Чому потрібен новий паспорт?").wait_for()

    another = window()
    another.goto(address)
    assert another.locator("h1").inner_text() == "Новий паспорт замість втраченого"
    axe(another)
