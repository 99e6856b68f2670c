"""On paper: nothing to click, nothing folded, one sheet for what people carry away."""

import re

import pytest
from django.urls import reverse

from casework.services.tracking import tracking_token
from tests.browser import pages

pytestmark = pytest.mark.once

CLICKED = ".site-top, .site-head__nav, .site-head__menu, .skip, .alert, .crumbs, .btn, .no-print, .site-foot__nav, .pagination"
SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")


def sheets(page):
    """On how many A4 pages the page is printed."""
    return len(SHEET.findall(page.pdf(format="A4", prefer_css_page_size=True)))


def faults(page):
    """What is wrong with the page as paper."""
    for node in page.locator(CLICKED).all():
        if node.is_visible():
            yield f"shows {node.get_attribute('class')}"
    for body in page.locator("main details:not(.no-print, .no-print *) > :not(summary)").all():
        if not body.is_visible():
            yield f"keeps folded: {body.text_content().strip()[:60]}"
    if not page.locator("main").inner_text().strip():
        yield "is empty"


@pytest.mark.parametrize("table", ["public", "own"])
def test_paper_shows_everything_and_offers_nothing_to_press(window, community, table):
    make, mailbox = pages.TABLES[table]
    page = window(user=pages.person(mailbox) if mailbox else None, dark=True)
    page.emulate_media(media="print")
    found = []
    for title, address in make().items():
        page.goto(address)
        found += [f"{title} {fault}" for fault in faults(page)]
    assert not found, "\n".join(found)


def test_what_people_carry_away_fits_one_sheet(window, community):
    case = pages.case_in("in_work", procedure="request")
    page = window()
    receipts = [reverse("casework:receipt", args=[tracking_token(case)])]
    blanks = [f"/zvernennia/zapyt/blank/?kind={kind}" for kind in ("individual", "legal", "association")]
    for address in receipts + blanks:
        page.goto(address)
        assert sheets(page) == 1, address


def test_the_slip_of_the_desk_is_one_sheet_with_the_code_and_no_menu(window, community):
    page = window(user=pages.person("desk"))
    page.goto("/admin/pryiom/suggestion/")
    page.locator("[name=text]").fill("Поставте лавку.")
    page.locator("[name=consent]").check()
    page.locator("main form[method=post] button").last.click()
    page.goto(f"{page.url}?druk=1")
    assert sheets(page) == 1
    page.emulate_media(media="print")
    assert not list(faults(page))
    assert page.locator(".receipt__code").is_visible()
    assert page.locator("svg.qr__code").is_visible()


def test_the_case_of_the_staff_is_printed_without_the_admin_around_it(window, community):
    case = pages.case_in("answered", procedure="request")
    page = window(user=pages.person("head"))
    page.goto(reverse("casework_staff:print", args=[case.pk]))
    page.emulate_media(media="print")
    assert not list(faults(page))
    assert page.locator("#wagtail-sidebar").count() == 0
    assert case.number in page.locator("main").inner_text()
