"""The schedule that residents read: my settlement first, the month, changes in words, calendar and feed."""

from datetime import date, datetime
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from wagtail.models import Locale

from cms import mobile
from cms.models import HomeVisitCategory, MobileVisit, StandardPage
from tests import factories

from .make import mobile_index, november, service, visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
KYIV = ZoneInfo("Europe/Kyiv")


@pytest.fixture
def villages():
    return factories.settlement("Вербівка"), factories.settlement("Липове")


@pytest.fixture
def actor():
    return factories.desk_operator()


def read(client, query="", address="/mobilnyi-tsnap/"):
    response = client.get(address + query)
    assert response.status_code == 200
    return response.content.decode()


def test_the_next_visit_to_my_settlement_stands_first(client, villages):
    visit(november(24), stops=[(villages[1], "9:00", "10:00")])
    visit(november(27), stops=[(villages[0], "12:00", "13:00")])
    text = read(client, f"?settlement={villages[0].pk}")
    assert "Наступний виїзд: Вербівка" in text
    assert "27 листопада" in text
    assert "24 листопада" not in text
    assert "Найближчі виїзди" in read(client)


def test_a_resident_gets_the_own_settlement_without_asking_and_may_see_all(signed_in, villages):
    client = signed_in(factories.resident(settlement=villages[1]))
    visit(november(24), stops=[(villages[0], "9:00", "10:00")])
    assert "Наступний виїзд: Липове" in read(client)
    assert "Найближчі виїзди" in read(client, "?settlement=")


def test_the_month_tells_what_was_cancelled_and_moved_in_words(client, villages, actor):
    first, second = (
        mobile.confirm(visit(november(day), stops=[(villages[0], "9:00", "10:00")]), actor=actor) for day in (25, 26)
    )
    mobile.cancel(first, actor=actor, reason="Хуртовина на трасі")
    mobile.move(second, actor=actor, day=november(30), reason="Ремонт мосту")
    text = read(client)
    assert "<s>Вербівка" in text
    for words in (
        "скасовано",
        "Хуртовина на трасі",
        "перенесено",
        "Перенесено на 30 листопада",
        "Змінено 23 листопада",
    ):
        assert words in text, words


def test_months_lead_to_the_archive(client):
    visit(date(2026, 9, 8))
    text = read(client)
    assert "month=2026-10" in text
    assert "8 вересня" not in text
    assert "8 вересня" in read(client, "?month=2026-09")
    assert "Цього місяця виїздів немає" in read(client, "?month=2026-10")


@pytest.mark.parametrize(
    "query",
    [
        "?month=2026-13",
        "?month=0000-00",
        "?settlement=x",
        "?settlement=9999999999999999999999",
        "?month=%00&settlement=-1",
    ],
)
def test_a_stranger_in_the_query_string_gets_a_page(client, query):
    visit(november(24))
    assert "Ми не зрозуміли адресу" in read(client, query)
    assert client.get(f"/mobilnyi-tsnap/kalendar/{query}").status_code == 404
    assert client.get(f"/mobilnyi-tsnap/rss/{query}").status_code == 404


def test_services_but_those_that_the_visit_lacks(client, villages):
    passport = service("Паспорт", on_mobile_visits=True)
    service("Субсидія", on_mobile_visits=True)
    service("Лише в центрі")
    visit(november(24), stops=[(villages[0], "9:00", "10:00")], not_available=[passport])
    services = read(client, f"?settlement={villages[0].pk}").split('id="mobile-services"')[1].split("</section>")[0]
    assert "Субсидія" in services
    assert "Паспорт" not in services
    assert "Лише в центрі" not in services


def test_who_is_visited_at_home_and_by_what_rules(client):
    index = mobile_index()
    rules = StandardPage(title="Порядок виїзду", slug="poriadok")
    index.add_child(instance=rules)
    index.rules_page = rules
    index.home_visit_categories = [HomeVisitCategory(name="особи з інвалідністю I групи", evidence="посвідчення")]
    index.save_revision().publish()
    text = read(client)
    assert "особи з інвалідністю I групи" in text
    assert "посвідчення" in text
    assert "/mobilnyi-tsnap/poriadok/" in text
    rules.unpublish()
    assert "/mobilnyi-tsnap/poriadok/" not in read(client)


def test_english_readers_get_the_same_schedule(client, villages):
    visit(november(24), stops=[(villages[0], "9:00", "10:00")])
    assert "Next visits" in read(client, address="/en/mobilnyi-tsnap/")
    assert Locale.objects.count() == 2


def events(client, query=""):
    response = client.get(f"/mobilnyi-tsnap/kalendar/{query}")
    assert response["Content-Type"].startswith("text/calendar")
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def test_the_calendar_can_be_read_back(client, villages, actor):
    row = mobile.confirm(visit(november(26), stops=[(villages[0], "9:00", "10:30")]), actor=actor)
    visit(november(27), stops=[(villages[1], "9:00", "10:00")])
    event = events(client, f"?settlement={villages[0].pk}")[0]
    assert event["DTSTART"].dt == datetime(2026, 11, 26, 9, 0, tzinfo=KYIV)
    assert event["DTSTART"].params["TZID"] == "Europe/Kyiv"
    assert event["DTEND"].dt == datetime(2026, 11, 26, 10, 30, tzinfo=KYIV)
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 1)
    mobile.cancel(row, actor=actor, reason="Хуртовина")
    after = events(client, f"?settlement={villages[0].pk}")[0]
    assert (after["UID"], after["STATUS"], after["SEQUENCE"]) == (event["UID"], "CANCELLED", 2)
    assert "Хуртовина" in after["DESCRIPTION"]
    assert {found["STATUS"] for found in events(client, "?settlement=")} == {"CANCELLED", "TENTATIVE"}
    assert len({found["UID"] for found in events(client)}) == 2


def test_the_feed_tells_changes_of_the_settlement(client, villages, actor):
    row = mobile.confirm(visit(november(26), stops=[(villages[0], "9:00", "10:30")]), actor=actor)
    mobile.cancel(row, actor=actor, reason="Хуртовина \x0b")
    feed = ElementTree.fromstring(client.get(f"/mobilnyi-tsnap/rss/?settlement={villages[0].pk}").content)
    titles = [item.findtext("title") for item in feed.iter("item")]
    assert titles == ["26 листопада 2026: скасовано", "26 листопада 2026: підтверджено"]
    other = ElementTree.fromstring(client.get(f"/mobilnyi-tsnap/rss/?settlement={villages[1].pk}").content)
    assert not list(other.iter("item"))


def test_the_page_the_calendar_and_the_feed_cost_the_same_for_many_visits(client, villages, actor, constant_queries):
    missing = service(on_mobile_visits=True)

    def make(number):
        for _number in range(number):
            stops = [(villages[0], "9:00", "10:00"), (villages[1], "11:00", "12:00")]
            row = mobile.confirm(visit(november(26), stops=stops, not_available=[missing]), actor=actor)
            mobile.cancel(row, actor=actor, reason="Хуртовина")
            visit(november(27), stops=stops, not_available=[missing])
        read(client)

    def fetch():
        for part in ("", "kalendar/", "rss/"):
            assert client.get(f"/mobilnyi-tsnap/{part}").status_code == 200

    assert constant_queries(fetch, make, few=3, more=12) < 90
    assert MobileVisit.objects.count() == 30


def test_the_front_page_names_the_next_visit(client, signed_in, villages):
    visit(november(24), stops=[(villages[0], "9:00", "10:00")])
    visit(november(27), stops=[(villages[1], "9:00", "10:00")])
    assert "найближчий виїзд: Вербівка, 24 листопада" in read(client, address="/")
    own = signed_in(factories.resident(settlement=villages[1]))
    assert "найближчий виїзд: Липове, 27 листопада" in read(own, address="/")
