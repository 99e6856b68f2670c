"""The style guide in a real Chromium: every component at once, for eyes, ears and hands of all kinds."""

import pytest

pytestmark = pytest.mark.once

GUIDE = "/styleguide/"
LOOKS = {"usual": "", "eased": "more.large.", "contrast": "more..", "large": ".large."}


@pytest.fixture(autouse=True)
def guide_is_open(settings):
    settings.STYLEGUIDE = True


@pytest.fixture
def guide(window, site):
    """Open the style guide as a reader who chose a look."""

    def open_guide(look="usual", **options):
        page = window(**options)
        if LOOKS[look]:
            page.context.add_cookies([{"name": "display", "value": LOOKS[look], "url": site.url}])
        page.goto(GUIDE)
        return page

    return open_guide


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_to_complain_of(guide, axe, look, dark):
    axe(guide(look, dark=dark))


@pytest.mark.parametrize("look", ["usual", "eased"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_width_scrolls_sideways(guide, fits, look, width):
    fits(guide(look, width=width))


def test_axe_is_content_with_a_phone_and_its_open_menu(guide, axe):
    page = guide(width=320)
    page.locator(".site-head__menu summary").click()
    axe(page)


def test_the_menu_opens_without_scripts_and_stands_once(guide):
    page = guide(width=320, scripts=False)
    menu = page.locator(".site-head__menu")
    assert not menu.locator("a").first.is_visible()
    menu.locator("summary").click()
    assert menu.locator("a").first.is_visible()
    assert not page.locator(".site-head__nav").is_visible()


def test_the_first_tab_offers_the_way_past_the_menu(page):
    page.goto("/vyhliad/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("node => node === document.activeElement")
    page.keyboard.press("Enter")
    assert page.locator("main").evaluate("node => node === document.activeElement")


def test_every_focus_can_be_seen(guide, tab_to):
    page = guide()
    for locator in (page.locator(".search input"), page.locator(".task").first, page.locator("summary:visible").first):
        tab_to(locator)
        assert locator.evaluate("node => getComputedStyle(node).boxShadow") != "none"


def test_touch_targets_are_big_enough(guide):
    """WCAG 2.2 asks 24 px of everything that is no link in running text."""
    small = guide(width=320).evaluate(
        """() => [...document.querySelectorAll('.btn, .chip, summary, .pagination a, .site-top button, .nav a, input, select')]
            .filter(node => node.getClientRects().length && node.type !== 'hidden')
            .map(node => [node.className || node.name, node.getBoundingClientRect().height])
            .filter(([, height]) => height < 24)"""
    )
    assert small == []


def test_the_list_of_errors_takes_the_focus_and_leads_to_the_field(guide):
    page = guide()
    summary = page.locator("[data-summary]")
    assert summary.evaluate("node => node === document.activeElement")
    link = summary.get_by_role("link").first
    target = link.get_attribute("href")
    link.click()
    assert page.locator(target).evaluate("node => node === document.activeElement")


def test_the_counter_counts_for_the_eye_and_for_the_ear(guide):
    page = guide()
    box = page.locator("#id_description")
    box.fill("сто")
    assert page.locator("#id_description ~ .counter").inner_text().endswith("1997")
    page.locator("#id_description ~ [role=status]").filter(has_text="1997").wait_for(state="attached")


def test_one_press_makes_everything_larger_and_another_brings_it_back(window):
    page = window(scripts=False)
    page.goto("/vyhliad/")
    size = "node => getComputedStyle(node).fontSize"
    assert page.locator("html").evaluate(size) == "16px"
    page.locator(".site-top button").click()
    assert page.locator("html").evaluate(size) == "20px"
    assert page.locator("html").get_attribute("data-contrast") == "more"
    page.locator(".site-top button").click()
    assert page.locator("html").evaluate(size) == "16px"


def test_a_chosen_theme_goes_before_the_device(guide, window, site):
    page = window(dark=True)
    page.context.add_cookies([{"name": "display", "value": "..light", "url": site.url}])
    page.goto(GUIDE)
    assert page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(255, 255, 255)"


def test_on_paper_there_is_no_menu_and_nothing_is_folded(guide):
    page = guide(dark=True)
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator(".site-top").is_visible()
    assert not page.locator(".site-head__nav").is_visible()
    assert page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".steps .details__body").last.is_visible()


@pytest.mark.parametrize("path", ["login/", "signup/", "password/reset/"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_pages_of_sign_in_are_ours_too(window, axe, fits, path, dark):
    page = window(width=320, dark=dark)
    page.goto(f"/oblikovyi-zapys/{path}")
    axe(page)
    fits(page)


def test_a_refused_sign_in_is_told_at_the_top(window, axe):
    page = window()
    page.goto("/oblikovyi-zapys/login/")
    page.locator("[name=login]").fill("nobody@example.org")
    page.locator("[name=password]").fill("wrong")
    page.locator("main form.form button[type=submit]").first.click()
    page.locator("[data-summary]").wait_for()
    axe(page)


def test_a_missing_page_offers_ways_on(window, axe, fits, complaints):
    page = window(width=320)
    page.goto("/nema/")
    axe(page)
    fits(page)
    complaints.forgive("404")
