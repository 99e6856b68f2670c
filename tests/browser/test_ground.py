"""The browser's own ground: what the fixtures promise, on pages that need nothing of the site."""

import pytest

UNNAMED = "<html lang=uk><title>a</title><main><h1>b</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='></main>"


def test_axe_runs_under_the_site_s_content_policy_and_finds_a_picture_without_text(window, axe):
    page = window()
    page.goto("/oblikovyi-zapys/login/")
    page.set_content(UNNAMED)
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


def test_a_page_that_scrolls_sideways_is_caught(window, fits):
    page = window(width=320)
    page.set_content("<p>вузько</p>")
    fits(page)
    page.set_content("<pre>" + "ш" * 200 + "</pre>")
    with pytest.raises(AssertionError, match="320 px"):
        fits(page)


def test_errors_of_the_console_are_collected(page, complaints):
    page.goto("/nemaie-takoi-storinky/")
    complaints.forgive("404")
    assert not complaints


def test_without_scripts_nothing_runs(window):
    page = window(scripts=False)
    page.set_content("<title>спокій</title><script>document.title='рух'</script>")
    assert page.title() == "спокій"


def test_tab_reaches_what_can_be_reached(page, tab_to):
    page.set_content("<a href='#1'>раз</a><button>два</button><p>три</p>")
    tab_to(page.get_by_role("button"))
    with pytest.raises(AssertionError, match="never reached"):
        tab_to(page.locator("p"), most=5)
