"""The pages of requests and appeals lead to the samples, without knowing where they come from."""

import pytest

from core import links
from tests.cms.samples.making import fillable, sample

pytestmark = pytest.mark.django_db
HUB, REQUEST = "/zvernennia/", "/zvernennia/zapyt/"


def text(client, address):
    return client.get(address).content.decode()


def test_nothing_is_said_while_there_are_no_samples(client):
    assert "Зразки запитів і звернень" not in text(client, HUB)
    assert "Зразки, щоб заповнити" not in text(client, REQUEST)


def test_the_hub_names_requests_and_the_three_kinds_of_appeal_in_order(client):
    titles = ["Запит людини", "Запит організації", "Моя пропозиція", "Моя заява", "Моя скарга"]
    purposes = ["request_person", "request_company", "proposal", "application", "complaint"]
    for title, purpose in reversed(list(zip(titles, purposes, strict=True))):
        fillable(title, purpose=purpose)
    hub, request = text(client, HUB), text(client, REQUEST)
    places = [hub.index(title) for title in titles]
    assert places == sorted(places)
    assert "zapovnyty/" in hub
    assert all(title in request for title in titles[:2])
    assert not any(title in request for title in titles[2:])


def test_drafts_and_old_editions_are_not_offered(client):
    sample("Чернетка", purpose="complaint").unpublish()
    old = sample("Стара скарга", purpose="complaint")
    sample("Нова скарга", purpose="complaint", supersedes=old)
    page = text(client, HUB)
    assert "Нова скарга" in page
    assert "Стара скарга" not in page
    assert "Чернетка" not in page


def test_english_readers_get_ukrainian_samples_while_there_are_no_others(client):
    sample("Скарга", purpose="complaint")
    assert "Скарга" in text(client, "/en/zvernennia/")


def test_the_links_stay_when_the_form_comes_back_with_errors(client):
    sample("Запит людини", purpose="request_person")
    assert "Запит людини" in client.post(REQUEST, {}).content.decode()


def test_many_samples_cost_no_more_queries(client, constant_queries):
    def make(number):
        for _ in range(number):
            sample(purpose="complaint")
        client.get(HUB)  # a page that was published empties the cache of addresses

    constant_queries(lambda: client.get(HUB), make, few=2, more=6)


def test_rooms_offer_links_once(rf):
    def giver(request):
        return [{"label": "Один", "url": "/"}]

    links.offer("tests.place", giver)
    links.offer("tests.place", giver)
    assert links.offered("tests.place", rf.get("/")) == [{"label": "Один", "url": "/"}]
    assert links.offered("tests.nowhere", rf.get("/")) == []
