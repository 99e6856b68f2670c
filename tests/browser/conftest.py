"""Fixtures for stories in a real Chromium; see tests/support/chromium.py for where it is found.

site         the running site: `site.url`; letters link to it. Everything commits for real and is restored afterwards
community    the demo community on the running site, with the style guide open; tests/browser/pages.py lists its pages
page         a window of pytest-playwright, 1280 px wide; `page.goto("/novyny/")` takes addresses of the site
window       `window(user=None, scripts=True, dark=False, width=1280, language="uk")` opens further windows
             signed in as `user`; `scripts=False` switches JavaScript off
axe          `axe(page)` fails on any violation of WCAG 2.2 AA; `only_looks=True` asks what colours and width decide
fits         `fits(page)` fails when the page scrolls sideways
tab_to       `tab_to(locator)` presses Tab until the element has the focus, as a person without a mouse does
complaints   errors of the console, of scripts and of the content policy; any left at the end fails the test
"""

import os

import pytest
from django.conf import settings as django_settings
from django.test import Client

from tests.support.chromium import FLAGS, Complaints, axe_violations, executable
from tests.support.demo import settle_community


def pytest_collection_modifyitems(items):
    """Mark everything below this folder."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Start Debian's Chromium; Playwright's own event loop must not keep Django from its database."""
    path = executable()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return {"executable_path": path, "args": FLAGS}


@pytest.fixture
def site(live_server, settings):
    """Run the site for a browser."""
    settings.BASE_URL = settings.WAGTAILADMIN_BASE_URL = live_server.url
    return live_server


@pytest.fixture
def community(site, settings):
    """Settle the demo community on the running site."""
    settings.STYLEGUIDE = True
    settle_community()


@pytest.fixture
def complaints():
    """Collect what the browser complains about; fail when something is left at the end."""
    collected = Complaints()
    yield collected
    assert not collected, "\n".join(collected)


@pytest.fixture
def window(browser, site, complaints):
    """Give a function that opens a window."""
    contexts = []

    def open_window(*, user=None, scripts=True, dark=False, width=1280, height=900, language="uk", **options):
        context = browser.new_context(
            base_url=site.url,
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            viewport={"width": width, "height": height},
            locale={"uk": "uk-UA", "en": "en-GB"}[language],
            timezone_id="Europe/Kyiv",
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        complaints.watch(context)
        if user:
            context.add_cookies([session_cookie(user, site.url)])
        return context.new_page()

    yield open_window
    for context in contexts:
        context.close()


def session_cookie(user, url):
    """Sign `user` in on the server's side and return the cookie that says so."""
    client = Client()
    client.force_login(user)
    name = django_settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": url}


@pytest.fixture
def page(window):
    """Open the window that most stories need: scripts on, light, 1280 px, nobody signed in."""
    return window()


@pytest.fixture
def axe():
    """Give a function that fails on a violation of WCAG 2.2 AA."""

    def check(page, **options):
        report = axe_violations(page, **options)
        assert not report, f"{page.url}\n{report}"

    return check


@pytest.fixture
def fits():
    """Give a function that fails when a page is wider than its window."""

    def check(page):
        root = page.locator("html")
        wide, seen = root.evaluate("node => [node.scrollWidth, node.clientWidth]")
        assert wide <= seen, f"{page.url} is {wide} px wide in a window of {seen} px"

    return check


@pytest.fixture
def tab_to():
    """Give a function that reaches an element by the keyboard."""

    def press_until(locator, *, most=120):
        for _ in range(most):
            if locator.evaluate("node => node === document.activeElement"):
                return
            locator.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never reached {locator}")

    return press_until
