"""The feed is well-formed whatever editors paste into titles."""

from xml.etree import ElementTree

import pytest

from cms.models import NewsPage
from tests.cms.pages import index, news, topic

pytestmark = pytest.mark.django_db
HOSTILE = "]]> <b>&amp; \x0b\x00 «Злий» заголовок \ufffe \u202e"


def channel(client, query=""):
    response = client.get(f"/novyny/rss/{query}")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/rss+xml")
    return ElementTree.fromstring(response.content).find("channel")


def test_the_feed_names_the_news(client):
    page = news("Новий графік", lead="Із понеділка.", topic=topic("Графік"))
    item = channel(client).find("item")
    assert item.findtext("title") == "Новий графік"
    assert item.findtext("description") == "Із понеділка."
    assert item.findtext("link") == f"http://testserver{page.get_url()}"
    assert item.findtext("category") == "Графік"


def test_hostile_titles_stay_text(client):
    page = news()
    NewsPage.objects.filter(pk=page.pk).update(lead=HOSTILE.replace("\x00", ""))
    type(page)._base_manager.filter(pk=page.pk)
    page.page_ptr.__class__.objects.filter(pk=page.pk).update(title=HOSTILE.replace("\x00", ""))
    item = channel(client).find("item")
    assert item.findtext("title") == "]]> <b>&amp;  «Злий» заголовок"
    assert item.find("b") is None


def test_the_feed_takes_the_filters_of_the_list(client):
    subject = topic("Дороги")
    news("Про дорогу", topic=subject)
    news("Про школу", tags=["школа"])
    assert [item.findtext("title") for item in channel(client, "?topic=dorohy").findall("item")] == ["Про дорогу"]
    assert [item.findtext("title") for item in channel(client, "?tag=shkola").findall("item")] == ["Про школу"]
    assert "Дороги" in channel(client, "?topic=dorohy").findtext("title")


@pytest.mark.parametrize("query", ["?topic=nema", "?year=abc", "?tag=%F0%9F%98%80", "?month=99"])
def test_a_feed_of_nothing_known_is_not_found(client, query):
    assert client.get(f"/novyny/rss/{query}").status_code == 404


def test_an_empty_feed_is_valid(client):
    assert channel(client).findall("item") == []


def test_the_identifier_survives_a_change_of_the_address(client):
    page = news("Стара адреса")
    before = channel(client).find("item").findtext("guid")
    page.slug = "nova-adresa"
    page.save_revision().publish()
    assert channel(client).find("item").findtext("guid") == before


def test_the_english_feed_speaks_english(client):
    news("English news", parent=index("en"))
    response = client.get("/en/novyny/rss/")
    assert ElementTree.fromstring(response.content).find("channel/language").text == "en"
