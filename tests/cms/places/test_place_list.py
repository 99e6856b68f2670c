"""The list of places: grouped, filtered by a form, with a map only when the settings name tiles."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from cms.models import PlaceIndexPage, PlacePage, SiteSettings
from cms.place_map import check_tiles, source_of
from tests import factories

from .make import place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
TILES = "https://tiles.example.org/{z}/{x}/{y}.png"


def read(client, query=""):
    response = client.get(f"/tsentry/{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_the_centre_stands_first_and_drafts_are_not_named(client):
    place("Яворове", kind="remote")
    place("Центр", kind="centre")
    place("Чернетка").unpublish()
    text = read(client)
    assert text.index("Центр</a>") < text.index("Яворове</a>")
    assert "Чернетка" not in text


def test_filters(client):
    village = factories.settlement("Липове")
    place("Тут", settlement=village, barrier_free="yes", amenities=["bank", "wifi"])
    place("Там", week=[(5, "9:00", "12:00")])
    for query in (f"?settlement={village.pk}", "?barrier_free=on", "?amenity=bank", "?open_now=on"):
        text = read(client, query)
        assert "Тут</a>" in text, query
        assert "Там</a>" not in text, query
        assert "Зняти всі" in text, query
    assert "За цими умовами місць немає" in read(client, f"?settlement={village.pk}&amenity=nema")


@pytest.mark.parametrize(
    "query",
    [
        "?settlement=x",
        "?settlement=99999999999999999999999",
        "?amenity=%00",
        "?page=-1",
        "?open_now=%F0%9F%98%80&amenity=<b>",
    ],
)
def test_a_stranger_in_the_query_string_gets_a_page(client, query):
    place(settlement=factories.settlement(), amenities=["wifi"])
    assert "<b>" not in read(client, query).split("<main")[1].replace("<b></b>", "")


def test_an_empty_list_says_so(client):
    assert "Місць прийому ще немає" in read(client)
    assert "No places yet" in client.get("/en/tsentry/").content.decode()


def set_tiles(address):
    SiteSettings.objects.update_or_create(
        site=Site.objects.get(is_default_site=True), defaults={"map_tiles_url": address, "map_attribution": "© <b>"}
    )


def test_without_tiles_there_is_no_map_and_the_policy_stays_strict(client):
    place(latitude="49.5", longitude="28.25")
    response = client.get("/tsentry/")
    text = response.content.decode()
    assert "places-map" not in text
    assert "leaflet" not in text
    assert 'href="geo:49.500000,28.250000"' in text
    directives = response["Content-Security-Policy"].split("; ")  # their order is not fixed
    assert "img-src 'self' data:" in directives


def test_with_tiles_only_the_list_may_fetch_them(client):
    set_tiles("https://{s}.tiles.example.org/{z}/{x}/{y}.png")
    page = place("Назва </script>", latitude="49.5", longitude="28.25")
    response = client.get("/tsentry/")
    text = response.content.decode()
    assert "https://*.tiles.example.org" in response["Content-Security-Policy"]
    assert "js/places-map.js" in text
    assert "© &lt;b&gt;" in text
    assert "leaflet.js" not in text.split("data-leaflet")[0]
    assert "tiles.example.org" not in client.get(page.get_url())["Content-Security-Policy"]
    PlacePage.objects.update(latitude=None, longitude=None)
    assert "places-map" not in read(client)


@pytest.mark.parametrize(
    "address",
    [
        "http://tiles.example.org/{z}/{x}/{y}.png",
        "https://tiles.example.org/{z}/{x}.png",
        "https://evil.example.org; script-src */{z}/{x}/{y}",
        "javascript:{z}{x}{y}",
        "https://user@host/{z}/{x}/{y}",
        "//tiles.example.org/{z}/{x}/{y}",
    ],
)
def test_an_address_that_would_loosen_the_policy_is_refused(address):
    with pytest.raises(ValidationError):
        check_tiles(address)


def test_addresses_that_may_be_trusted():
    check_tiles(TILES)
    assert source_of(TILES) == "https://tiles.example.org"
    assert source_of("http://127.0.0.1:8080/{z}/{x}/{y}.png") == "http://127.0.0.1:8080"


def test_the_list_costs_the_same_for_many_places_and_stays_light(client, constant_queries):
    set_tiles(TILES)
    index = PlaceIndexPage.objects.get(locale__language_code="uk")

    def make(number):
        for _number in range(number):
            place(latitude="49.5", longitude="28.25", settlement=factories.settlement())
        read(client)
        assert index.places().count() >= number

    assert constant_queries(lambda: read(client), make, few=10, more=60) < 45
    assert len(read(client)) < 100_000
