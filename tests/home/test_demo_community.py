"""The demo community once it is loaded: whole, the same after another run, left to those who changed it."""

import pytest
from wagtail.models import Page

from accounts.models import Settlement, User
from accounts.roles import Role
from cms.models import NewsPage, SiteSettings
from home.demo import people
from tests.home.test_demo import load, state

pytestmark = pytest.mark.django_db


def test_the_whole_community_is_there(demo, client):
    assert Settlement.objects.count() == 6
    assert NewsPage.objects.filter(locale__language_code="uk").count() == 12
    assert SiteSettings.objects.get().name == "Зразкова громада"
    assert people.PASSWORD in demo
    for role in Role:
        assert User.objects.filter(groups__name=people.group_of(role).name).exists()
    for page in Page.objects.live().filter(depth__gt=1):
        assert client.get(page.get_url()).status_code == 200, page.get_url()


def test_loading_twice_changes_nothing(demo):
    before = state()
    load()
    assert state() == before


def test_an_edited_demo_is_left_alone(demo):
    page = NewsPage.objects.filter(locale__language_code="uk").first()
    page.delete()
    User.objects.filter(email="editor@example.org").update(position="редакторка")
    load()
    assert not NewsPage.objects.filter(pk=page.pk).exists()
    assert User.objects.get(email="editor@example.org").position == "редакторка"


def test_everybody_can_sign_in(demo, client):
    for person in people.PEOPLE:
        assert client.login(email=person.email, password=people.PASSWORD), person.email


def test_sign_ins_are_told_when_they_work(demo):
    assert "head@example.org" in load("--show-sign-ins")
