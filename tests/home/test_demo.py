"""The demo community: loaded once, whole, and never into a database that belongs to somebody."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page

from accounts.models import Settlement, Unit, User
from home.demo import people, places
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


@pytest.mark.parametrize("own", [factories.resident, factories.unit, news])
def test_a_database_with_content_of_its_own_is_refused(own):
    own()
    before = state()
    assert "content of its own" in load()
    assert state() == before


def test_a_failure_leaves_nothing_behind(monkeypatch):
    def broken():
        raise RuntimeError("no power")

    monkeypatch.setattr(load_demo, "LOADERS", (*load_demo.LOADERS[:2], broken))
    before = state()
    with pytest.raises(RuntimeError):
        load()
    assert state() == before


def test_a_site_that_demands_a_second_factor_gets_no_known_password(settings, client):
    settings.STAFF_SECOND_FACTOR_REQUIRED = True
    places.load()
    people.load()
    assert not people.sign_ins()
    assert not client.login(email="head@example.org", password=people.PASSWORD)


def test_no_sign_ins_are_told_before_they_work():
    assert load("--show-sign-ins") == ""


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_can_be_drawn(name):
    picture = SCENES[name]().webp()
    assert 3_000 < len(picture) < 120_000
