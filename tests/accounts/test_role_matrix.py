"""Role × screen: each role opens exactly the screens that the table gives it, and every entry of its menu opens."""

import pytest
from django.urls import NoReverseMatch, resolve, reverse
from wagtail.admin.menu import admin_menu, reports_menu, settings_menu

from accounts.models import Role
from tests import factories
from tests.roles_matrix import MATRIX

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser_of(signed_in):
    """`browser_of(role)`; "superuser", "resident" and "stranger" are roles here too."""

    def browser(role):
        if role == "stranger":
            return signed_in(factories.resident()).__class__()
        if role in Role.values:
            extra = {"unit": factories.unit()} if role == Role.OFFICIAL else {}
            return signed_in(factories.in_role(Role(role), **extra))
        return signed_in(getattr(factories, role)())

    return browser


def outcome(answer):
    """Say in one word what an answer means: open, closed (what is another unit's is not even found), or asked to sign in."""
    if answer.status_code in (403, 404) or (answer.status_code == 302 and answer.url == reverse("wagtailadmin_home")):
        return "closed"
    if answer.status_code == 302 and answer.url.startswith(reverse("account_login")):
        return "sign in"
    while answer.status_code == 302 and hasattr(answer, "wsgi_request"):
        answer = answer.client.get(answer.url)
    return "open" if answer.status_code == 200 else f"status {answer.status_code}"


def address_of(screen):
    return reverse(screen.name, args=screen.arguments()) + screen.query


@pytest.mark.parametrize("role", [*Role.values, "superuser", "resident", "stranger"])
def test_each_role_opens_exactly_its_screens(browser_of, role):
    browser, wrong = browser_of(role), []
    for screen in MATRIX:
        expected = "open" if role in screen.roles.split() else "closed"
        if role == "superuser":
            expected = (
                "open"
                if not screen.name.startswith(("wagtailusers_users:delete", "wagtailadmin_pages:delete"))
                else "any"
            )
        if role == "stranger":
            expected = "sign in"
        found = outcome(browser.get(address_of(screen)))
        if expected not in ("any", found):
            wrong.append(f"{screen.name}: {found}, should be {expected}")
    assert not wrong, f"{role}: " + "; ".join(wrong)


def entries(menu, request):
    """Yield the addresses of all entries of a menu that the request's user sees, submenus too."""
    for item in menu.menu_items_for_request(request):
        submenu = getattr(item, "menu", None)
        if submenu is not None:
            yield from entries(submenu, request)
        elif item.url.startswith("/"):
            yield item.url


def seen_by(browser):
    """The addresses in the menus of the person behind `browser`."""
    request = browser.get("/admin/account/").wsgi_request
    return sorted({url for menu in (admin_menu, settings_menu, reports_menu) for url in entries(menu, request)})


@pytest.mark.parametrize("role", [*Role.values, "superuser"])
def test_every_entry_of_the_menu_opens(browser_of, role):
    browser = browser_of(role)
    closed = {url: found for url in seen_by(browser) if (found := outcome(browser.get(url))) != "open"}
    assert closed == {}


def test_every_entry_of_a_roles_menu_stands_in_the_table(browser_of):
    known = {address_of(screen).split("?")[0] for screen in MATRIX if not callable(screen.args)}
    forgotten = set()
    for role in Role.values:
        for url in seen_by(browser_of(role)):
            if (path := url.split("?")[0]) not in known:
                found = resolve(path)
                forgotten.add(f"{role}: {found.view_name} {list(found.kwargs.values() or found.args)} ({path})")
    assert not forgotten, "\n".join(sorted(forgotten))


def test_the_table_names_only_screens_and_roles_that_exist():
    for screen in MATRIX:
        assert set(screen.roles.split()) <= set(Role.values), screen
        try:
            address_of(screen)
        except NoReverseMatch:
            pytest.fail(f"no screen is called {screen.name}")


@pytest.mark.parametrize("role", Role.values)
def test_no_role_gets_anything_in_the_django_admin(browser_of, role):
    browser = browser_of(role)
    assert browser.get("/django-admin/").status_code == 403
    assert browser.get("/django-admin/account/emailaddress/").status_code == 403
