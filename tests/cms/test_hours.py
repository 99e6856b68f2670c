"""Open or closed: one function for the header, the contacts and every page."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from cms.hours import Interval, open_state, week_lines

KYIV = ZoneInfo("Europe/Kyiv")
WEEK = [Interval(day, time(8), time(20 if day == 3 else 17)) for day in range(5)]
LUNCH = [Interval(0, time(9), time(13)), Interval(0, time(14), time(18))]


@pytest.fixture(autouse=True)
def ukrainian():
    with translation.override("uk"):
        yield


def at(day, hour, minute=0, month=11):
    return datetime(2026, month, day, hour, minute, tzinfo=KYIV)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (at(23, 8), "відчинено до 17:00"),
        (at(23, 16, 59), "відчинено до 17:00"),
        (at(26, 19, 59), "відчинено до 20:00"),
        (at(23, 7, 59), "зачинено, відчиниться о 8:00"),
        (at(23, 17), "зачинено, відчиниться завтра о 8:00"),
        (at(27, 17), "зачинено, відчиниться о 8:00 (понеділок)"),
        (at(28, 12), "зачинено, відчиниться о 8:00 (понеділок)"),
        (at(29, 12), "зачинено, відчиниться завтра о 8:00"),
    ],
)
def test_the_header_tells_the_state(moment, said):
    assert str(open_state(moment, WEEK)) == said


def test_a_break_is_closed():
    assert str(open_state(at(23, 13, 30), LUNCH)) == "зачинено, відчиниться о 14:00"
    assert open_state(at(23, 14), LUNCH).until == time(18)


def test_a_day_off_is_skipped():
    closed = {date(2026, 11, 23), date(2026, 11, 24)}
    assert str(open_state(at(23, 10), WEEK, closed.__contains__)) == "зачинено, відчиниться о 8:00 (середа)"


def test_no_hours_means_closed_without_a_promise():
    assert str(open_state(at(23, 10), [])) == "зачинено"
    assert str(open_state(at(23, 10), WEEK, lambda day: True)) == "зачинено"


def test_the_moment_may_come_in_another_zone():
    assert open_state(datetime(2026, 11, 23, 6, 0, tzinfo=ZoneInfo("UTC")), WEEK).is_open


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_days_of_the_clock_change_have_their_hours(day):
    sunday = [Interval(6, time(2), time(5))]
    assert open_state(datetime(day.year, day.month, day.day, 4, 30, tzinfo=KYIV), sunday).until == time(5)


def test_the_week_is_told_in_few_lines():
    assert week_lines(WEEK) == [("Пн–Ср, Пт", "8:00–17:00"), ("Чт", "8:00–20:00")]
    assert week_lines(LUNCH) == [("Пн", "9:00–13:00, 14:00–18:00")]
    assert week_lines([]) == []
    assert week_lines(WEEK[:2]) == [("Пн, Вт", "8:00–17:00")]
