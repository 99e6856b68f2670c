"""Letters about new summaries: only to who confirmed by a button, left by one click."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import mydata
from core.models import Letter, MailAddress
from participation.feedback import services
from participation.feedback.models import Subscription
from participation.feedback.services.subscribing import token_of
from tests.factories import resident
from tests.participation.feedback.making import published

pytestmark = pytest.mark.django_db
FORM = reverse("feedback:subscribe")


def link_in(letter, word):
    return re.search(rf"http://testserver(\S*/pidpyska/\S*{word}\S*)", letter.text)[1]


@pytest.fixture
def subscriber(clock):
    row = services.ask_to_subscribe("Oksana@Example.org")
    services.confirm_subscription(row)
    return row


def test_the_whole_way(clock, client):
    assert client.get(FORM).status_code == 200
    assert client.post(FORM, {"email": "oksana@example.org"}).status_code == 302
    published()
    assert not Letter.objects.filter(kind="feedback/news").exists()  # nobody confirmed
    link = link_in(Letter.objects.get(kind="feedback/subscribe"), "")
    assert client.get(link).status_code == 200
    assert Subscription.objects.get().confirmed_at is None  # a program that opens links confirms nothing
    assert client.post(link).status_code == 200
    summary, _theme, _cases = published()
    letter = Letter.objects.get(kind="feedback/news")
    assert summary.title in letter.subject
    leave = link_in(letter, "vidmova")
    assert letter.headers["List-Unsubscribe"] == f"<http://testserver{leave}>"
    assert letter.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert client.get(leave).status_code == 200
    assert Subscription.objects.exists()
    strict = Client(enforce_csrf_checks=True)  # a mail program has no token of ours
    for _click in range(2):
        assert strict.post(leave, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Subscription.objects.exists()
    published()
    assert Letter.objects.filter(kind="feedback/news").count() == 1


@pytest.mark.parametrize("email", ["", "nobody", "a@b", "x@example.org\n.evil"])
def test_what_is_no_address_is_told(clock, client, email):
    assert client.post(FORM, {"email": email}).status_code == 422
    assert not Subscription.objects.exists()


def test_the_page_never_tells_who_is_subscribed(subscriber, client):
    known = client.post(FORM, {"email": "oksana@example.org"})
    stranger = client.post(FORM, {"email": "petro@example.org"})
    assert (known.status_code, known.url) == (stranger.status_code, stranger.url)
    assert Letter.objects.filter(kind="feedback/subscribe", recipient="oksana@example.org").count() == 1


def test_asking_often_writes_one_letter_a_day(clock, client):
    for _time in range(3):
        client.post(FORM, {"email": "oksana@example.org"})
    assert Letter.objects.count() == 1
    clock.shift(timedelta(days=1))
    client.post(FORM, {"email": "oksana@example.org"})
    assert Letter.objects.count() == 2


def test_each_subscriber_leaves_only_for_oneself(subscriber):
    other = services.ask_to_subscribe("petro@example.org", language="en")
    services.confirm_subscription(other)
    published()
    letters = {letter.recipient: letter for letter in Letter.objects.filter(kind="feedback/news")}
    assert token_of(subscriber) in letters["oksana@example.org"].text
    assert token_of(other) in letters["petro@example.org"].text
    assert token_of(other) not in letters["oksana@example.org"].text
    assert "/en/" in letters["petro@example.org"].text


def test_who_called_a_letter_spam_gets_no_more(subscriber):
    MailAddress.objects.create(email="oksana@example.org", complained_at=timezone.now())
    published()
    assert not Letter.objects.filter(kind="feedback/news").exists()


def test_what_nobody_confirms_is_forgotten_after_a_week(subscriber, clock):
    services.ask_to_subscribe("petro@example.org")
    clock.shift(timedelta(days=7, seconds=1))
    assert services.forget_unconfirmed() == 1
    assert Subscription.objects.get() == subscriber


@pytest.mark.parametrize("name", ["confirm", "leave"])
@pytest.mark.parametrize("token", ["nonsense", "x" * 400])
def test_a_forged_link_changes_nothing(subscriber, client, name, token):
    answer = client.post(reverse(f"feedback:{name}", args=[token]))
    assert answer.status_code == (404 if name == "confirm" else 200)
    assert Subscription.objects.count() == 1


def test_my_data_has_the_subscription_and_forgets_it(subscriber):
    user = resident(email="oksana@example.org")
    assert len(mydata.export(user)["summaries"]["subscriptions"]) == 1
    mydata.erase(user)
    assert not Subscription.objects.exists()
