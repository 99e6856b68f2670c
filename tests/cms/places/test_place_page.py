"""The page of one place: what a visitor and a search engine read."""

import json
import re

import pytest
from django.utils import timezone
from wagtail.models import Locale

from cms.models import PlacePage, ServiceNotice
from tests import factories

from .make import exception, interval, november, place, service, visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def read(client, page):
    response = client.get(page.get_url())
    assert response.status_code == 200
    return response.content.decode()


def test_the_state_the_week_and_the_coming_exceptions(client):
    page = place(
        week=[(0, "8:00", "17:00"), (0, "12:00", "13:00", "break"), (2, "9:00", "12:00", "appointment")],
        exceptions=[
            exception(november(25), reason="Навчання"),
            exception(november(1), reason="Давно минуло"),
            exception(timezone.localdate().replace(year=2027), reason="Ще далеко"),
        ],
    )
    text = read(client, page)
    assert "Відчинено до 12:00" in text
    assert "перерва: 12:00–13:00" in text
    assert "лише за записом: 9:00–12:00" in text
    assert "Навчання" in text
    assert "Давно минуло" not in text
    assert "Ще далеко" not in text


def test_temporarily_closed_keeps_the_hours_and_says_why_first(client):
    text = read(client, place(closed_reason="Замінюємо вікна", closed_until=november(29)))
    assert text.index("Замінюємо вікна") < text.index("8:00–17:00")
    assert "29 листопада 2026" in text


@pytest.mark.parametrize(
    ("value", "words"), [("yes", "можна зайти без допомоги"), ("no", "є сходи"), ("unknown", "Ще не перевірено")]
)
def test_barriers_are_told_honestly(client, value, words):
    assert words in read(client, place(barrier_free=value))


def test_how_to_book_and_phones(client):
    text = read(
        client, place(phones=["+380 (44) 000-15-80"], booking="link", booking_url="https://booking.example.org/")
    )
    assert 'href="tel:+380440001580"' in text
    assert "Ви перейдете на інший сайт." in text
    assert "Запис не потрібен" in read(client, place())
    assert "Запишіться телефоном" in read(client, place(booking="phone"))


def test_services_with_their_hours_and_notices(client):
    page = place(slug="misce")
    passport, other = service("Паспорт", places=[page]), service("Субсидія", places=[page])
    service("Не тут")
    page.intervals.add(interval(0, "9:00", "9:30", service=passport))
    page.save_revision().publish()
    ServiceNotice.objects.create(service=other, text="Реєстр не працює")
    text = read(client, page)
    assert "Не тут" not in text
    assert "власні години" in text
    assert "зачинено, відчиниться" in text.lower()
    assert "Реєстр не працює" in text


def test_the_next_stops_in_the_settlement(client):
    village = factories.settlement("Вербівка")
    visit(november(24), stops=[(village, "9:00", "11:30")])
    visit(november(20), stops=[(village, "9:00", "11:30")])
    text = read(client, place(settlement=village))
    assert "24 листопада" in text
    assert "20 листопада" not in text


def test_search_engines_get_the_hours_as_data(client):
    page = place(
        "Місце </script><b>",
        week=[(0, "8:00", "17:00"), (0, "12:00", "13:00", "break")],
        exceptions=[exception(november(25))],
        latitude="49.5",
        longitude="28.25",
        amenities=["wifi"],
    )
    text = read(client, page)
    data = json.loads(DATA.search(text)[1])
    assert data["@type"] == "GovernmentOffice"
    assert data["name"] == "Місце </script><b>"
    week = [(row["dayOfWeek"], row["opens"], row["closes"]) for row in data["openingHoursSpecification"]]
    assert week == [("Monday", "08:00", "12:00"), ("Monday", "13:00", "17:00")]
    assert data["specialOpeningHoursSpecification"][0]["validFrom"] == "2026-11-25"
    assert data["geo"]["latitude"] == 49.5


def test_an_english_twin_is_the_same_place(client):
    page = place("Центр")
    own = service("Паспорт", places=[page])
    page.intervals.add(interval(0, "9:00", "9:30", service=own))
    page.save_revision().publish()
    twin = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    twin.title = "The Centre"
    twin.save_revision().publish()
    text = read(client, PlacePage.objects.get(pk=twin.pk))
    assert "The Centre" in text
    assert "Паспорт" in text
    assert "keeps its own hours" in text
    assert "Open until 17:00" in text


def test_the_page_costs_the_same_for_many_rows(client, constant_queries):
    page = place(settlement=factories.settlement())

    def make(number):
        for _number in range(number):
            own = service(places=[page])
            page.intervals.add(interval(0, "9:00", "9:30", service=own))
            visit(november(26), stops=[(page.settlement, "9:00", "10:00")])
        page.save_revision().publish()
        read(client, page)

    assert constant_queries(lambda: read(client, page), make, few=3, more=9) < 60
