"""The calendar: one month as a list, its neighbours, and calendars that telephones follow."""

from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar

from tests.conftest import KYIV
from tests.factories import settlement
from tests.participation.feedback.making import many_cases, measure_of, published
from tests.participation.hub.test_hub import read

pytestmark = pytest.mark.django_db
PAGE, ICS = "/uchast/kalendar/", "/uchast/kalendar/podii.ics"


def at(day, hour=18, month=12):
    return datetime(2026, month, day, hour, tzinfo=KYIV)


def events(client, query=""):
    answer = client.get(ICS + query)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(answer.content)
    return calendar, {str(event["uid"]): event for event in calendar.walk("VEVENT")}


# --- the page ------------------------------------------------------------------------------------------------------------


def test_this_month_by_default_and_its_neighbours(client, room, clock):
    room.day("У листопаді", at=at(30, month=11))
    room.day("У грудні", at=at(1))
    page = read(client, PAGE)
    assert "Листопад 2026" in page
    assert "У листопаді" in page
    assert "У грудні" not in page
    assert "?month=2026-10#month" in page
    assert "?month=2026-12#month" in page


def test_a_month_is_the_local_one(client, room, clock):
    room.day("Опівночі", at=at(1, hour=0))
    assert "Опівночі" not in read(client, PAGE)
    assert "Опівночі" in read(client, f"{PAGE}?month=2026-12")


def test_days_stand_in_order_with_hours_place_and_settlement(client, room, clock):
    here = settlement("Вербівка")
    room.day("Друге", at=at(9, 15), ends_at=at(9, 17), place="Школа", settlement=here)
    room.day("Перше", at=at(9, 10))
    room.day("Строк", at=at(8, 0), all_day=True)
    page = read(client, f"{PAGE}?month=2026-12")
    assert page.index("Строк") < page.index("Перше") < page.index("Друге")
    assert "15:00–17:00" in page
    assert "Вербівка, Школа" in page.replace("\n", "")
    assert "<b>10:00</b>" in page
    assert "<b>0:00" not in page


def test_what_is_called_off_stays_and_says_so(client, room, clock):
    room.day("Не відбудеться", at=at(9), is_cancelled=True)
    page = read(client, f"{PAGE}?month=2026-12")
    assert "<s>Не відбудеться</s>" in page
    assert "Скасовано" in page


def test_filters_go_along_with_the_months(client, room, clock):
    here = settlement("Вербівка")
    page = read(client, f"{PAGE}?month=2026-12&kind=talk&settlement={here.pk}")
    assert f"?kind=talk&amp;settlement={here.pk}&amp;month=2027-01" in page
    assert f"podii.ics?kind=talk&amp;settlement={here.pk}" in page
    assert "У цьому місяці такого немає" in page


@pytest.mark.parametrize("month", ["2026-13", "x", "1999-12", "٢٠٢٦-١٢", "2026-1", "2026-12-01", "%00", "9" * 40])
def test_a_strange_month_is_this_one(client, room, clock, month):
    assert "Листопад 2026" in read(client, f"{PAGE}?month={month}")


@pytest.mark.parametrize(
    ("month", "kept", "gone"), [("2000-01", 'rel="next', 'rel="prev'), ("2099-12", 'rel="prev', 'rel="next')]
)
def test_at_the_ends_of_the_century_there_is_no_further_month(client, month, kept, gone):
    page = read(client, f"{PAGE}?month={month}")
    assert kept in page
    assert gone not in page


def test_the_calendar_costs_the_same_for_hundreds(client, room, clock, constant_queries):
    assert constant_queries(lambda: read(client, PAGE), many_cases, few=5, more=195) <= 12
    assert constant_queries(lambda: events(client), many_cases, few=5, more=195) <= 12


# --- for telephones ------------------------------------------------------------------------------------------------------


def test_an_event_carries_the_time_zone_the_place_and_an_absolute_address(client, room, clock):
    room.day(at=at(9), ends_at=at(9, 20), place="вул. Шкільна, 1", settlement=settlement("Вербівка"), key="hearing-7")
    calendar, found = events(client)
    event = found["hearing-7@testserver"]
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Kyiv"]
    assert event["dtstart"].params["TZID"] == "Europe/Kyiv"
    assert event.decoded("dtstart") == at(9)
    assert event.decoded("dtend") == at(9, 20)
    assert str(event["location"]) == "Вербівка, вул. Шкільна, 1"
    assert str(event["url"]) == "http://testserver/uchast/slukhannia/1/"
    assert str(event["status"]) == "CONFIRMED"


def test_a_changed_event_keeps_its_identifier_and_grows_its_sequence(client, room, clock):
    room.day(at=at(9), key="hearing-7")
    assert events(client)[1]["hearing-7@testserver"]["sequence"] == 0
    room.happening.clear()
    room.day(at=at(16), key="hearing-7", changes=1, changed_at=at(20, 9, month=11))
    _calendar, found = events(client)
    assert list(found) == ["hearing-7@testserver"]
    event = found["hearing-7@testserver"]
    assert event["sequence"] == 1
    assert event.decoded("dtstamp") == event.decoded("last-modified") == at(20, 9, month=11)


def test_what_is_called_off_is_cancelled_and_not_left_out(client, room, clock):
    room.day(at=at(9), key="hearing-7", is_cancelled=True, changes=2)
    event = events(client)[1]["hearing-7@testserver"]
    assert str(event["status"]) == "CANCELLED"
    assert str(event["summary"]) == "Скасовано: Слухання про парк"


def test_a_term_is_a_whole_day(client, clock):
    _summary, theme, _cases = published(6)
    measure = measure_of(theme, theme.summary.composed_by)
    event = events(client, "?kind=measure")[1][f"measure-{measure.key}@testserver"]
    assert event.decoded("dtstart") == measure.due_on
    assert event["dtstart"].params["VALUE"] == "DATE"


@pytest.mark.parametrize(
    ("starts", "ends", "all_day", "first", "after"),
    [
        (at(9, 0), None, False, 9, None),
        (at(9, 0), at(10, 0), False, 9, 10),
        (at(9, 0), at(12, 0), False, 9, 12),
        (at(9, 0), at(9, 0), False, 9, None),
        (at(9, 8), at(11, 17), True, 9, 12),
        (at(9, 8), None, True, 9, None),
    ],
)
def test_whole_days_of_every_spelling(client, room, clock, starts, ends, all_day, first, after):
    room.day("Подія", at=starts, ends_at=ends, all_day=all_day, key="x")
    event = events(client)[1]["x@testserver"]
    assert event.decoded("dtstart") == date(2026, 12, first)
    assert (event.decoded("dtend") if "dtend" in event else None) == (after and date(2026, 12, after))
    assert "<b>0:00" not in read(client, f"{PAGE}?month=2026-12")


def test_a_calendar_of_a_kind_and_a_settlement(client, room, clock):
    here, there = settlement("Вербівка"), settlement("Степове")
    room.day(at=at(1), key="a", settlement=here)
    room.day(at=at(2), key="b", settlement=there)
    room.day(at=at(3), key="c", kind="talk", settlement=here)
    room.day(at=at(4), key="d")
    calendar, found = events(client, f"?kind=gathering&settlement={here.pk}")
    assert set(found) == {"a@testserver", "d@testserver"}
    assert "Слухання, Вербівка" in str(calendar["x-wr-calname"])


def test_two_months_back_and_a_year_ahead(client, room, clock):
    now = at(23, 10, month=11)
    for days in (-70, -50, 390, 410):
        room.day(at=now + timedelta(days=days), key=f"d{days}")
    assert set(events(client)[1]) == {"d-50@testserver", "d390@testserver"}


def test_hostile_words_stay_words(client, room, clock):
    room.day("Парк\r\nBEGIN:VEVENT\x00; <b>,", at=at(9), key="x", place="A\nATTENDEE:x")
    _calendar, found = events(client)
    assert list(found) == ["x@testserver"]
    assert str(found["x@testserver"]["summary"]) == "Парк BEGIN:VEVENT; <b>,"
