"""The demo community: loaded once, whole, and never into a database that belongs to somebody."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page

from accounts.models import Settlement, Unit, User
from accounts.roles import Role
from cms.models import NewsPage, SiteSettings
from home.demo import people
from home.demo.scenes import SCENES
from home.management.commands import load_demo
from tests import factories
from tests.cms.pages import news

pytestmark = pytest.mark.django_db


def load(*words):
    out, errors = StringIO(), StringIO()
    call_command("load_demo", *words, stdout=out, stderr=errors)
    return out.getvalue() + errors.getvalue()


def state():
    return {
        "pages": list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_id")),
        "people": list(User.objects.order_by("pk").values_list("email", "password")),
        "units": Unit.objects.count(),
        "places": Settlement.objects.count(),
    }


def test_the_whole_community_is_there(client):
    said = load()
    assert Settlement.objects.count() == 6
    assert NewsPage.objects.filter(locale__language_code="uk").count() == 12
    assert SiteSettings.objects.get().name == "Зразкова громада"
    assert people.PASSWORD in said
    for role in Role:
        assert User.objects.filter(groups__name=people.group_of(role).name).exists()
    for page in Page.objects.live().filter(depth__gt=1):
        assert client.get(page.get_url()).status_code == 200, page.get_url()


def test_loading_twice_changes_nothing():
    load()
    before = state()
    load()
    assert state() == before


def test_an_edited_demo_is_left_alone():
    load()
    page = NewsPage.objects.filter(locale__language_code="uk").first()
    page.delete()
    User.objects.filter(email="editor@example.org").update(position="редакторка")
    load()
    assert not NewsPage.objects.filter(pk=page.pk).exists()
    assert User.objects.get(email="editor@example.org").position == "редакторка"


@pytest.mark.parametrize("own", [factories.resident, factories.unit, news])
def test_a_database_with_content_of_its_own_is_refused(own):
    own()
    before = state()
    assert "content of its own" in load()
    assert state() == before


def test_a_failure_leaves_nothing_behind(monkeypatch):
    def broken():
        raise RuntimeError("no power")

    monkeypatch.setattr(load_demo, "LOADERS", (*load_demo.LOADERS, broken))
    before = state()
    with pytest.raises(RuntimeError):
        load()
    assert state() == before


def test_everybody_can_sign_in(client):
    load()
    for person in people.PEOPLE:
        assert client.login(email=person.email, password=people.PASSWORD), person.email


def test_a_site_that_demands_a_second_factor_gets_no_known_password(settings, client):
    settings.STAFF_SECOND_FACTOR_REQUIRED = True
    assert people.PASSWORD not in load()
    assert not client.login(email="head@example.org", password=people.PASSWORD)


def test_sign_ins_are_told_only_when_they_work():
    assert load("--show-sign-ins") == ""
    load()
    assert "head@example.org" in load("--show-sign-ins")


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_can_be_drawn(name):
    picture = SCENES[name]().webp()
    assert 3_000 < len(picture) < 120_000
