"""The list of news: order, filters, pages, and what it costs."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.cms.pages import image, index, news, topic
from tests.support.many import many_news

pytestmark = pytest.mark.django_db
KYIV = ZoneInfo("Europe/Kyiv")


def text(client, address="/novyny/", **query):
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def test_the_newest_stands_first(client):
    news("Давня подія", date=timezone.now() - timedelta(days=9))
    news("Свіжа подія")
    page = text(client)
    assert page.index("Свіжа подія") < page.index("Давня подія")


def test_drafts_unlisted_and_restricted_news_are_not_named(client):
    draft = news("Чернетка наказу")
    draft.unpublish()
    news("Лише за посиланням", show_in_listing=False)
    hidden = news("Для своїх")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    page = text(client)
    assert "Чернетка наказу" not in page
    assert "Лише за посиланням" not in page
    assert "Для своїх" not in page


def test_an_empty_list_says_so(client):
    assert "Новин ще немає" in text(client)
    assert "There is no news yet" in text(client, "/en/novyny/")


def test_filters_narrow_the_list_and_can_be_taken_away(client):
    services = topic("Послуги")
    news("Про паспорт", topic=services, tags=["Документи"])
    news("Про дорогу", topic=topic("Дороги"))
    page = text(client, topic=services.slug)
    assert "Про паспорт" in page
    assert "Про дорогу" not in page
    assert "Зняти всі" in page
    assert "Про паспорт" in text(client, tag="dokumenty")
    assert "Про дорогу" not in text(client, tag="dokumenty")


def test_months_are_local(client):
    news("Новорічна ніч", date=datetime(2026, 1, 1, 0, 30, tzinfo=KYIV))
    assert "Новорічна ніч" in text(client, year="2026", month="1")
    assert "Новорічна ніч" not in text(client, year="2026", month="12")


@pytest.mark.parametrize(
    "query",
    [
        "topic=nema",
        "topic=%00",
        "tag=%F0%9F%98%80",
        "tag=' OR 1=1--",
        "year=0",
        "year=99999999999999999999",
        "year=-1",
        "month=13",
        "month=<script>",
        "page=-5",
        "page=99999999999999999999999",
        "page=last",
        "page=%ED%A0%80",
        "topic=a&topic=b&year=2026&year=x",
        "x=" + "y" * 5000,
    ],
)
def test_a_stranger_in_the_query_string_gets_a_page(client, query):
    news(topic=topic())
    response = client.get(f"/novyny/?{query}")
    assert response.status_code in (200, 400)
    assert b"<script>" not in response.content.split(b"</head>")[1].replace(b"<script type", b"")


def test_an_unknown_filter_shows_nothing_and_says_why(client):
    news("Про паспорт", topic=topic())
    page = text(client, topic="nema-takoi")
    assert "Про паспорт" not in page
    assert "За цими умовами нічого немає" in page
    assert "Оберіть зі списку." in page


def test_pages_of_the_list_never_overlap(client):
    moment = timezone.now()
    titles = {news(f"Однаковий час {number:02}", date=moment).title for number in range(15)}
    first, second = text(client), text(client, page="2")
    shown = [{title for title in titles if title in page} for page in (first, second)]
    assert shown[0] | shown[1] == titles
    assert not shown[0] & shown[1]


def test_the_list_costs_the_same_for_many_news(client, constant_queries):
    picture, subject = image(), topic()

    def make(number):
        many_news(number, index(), topic=subject, image=picture, tags=["мітка"])

    assert constant_queries(lambda: text(client), make, few=12, more=988) < 40


def test_the_front_page_costs_the_same_for_many_news(client, constant_queries):
    picture, subject = image(), topic()
    constant_queries(lambda: text(client, "/"), lambda n: many_news(n, index(), topic=subject, image=picture))


@pytest.mark.parametrize("query", ["?topic=posluhy", "?page=2", "?tag=mitka"])
def test_filters_pages_and_the_feed_cost_the_same_for_many_news(client, constant_queries, query):
    subject = topic()

    def fetch():
        assert text(client, f"/novyny/{query}")
        assert text(client, f"/novyny/rss/{query.replace('?page=2', '')}")

    constant_queries(fetch, lambda n: many_news(n, index(), topic=subject, tags=["мітка"]), few=40, more=960)


def test_the_list_links_its_own_feed(client):
    subject = topic()
    news(topic=subject)
    assert 'type="application/rss+xml"' in text(client)
    assert f"/novyny/rss/?topic={subject.slug}" in text(client, topic=subject.slug)


def test_english_news_stand_apart(client):
    news("Українська новина")
    news("English news", parent=index("en"))
    assert "English news" in text(client, "/en/novyny/")
    assert "Українська новина" not in text(client, "/en/novyny/")
    assert "English news" not in text(client)
