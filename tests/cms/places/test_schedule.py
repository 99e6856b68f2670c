"""The one function that says open or closed, as a table: hours, moment, what the visitor is told."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cms.closures import mark_of
from cms.schedule import APPOINTMENT, BREAK, Exceptional, Hours, Interval, Kind, Mark, day_of, state_at
from core.models import DayKind
from core.workdays import Calendar
from core.workdays.calendar import SpecialDay

KYIV = ZoneInfo("Europe/Kyiv")


@pytest.fixture(autouse=True)
def ukrainian():
    with translation.override("uk"):
        yield


def at(day, hour, minute=0, month=11, year=2026):
    return datetime(year, month, day, hour, minute, tzinfo=KYIV)


def row(day, opens, closes, kind="walk_in"):
    return Interval(day, time(*opens), time(*closes), kind)


def week(*rows, **fields):
    return Hours(week=tuple(rows), **fields)


FULL = week(*(row(day, (8, 0), (20, 0) if day == 3 else (17, 0)) for day in range(5)))
LUNCH = week(row(0, (9, 0), (18, 0)), row(0, (13, 0), (14, 0), BREAK))
MIXED = week(row(0, (9, 0), (12, 0)), row(0, (12, 0), (15, 0), APPOINTMENT), row(2, (9, 0), (12, 0), APPOINTMENT))
ROUND = week(*(row(day, (0, 0), (23, 59)) for day in range(7)))
SHUT = week(row(0, (9, 0), (12, 0)), shut_reason="Ремонт", shut_until=date(2026, 11, 29))
EXCEPTIONS = week(
    row(0, (9, 0), (17, 0)),
    row(1, (9, 0), (17, 0)),
    exceptions=(
        Exceptional(date(2026, 11, 23), date(2026, 11, 23), time(10), time(13), "Навчання"),
        Exceptional(date(2026, 11, 24), date(2026, 11, 24), reason="Немає світла"),
        Exceptional(date(2026, 11, 28), date(2026, 11, 28), time(9), time(12), "Суботній прийом"),
    ),
)

TABLE = [
    # the week and its edges
    (FULL, at(23, 8), Kind.OPEN, "відчинено до 17:00"),
    (FULL, at(23, 16, 59), Kind.OPEN, "відчинено до 17:00"),
    (FULL, at(23, 17), Kind.CLOSED, "зачинено, відчиниться завтра о 8:00"),
    (FULL, at(26, 19), Kind.OPEN, "відчинено до 20:00"),
    (FULL, at(27, 18), Kind.CLOSED, "зачинено, відчиниться о 8:00 (понеділок)"),
    (FULL, at(29, 23, 59), Kind.CLOSED, "зачинено, відчиниться завтра о 8:00"),
    # a break inside reception
    (LUNCH, at(23, 12, 59), Kind.OPEN, "відчинено до 13:00"),
    (LUNCH, at(23, 13), Kind.BREAK, "перерва до 14:00"),
    (LUNCH, at(23, 14), Kind.OPEN, "відчинено до 18:00"),
    (LUNCH, at(23, 18), Kind.CLOSED, "зачинено, відчиниться 30 листопада о 9:00"),
    # by appointment is not “closed”
    (MIXED, at(23, 11), Kind.OPEN, "відчинено до 12:00"),
    (MIXED, at(23, 12), Kind.APPOINTMENT, "лише за записом, до 15:00"),
    (MIXED, at(24, 12), Kind.CLOSED, "зачинено, наступний прийом за записом: 25 листопада, 9:00"),
    # round the clock, across midnight
    (ROUND, at(23, 0), Kind.OPEN, "відчинено до 24:00"),
    (ROUND, datetime(2026, 11, 23, 23, 59, 59, tzinfo=KYIV), Kind.OPEN, "відчинено до 24:00"),
    # temporarily closed keeps its hours and tells when it opens
    (SHUT, at(23, 10), Kind.SHUT, "тимчасово зачинено, до 29 листопада включно"),
    (SHUT, at(30, 10), Kind.OPEN, "відчинено до 12:00"),
    (week(shut_reason="Ремонт"), at(23, 10), Kind.SHUT, "тимчасово зачинено"),
    # exceptions: other hours, closed, open on a day off
    (EXCEPTIONS, at(23, 9), Kind.CLOSED, "зачинено, відчиниться о 10:00"),
    (EXCEPTIONS, at(23, 12), Kind.OPEN, "відчинено до 13:00"),
    (EXCEPTIONS, at(23, 13), Kind.CLOSED, "зачинено, відчиниться о 9:00 (субота)"),
    (EXCEPTIONS, at(24, 10), Kind.CLOSED, "зачинено, відчиниться о 9:00 (субота)"),
    (EXCEPTIONS, at(28, 10), Kind.OPEN, "відчинено до 12:00"),
    # nothing is known
    (week(), at(23, 10), Kind.UNKNOWN, "години невідомі, зателефонуйте"),
]


@pytest.mark.parametrize(("hours", "moment", "kind", "said"), TABLE)
def test_what_a_visitor_is_told(hours, moment, kind, said):
    state = state_at(hours, moment)
    assert (state.kind, str(state)) == (kind, said)


def test_the_reason_comes_with_the_state():
    assert state_at(EXCEPTIONS, at(24, 10)).reason == "Немає світла"
    assert state_at(EXCEPTIONS, at(23, 12)).reason == "Навчання"
    assert state_at(SHUT, at(23, 10)).reason == "Ремонт"
    assert state_at(SHUT, at(23, 10)).opens_at == at(30, 9)


def test_a_service_with_hours_of_its_own_replaces_the_hours_of_the_place():
    hours = week(row(0, (8, 0), (17, 0)), services={"own": (row(0, (9, 0), (11, 0)),)})
    assert state_at(hours, at(23, 12)).is_open
    assert not state_at(hours, at(23, 12), service="own").is_open
    assert state_at(hours, at(23, 10), service="own").until == time(11)
    assert state_at(hours, at(23, 12), service="another").until == time(17)


def test_other_hours_of_a_day_narrow_a_service_but_never_widen_it():
    hours = week(
        row(0, (8, 0), (17, 0)),
        services={"own": (row(0, (9, 0), (12, 0)),)},
        exceptions=(Exceptional(date(2026, 11, 23), date(2026, 11, 24), time(10), time(15)),),
    )
    assert day_of(hours, date(2026, 11, 23), service="own").pieces == (row(0, (10, 0), (12, 0)),)
    assert day_of(hours, date(2026, 11, 24), service="own").pieces == ()
    assert day_of(hours, date(2026, 11, 24)).pieces == (row(1, (10, 0), (15, 0)),)


# --- the working calendar ------------------------------------------------------------------------------------------------
CHRISTMAS = date(2026, 12, 25)  # a Friday


def marked_by(**options):
    calendar = Calendar(**options)
    return lambda day: mark_of(calendar, day)


def test_a_holiday_is_a_working_day_under_martial_law_and_a_day_off_without_it():
    war = marked_by(martial_law=[(date(2022, 2, 24), None)])
    assert state_at(FULL, at(25, 10, month=12), war).is_open
    state = state_at(FULL, at(25, 10, month=12), marked_by())
    assert (state.kind, str(state)) == (Kind.CLOSED, "зачинено, відчиниться о 8:00 (понеділок)")
    assert "Різдво" in state.reason


def test_a_place_may_ignore_the_calendar_and_an_exception_overrules_it():
    assert state_at(week(*FULL.week, follows_calendar=False), at(25, 10, month=12), marked_by()).is_open
    duty = Exceptional(CHRISTMAS, CHRISTMAS, time(9), time(12))
    assert state_at(week(*FULL.week, exceptions=(duty,)), at(25, 10, month=12), marked_by()).is_open


def test_a_place_that_works_on_saturdays_works_on_a_plain_one_and_not_on_one_taken_off():
    saturday, day = week(row(5, (9, 0), (13, 0))), date(2026, 11, 28)
    assert state_at(saturday, at(28, 10), marked_by()).is_open
    off = marked_by(days={day: SpecialDay(DayKind.LOCAL_CLOSURE, "День громади", "Рішення № 1")})
    assert not state_at(saturday, at(28, 10), off).is_open


def test_the_hours_of_a_weekend_made_working_are_not_guessed():
    worked = marked_by(days={date(2026, 11, 28): SpecialDay(DayKind.WORKING_WEEKEND, "", "Розпорядження № 5")})
    state = state_at(FULL, at(28, 10), worked)
    assert state.kind == Kind.UNKNOWN
    assert "Розпорядження № 5" in state.reason
    assert state_at(FULL, at(27, 18), worked).opens_at == at(30, 8)


def test_nothing_is_promised_beyond_two_weeks():
    off = {date(2026, 11, day): Mark(True) for day in range(23, 31)} | {
        date(2026, 12, day): Mark(True) for day in range(1, 9)
    }
    assert str(state_at(FULL, at(23, 10), off.get)) == "зачинено"
    assert state_at(FULL, at(25, 10), off.get).opens_at == at(9, 8, month=12)


# --- the clocks change ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_hours_are_those_of_the_clock_on_the_wall(day):
    sunday = week(row(6, (2, 0), (5, 0)), row(0, (8, 0), (17, 0)))

    def local(hour, minute=0, fold=0):
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=KYIV, fold=fold)

    assert state_at(sunday, local(4, 30)).until == time(5)
    assert state_at(sunday, local(3, 30)).is_open
    assert state_at(sunday, local(3, 30, fold=1)).is_open
    monday = state_at(sunday, local(5)).opens_at
    assert (monday.hour, monday.utcoffset().total_seconds()) == (8, 3 * 3600 if day.month == 3 else 2 * 3600)


def test_the_moment_may_come_in_another_zone():
    assert state_at(FULL, datetime(2026, 11, 23, 6, 0, tzinfo=ZoneInfo("UTC"))).is_open
    assert not state_at(FULL, datetime(2026, 7, 20, 14, 0, tzinfo=ZoneInfo("UTC"))).is_open


# --- invariants ----------------------------------------------------------------------------------------------------------
times = st.times().map(lambda value: value.replace(second=0, microsecond=0, tzinfo=None))
intervals = st.builds(
    lambda day, ends, kind: Interval(day, min(ends), max(ends), kind),
    st.integers(0, 6),
    st.tuples(times, times).filter(lambda ends: ends[0] != ends[1]),
    st.sampled_from(["walk_in", APPOINTMENT, BREAK]),
)


@given(st.lists(intervals, max_size=8), st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)))
def test_whatever_the_rows_the_answer_holds_together(rows, moment):
    moment = moment.replace(tzinfo=KYIV)
    state = state_at(week(*rows), moment)
    assert str(state)
    if state.kind in (Kind.OPEN, Kind.APPOINTMENT, Kind.BREAK):
        assert state.opens_at is None
        assert state.until > state.asked_at.time() or state.until == time(23, 59)
    if state.opens_at:
        later = state_at(week(*rows), state.opens_at)
        assert state.opens_at.replace(tzinfo=None) > state.asked_at.replace(tzinfo=None)
        if state.opens_at.astimezone(ZoneInfo("UTC")).astimezone(KYIV).time() == state.opens_at.time():
            assert later.kind in (Kind.OPEN, Kind.APPOINTMENT)
