"""Following a matter: once, told in one letter for each language, forgotten with the account."""

import pytest
from django.urls import reverse

from accounts import mydata
from core.models import Letter
from participation.follows.models import Follow
from participation.follows.services import follow, is_following, tell_followers, unfollow
from tests.factories import resident
from tests.participation.ideas import making

pytestmark = pytest.mark.django_db


def test_twice_is_once(office):
    idea = making.published(office)
    assert follow(idea, user=office.neighbour) == follow(idea, user=office.neighbour)
    assert is_following(idea, office.neighbour)
    unfollow(idea, user=office.neighbour)
    assert not is_following(idea, office.neighbour)


def test_everybody_who_follows_is_told_once_in_their_language(office):
    idea, english, silent = making.published(office), resident(language="en"), resident(is_active=False)
    for user in (office.neighbour, english, silent, office.author):
        follow(idea, user=user)
    context = dict.fromkeys(("procedure", "state", "due_at", "link", "data"), "")
    event = idea.events.last()
    tell = lambda: tell_followers(  # noqa: E731
        idea, "ideas/news", event=event, context={**context, "event": event}, except_users=[office.author]
    )
    assert (tell(), tell()) == (2, 0)
    letters = Letter.objects.filter(kind="ideas/news").values_list("recipient", "language")
    assert set(letters) == {(office.neighbour.email, "uk"), (english.email, "en")}


def test_the_button_works_and_comes_back(office, signed_in, client):
    idea = making.published(office)
    address = reverse("follows:follow", args=[idea.number])
    assert "login" in client.post(address).url
    client = signed_in(office.neighbour)
    assert client.post(address, {"next": idea.get_absolute_url()}).url == idea.get_absolute_url()
    assert client.post(address, {"next": "https://evil.example"}).url == reverse("follows:list")
    assert idea.public_title in client.get(reverse("follows:list")).text
    client.post(reverse("follows:unfollow", args=[idea.number]))
    assert not Follow.objects.exists()


def test_what_is_not_public_cannot_be_followed_nor_seen(office, signed_in):
    client, idea = signed_in(office.neighbour), making.draft(office, title="Таємна чернетка")
    assert client.post(reverse("follows:follow", args=[idea.number])).status_code == 404
    follow(idea, user=office.neighbour)
    assert "Таємна чернетка" not in client.get(reverse("follows:list")).text


def test_following_is_given_out_and_forgotten(office):
    follow(making.published(office), user=office.neighbour)
    assert len(mydata.export(office.neighbour)["follows"]) == 1
    mydata.erase(office.neighbour)
    assert not Follow.objects.exists()
