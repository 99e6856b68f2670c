"""What robots read."""

from xml.etree import ElementTree

import pytest
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from core import sitemaps
from tests.cms.pages import index, news
from tests.participation.feedback.making import draft_over, many_summaries, published
from tests.support.many import many_news

pytestmark = pytest.mark.django_db
SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def addresses(client):
    whole = ElementTree.fromstring(client.get("/sitemap.xml").content)
    maps = [node.text for node in whole.findall("s:sitemap/s:loc", SPACE)]
    assert maps == [f"http://testserver/sitemap-{name}.xml" for name in ("pages", "rooms")]
    return named_in(client, "pages")


def named_in(client, section):
    part = ElementTree.fromstring(client.get(f"/sitemap-{section}.xml").content)
    return [node.text.removeprefix("http://testserver") for node in part.findall("s:url/s:loc", SPACE)]


def test_the_map_names_pages_of_both_languages(client):
    found = addresses(client)
    assert {"/", "/novyny/", "/en/", "/en/novyny/", "/dostupnist/"} <= set(found)
    assert len(found) == len(set(found))


def test_the_map_leaves_out_what_is_hidden(client):
    draft, unlisted, restricted = news("А"), news("Б", show_in_listing=False), news("В")
    draft.unpublish()
    PageViewRestriction.objects.create(page=restricted, restriction_type="login")
    assert not {page.get_url() for page in (draft, unlisted, restricted)} & set(addresses(client))


def test_the_map_costs_the_same_for_many_pages(client, constant_queries):
    constant_queries(lambda: client.get("/sitemap-pages.xml"), lambda n: many_news(n, index()))
    assert len(addresses(client)) > 1_000


def test_the_map_of_rooms_names_both_languages_and_what_is_published(client, clock):
    summary, _theme, _cases = published(6)
    draft_over(6)
    found = named_in(client, "rooms")
    assert {"/uchast/", "/en/uchast/", "/uchast/kalendar/", "/uchast/pravyla/", "/uchast/pidsumky/"} <= set(found)
    assert {f"/uchast/pidsumky/{summary.slug}/", f"/en/uchast/pidsumky/{summary.slug}/"} <= set(found)
    assert len(found) == len(set(found)) == 10


def test_a_room_is_asked_once_for_each_language(client):
    asked = []
    sitemaps.register("tests", lambda: asked.append(translation.get_language()) or [("/kimnata/", None)])
    try:
        named_in(client, "rooms")
    finally:
        sitemaps.forget("tests")
    assert asked == ["uk", "en"]


def test_an_address_that_two_rooms_tell_stands_once_with_the_day_that_one_knows(client, clock):
    changed = timezone.now()
    sitemaps.register("tests", lambda: [("/kimnata/", changed)])
    sitemaps.register("more-tests", lambda: [("/kimnata/", None)])
    try:
        assert dict(sitemaps.addresses())["/kimnata/"] == changed
        assert named_in(client, "rooms").count("/kimnata/") == 1
    finally:
        sitemaps.forget("tests")
        sitemaps.forget("more-tests")


def test_the_map_of_rooms_costs_the_same_for_many(client, constant_queries):
    constant_queries(lambda: client.get("/sitemap-rooms.xml"), many_summaries, few=5, more=195)


@pytest.mark.parametrize("address", ["/sitemap-nema.xml", "/sitemap-pages.xml?p=abc", "/sitemap-pages.xml?p=999999"])
def test_a_map_that_does_not_exist_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_robots_are_told_the_rules(client):
    rules = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in rules
    assert "Disallow: /en/kabinet/" in rules
    assert "Sitemap: http://testserver/sitemap.xml" in rules


def test_filtered_lists_are_not_for_search_engines(client):
    news()
    assert "noindex" not in client.get("/novyny/").content.decode()
    assert "noindex" in client.get("/novyny/?year=2026").content.decode()
    assert index().get_url() == "/novyny/"


def test_a_browser_that_asks_for_the_mark_is_shown_the_way(client):
    answer = client.get("/favicon.ico")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/static/favicon")
