"""Months that people turn over, and calendars that other programs follow."""

from datetime import date, datetime, timedelta

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from core import months
from core.calendars import CANCELLED, KYIV, Entry, calendar_answer, calendar_text


def test_neighbours_of_a_month():
    assert months.before(date(2026, 1, 31)) == date(2025, 12, 1)
    assert months.after(date(2026, 12, 31)) == date(2027, 1, 1)
    assert months.name_of(date(2026, 12, 1)) == "Грудень 2026"


@given(st.dates(date(2000, 1, 1), date(2099, 11, 30)))
def test_the_month_after_and_before_is_the_same(day):
    first = day.replace(day=1)
    assert months.before(months.after(day)) == first
    assert months.of_key(months.key_of(day)) == first


@given(st.text(max_size=12))
def test_no_text_but_a_month_is_a_month(text):
    found = months.of_key(text)
    assert found is None or months.key_of(found) == text


def event_of(**fields):
    usual = {"uid": "x-1", "summary": "Засідання", "starts": datetime(2026, 12, 9, 18, tzinfo=KYIV)}
    calendar = Calendar.from_ical(
        calendar_text("Назва", [Entry(**{**usual, **fields})], host="hromada.ua:443", room="x")
    )
    return calendar, calendar.walk("VEVENT")[0]


def test_an_identifier_carries_the_host_without_its_port():
    _calendar, event = event_of()
    assert str(event["uid"]) == "x-1@hromada.ua"


@pytest.mark.parametrize(("month", "offset"), [(7, 3), (12, 2)])
def test_moments_stand_by_the_clock_of_kyiv_in_summer_and_winter(month, offset):
    starts = datetime(2026, month, 9, 18, tzinfo=KYIV)
    calendar, event = event_of(starts=starts.astimezone(tz=None))
    assert event.decoded("dtstart") == starts
    assert event["dtstart"].params["TZID"] == "Europe/Kyiv"
    assert event.decoded("dtstart").utcoffset() == timedelta(hours=offset)
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Kyiv"]


def test_a_whole_day_has_no_hours_and_no_zone():
    _calendar, event = event_of(starts=date(2026, 12, 9))
    assert event.decoded("dtstart") == date(2026, 12, 9)
    assert "TZID" not in event["dtstart"].params


def test_what_is_called_off_says_so():
    _calendar, event = event_of(status=CANCELLED, sequence=3)
    assert (str(event["status"]), event["sequence"]) == ("CANCELLED", 3)


def test_a_calendar_of_nothing_is_a_calendar():
    answer = calendar_answer("Назва", [], request=RequestFactory().get("/"), room="x", filename="podii")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert 'filename="podii.ics"' in answer["Content-Disposition"]
    assert Calendar.from_ical(answer.content)["x-wr-calname"] == "Назва"
