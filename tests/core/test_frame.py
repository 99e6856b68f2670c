"""The frame of every page: menu, footer, the reader's choice of look, and the pages that come when something is wrong."""

import re

import pytest
from django.contrib import messages
from django.contrib.messages.storage.session import SessionStorage
from django.contrib.sessions.backends.db import SessionStore
from django.template import Context, Template
from django.test import RequestFactory

from core import site
from core.context_processors import display
from core.display import Display
from core.views import came_from


def draw(source, **context):
    """Render template source as a page of the site would."""
    return Template(source).render(Context(context))


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_the_switch_never_sends_a_reader_to_another_site(target):
    assert came_from(RequestFactory().post("/vyhliad/"), target) == "/vyhliad/"


@pytest.fixture
def registry(monkeypatch):
    """An empty register of links and providers."""
    monkeypatch.setattr(site, "_providers", [])
    monkeypatch.setattr(site, "_links", {kind: [] for kind in site._links})
    return site


def test_the_menu_is_sorted_knows_where_the_reader_is_and_skips_rooms_that_are_not_there(registry):
    registry.register_navigation(20, "Вигляд", "display")
    registry.register_navigation(10, "Новини", "/novyny/")
    registry.register_navigation(15, "Нема", "no-such-room")
    links = registry.links("navigation", "/novyny/2026/")
    assert [(link["label"], link["current"]) for link in links] == [("Новини", True), ("Вигляд", False)]


def test_the_same_link_registered_twice_stands_once(registry):
    for _again in range(2):
        registry.register_footer(1, "Про сайт", "Дані", "/dani/")
    assert len(registry.links("footer", "/")) == 1


def test_later_providers_win_and_empty_words_do_not_erase(registry):
    registry.register_provider(lambda request: {"name": "Громада", "hotline": "15-80"})
    registry.register_provider(lambda request: {"name": "", "hotline": "15-81"})
    told = registry.describe(RequestFactory().get("/"))
    assert (told["name"], told["hotline"]) == ("Громада", "15-81")


@pytest.mark.parametrize("value", ["more.large.dark", "..", "", "x.y.z", "more.large.dark.more", "\x00", "." * 5000])
def test_any_display_cookie_can_be_read(value):
    chosen = Display.from_cookie(value)
    assert chosen.contrast in {"", "more"}
    assert Display.from_cookie(str(chosen)) == chosen


@pytest.mark.django_db
def test_the_switch_is_kept_in_a_cookie_and_printed_by_the_server(client):
    answer = client.post("/vyhliad/", {"contrast": "more", "text": "large", "next": "/vyhliad/"})
    assert answer.status_code == 302
    html = client.get("/vyhliad/").content.decode()
    assert 'data-contrast="more" data-text="large"' in html


@pytest.mark.django_db
def test_a_strange_choice_is_told_beside_the_field(client):
    answer = client.post("/vyhliad/", {"contrast": "<script>"})
    assert answer.status_code == 422
    assert "<script>" not in answer.content.decode().replace("<script type=", "")


def test_looking_for_messages_opens_no_session_for_those_who_have_none():
    """A page that looks into the session varies by cookie and cannot be cached for everybody."""
    request = RequestFactory().get("/")
    request.session = SessionStore()
    request._messages = SessionStorage(request)
    assert list(display(request)["notices"]) == []
    assert not request.session.accessed


def test_a_message_added_now_is_shown_now():
    request = RequestFactory().get("/")
    request.session = SessionStore()
    request._messages = SessionStorage(request)
    messages.success(request, "Записано.")
    assert [str(message) for message in display(request)["notices"]] == ["Записано."]


@pytest.mark.django_db
def test_the_style_guide_is_not_for_the_public(client, settings):
    assert client.get("/styleguide/").status_code == 404
    settings.STYLEGUIDE = True
    assert client.get("/styleguide/").status_code == 200


@pytest.mark.django_db
def test_the_style_guide_has_no_inline_style_or_script(client, settings):
    settings.STYLEGUIDE = True
    html = client.get("/styleguide/").content.decode()
    assert not re.search(r'\sstyle="|\son\w+="|<style', html)


@pytest.mark.parametrize("name", ["400", "413", "500"])
def test_the_last_pages_need_neither_request_nor_database(name):
    html = draw(f'{{% extends "{name}.html" %}}')
    assert html.count("<h1>") == 1
    assert 'lang="' in html


@pytest.mark.django_db
def test_an_expired_form_says_what_to_do(client):
    client.handler.enforce_csrf_checks = True
    answer = client.post("/oblikovyi-zapys/login/", {"login": "a@example.org"})
    assert answer.status_code == 403
    assert "<ol>" in answer.content.decode()
