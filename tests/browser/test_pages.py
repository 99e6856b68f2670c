"""Every page of the demo community in a real Chromium: seen by axe in light and dark, on a narrow phone, on paper.

One test walks one table of `tests.browser.pages` and tells all its complaints together: a page costs half a second, a
browser test's ground two. What stands on Wagtail's own screens around ours (its menu, its lists) is looked at too.
"""

from collections import defaultdict

import pytest

from tests.browser import pages


@pytest.fixture
def walk(window, community):
    """Give `walk(table, look, **window options)`: call `look(page)` on every page of a table, assert that none complains."""

    def over(name, look, **options):
        table, mailbox = pages.TABLES[name]
        page = window(user=pages.person(mailbox) if mailbox else None, **options)
        found = defaultdict(list)
        for title, address in table().items():
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


@pytest.mark.parametrize("table", pages.TABLES)
def test_by_day_on_a_desk_axe_finds_nothing(walk, axe, table):
    walk(table, axe)


@pytest.mark.parametrize("table", pages.TABLES)
def test_by_night_on_a_phone_axe_finds_nothing_and_nothing_scrolls_sideways(walk, axe, fits, table):
    def look(page):
        fits(page)
        axe(page)

    walk(table, look, dark=True, width=320)
