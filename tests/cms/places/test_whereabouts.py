"""Where and when can I get this service."""

import pytest
from django.template.loader import render_to_string
from wagtail.models import Locale

from cms import mobile
from cms.models import ServicePage
from cms.whereabouts import where_and_when
from tests import factories

from .make import interval, november, place, service, visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_places_with_the_state_for_the_service():
    here, there = place("Центр", kind="centre"), place("Село", kind="remote")
    place("Чернетка").unpublish()
    own = service("Паспорт", places=[here, there])
    here.intervals.add(interval(0, "8:00", "9:00", service=own))
    here.save_revision().publish()
    found = where_and_when(own).places
    assert [(item.page.title, item.state.is_open, item.has_own_hours) for item in found] == [
        ("Центр", False, True),
        ("Село", True, False),
    ]


def test_the_nearest_stop_in_each_settlement_that_provides_it():
    own, other = service(on_mobile_visits=True), service()
    near, far = factories.settlement("Близьке"), factories.settlement("Далеке")
    visit(november(24), stops=[(near, "9:00", "10:00")], not_available=[own])
    visit(november(26), stops=[(near, "9:00", "10:00"), (far, "11:00", "12:00")])
    visit(november(27), stops=[(near, "9:00", "10:00")])
    gone = visit(november(25), stops=[(far, "9:00", "10:00")])
    mobile.cancel(gone, actor=factories.head(), reason="Хуртовина")
    stops = where_and_when(own).stops
    assert [(stop.settlement.name, stop.visit.day) for stop in stops] == [
        ("Близьке", november(26)),
        ("Далеке", november(26)),
    ]
    assert not where_and_when(other)
    text = render_to_string("cms/includes/where_and_when.html", {"whereabouts": where_and_when(own)})
    assert "Близьке" in text
    assert "/mobilnyi-tsnap/" in text


def test_a_stop_that_has_left_today_is_over(clock):
    own, village = service(on_mobile_visits=True), factories.settlement()
    visit(november(23), stops=[(village, "8:00", "9:59")])
    assert not where_and_when(own).stops
    visit(november(23), stops=[(village, "9:00", "10:01")])
    assert where_and_when(own).stops


def test_an_english_service_finds_the_same_places_and_visits():
    own = service("Паспорт", places=[place("Центр")], on_mobile_visits=True)
    visit(november(24), not_available=[own])
    visit(november(26))
    twin = own.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    twin.save_revision().publish()
    found = where_and_when(ServicePage.objects.get(pk=twin.pk))
    assert [item.page.title for item in found.places] == ["Центр"]
    assert [stop.visit.day for stop in found.stops] == [november(26)]
    assert found.mobile_url == "/en/mobilnyi-tsnap/"


def test_it_costs_the_same_for_many_places_and_visits(constant_queries):
    own = service(on_mobile_visits=True)

    def make(number):
        for _number in range(number):
            own.places.add(place())
            visit(november(26))
        own.save_revision().publish()

    def tell():
        return render_to_string(
            "cms/includes/where_and_when.html",
            {"whereabouts": where_and_when(ServicePage.objects.get(pk=own.pk))},
        )

    assert constant_queries(tell, make, few=5, more=15) < 20
