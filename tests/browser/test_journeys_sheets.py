"""A sheet comes back from a village: keyed in without a mouse, a repeat is shown, nothing is lost. In a real browser."""

from participation.sheets.services import count
from tests import factories
from tests.participation.sheets.making import IVAN, make_collection, make_sheet, make_voice


def line(page, name, date, *, with_place=False):
    """Type one row and leave the focus in the name of the next."""
    for words in (name, date):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    if with_place:
        page.keyboard.press("ArrowDown")  # the browser under test cannot type a Cyrillic letter into a list
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")


def test_a_sheet_is_keyed_in_by_keyboard(window, axe, fits, complaints):
    factories.settlement("Вербівка")
    collection = make_collection()
    make_voice(collection)
    sheet = make_sheet(collection, rows=5)
    page = window(user=factories.desk_operator())
    page.goto(f"/admin/pidpysy/arkush/{sheet.pk}/")
    axe(page)
    page.locator("input[name=r1-name]").focus()
    line(page, "Коваль Олена Петрівна", "01021990", with_place=True)
    line(page, "Петренко Іван", "17.05.1980")
    line(page, "Мороз Ганна", "31021977")
    page.locator("input[name=r3-name]").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    complaints.forgive("422")
    assert page.locator("input[name=r3-birth_date]").input_value() == "31021977"
    assert f"Повторює: {IVAN}, На сайті" in page.locator("main").inner_text()
    assert count(collection) == 2
    assert collection.records.get(channel="paper").settlement.name == "Вербівка"
    axe(page)
    page.set_viewport_size({"width": 320, "height": 800})
    fits(page)
