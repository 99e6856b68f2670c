"""Every page of the demo community in a real Chromium: seen by axe by day on a desk and by night on a narrow phone.

One test walks a part of one table of `tests.browser.pages` and tells all its complaints together: a page costs a second, a
browser test's ground two. Wagtail's own menu and lists around our staff screens are looked at too.
"""

from collections import defaultdict

import pytest

from tests.browser import pages

pytestmark = pytest.mark.once
PARTS = {"public": 6, "own": 1, "staff": 5}


@pytest.fixture
def walk(window, community):
    """Give `walk(table, part, look)`: call `look(page)` on every page of a part of a table, assert that none complains."""

    def over(name, part, look):
        table, mailbox = pages.TABLES[name]
        page = window(user=pages.person(mailbox) if mailbox else None)
        found, rows = defaultdict(list), list(table().items())
        for secret in (address for _title, address in rows if "/sprava/vhid/" in address):
            page.request.get(secret)  # who opened the link of a letter may read what stands behind it
        size = -(-len(rows) // PARTS[name])
        for title, address in rows[part * size : (part + 1) * size]:
            answer = page.goto(address)
            found[complaint_of(look, page) if answer.ok else f"answered {answer.status}"].append(f"{title} {address}")
        found.pop("", None)
        assert not found, "\n\n".join("\n".join([*places, complaint]) for complaint, places in found.items())

    return over


def complaint_of(look, page):
    """What `look` has to say against a page, without the address, so that pages with the same fault stand together."""
    try:
        look(page)
    except AssertionError as error:
        return str(error).replace(page.url, "").partition("\nassert ")[0].strip()
    return ""


def frames_fit(page):
    """Wagtail hides what is wider than its column, so our part of a staff screen is measured by itself."""
    for frame in page.locator(".house").all():
        wide, seen = frame.evaluate("node => [node.scrollWidth, node.clientWidth]")
        assert wide <= seen, f"our part is {wide} px wide in {seen} px"


def after_a_while(look, page):
    """Look until nothing is complained of, about two seconds: Wagtail's menu folds a moment after a window has narrowed."""
    for _moment in range(20):
        if not complaint_of(look, page):
            return
        page.wait_for_timeout(100)
    look(page)


NARROW = {"width": 320, "height": 900}
# Wagtail's own map of a long form: it slides under the header and cannot be given room from outside. The name in a row of
# Wagtail's own lists: on a phone a short one is a pixel less high than a finger needs.
NOT_OURS = (".w-minimap", ".w-minimap__toggle", ".w-minimap__collapse-all", ".listing .title-wrapper")


@pytest.fixture
def seen(axe, fits):
    """Give `seen(page)`: the page by day on a desk in full; by night on a phone, what colours and width can spoil."""

    def look(page):
        desk = page.viewport_size
        stands(page)
        axe(page, without=NOT_OURS)
        try:
            page.emulate_media(color_scheme="dark")
            page.set_viewport_size(NARROW)
            after_a_while(stands_and_looks, page)
        finally:
            page.emulate_media(color_scheme="light")
            page.set_viewport_size(desk)

    def stands(page):
        fits(page)
        frames_fit(page)

    def stands_and_looks(page):
        stands(page)
        axe(page, without=NOT_OURS, only_looks=True)

    return look


@pytest.mark.parametrize(("table", "part"), [(table, part) for table, parts in PARTS.items() for part in range(parts)])
def test_by_day_on_a_desk_and_by_night_on_a_phone_axe_finds_nothing_and_nothing_scrolls_sideways(
    walk, seen, table, part
):
    walk(table, part, seen)


def test_every_table_is_walked():
    assert set(PARTS) == set(pages.TABLES)
