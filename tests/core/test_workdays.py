"""Legal terms: the dates of PROCEDURES B8, holidays by Art. 73, martial law, month ends, real hours."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation
from hypothesis import given, settings
from hypothesis import strategies as some

from core.models import DayKind
from core.workdays import (
    Calendar,
    Rule,
    Unit,
    UnknownRule,
    compute,
    register,
    rule,
    working_days_after,
    working_days_before,
)
from core.workdays.calendar import ALWAYS, NEVER, SpecialDay
from core.workdays.holidays import easter, moved_days_off, public_holidays

KYIV = ZoneInfo("Europe/Kyiv")
PEACE, MARTIAL_LAW = Calendar(martial_law=NEVER), Calendar(martial_law=ALWAYS)


def term(length, unit):
    return Rule("test", length, unit, "Law", "Term")


def due_on(start, length, unit, calendar=MARTIAL_LAW):
    received = datetime.combine(date.fromisoformat(start), time(10), tzinfo=KYIV)
    return compute(term(length, unit), received, calendar).due_at.date().isoformat()


def special(kind, name="", act="Act 1"):
    return SpecialDay(kind=kind, name=name, act=act)


@pytest.mark.parametrize(
    ("start", "length", "unit", "calendar", "due"),
    [
        ("2026-08-21", 5, Unit.WORKING_DAY, MARTIAL_LAW, "2026-08-28"),
        ("2026-08-21", 5, Unit.WORKING_DAY, PEACE, "2026-08-31"),
        ("2026-08-21", 20, Unit.WORKING_DAY, MARTIAL_LAW, "2026-09-18"),
        ("2026-08-21", 20, Unit.WORKING_DAY, PEACE, "2026-09-21"),
        ("2026-08-21", 10, Unit.WORKING_DAY, MARTIAL_LAW, "2026-09-04"),
        ("2026-08-21", 15, Unit.CALENDAR_DAY, MARTIAL_LAW, "2026-09-05"),
        ("2026-08-21", 1, Unit.MONTH, MARTIAL_LAW, "2026-09-21"),
        ("2026-08-21", 45, Unit.CALENDAR_DAY, MARTIAL_LAW, "2026-10-05"),
        ("2026-01-31", 1, Unit.MONTH, MARTIAL_LAW, "2026-02-28"),
        ("2028-01-31", 1, Unit.MONTH, MARTIAL_LAW, "2028-02-29"),
        ("2026-12-31", 2, Unit.MONTH, MARTIAL_LAW, "2027-02-28"),
        ("2026-11-30", 1, Unit.MONTH, MARTIAL_LAW, "2026-12-30"),
    ],
)
def test_checked_dates(start, length, unit, calendar, due):
    assert due_on(start, length, unit, calendar) == due


def test_a_working_saturday_shortens_the_wait():
    saturday = date(2021, 8, 28)
    with_saturday = Calendar({saturday: special(DayKind.WORKING_WEEKEND)})
    assert due_on("2021-08-20", 5, Unit.WORKING_DAY, PEACE) == "2021-08-30"
    moved_monday = {date(2021, 8, 23): special(DayKind.DAY_OFF)}
    assert due_on("2021-08-20", 5, Unit.WORKING_DAY, Calendar(moved_monday)) == "2021-08-31"
    both = Calendar({**moved_monday, saturday: special(DayKind.WORKING_WEEKEND)})
    assert due_on("2021-08-20", 5, Unit.WORKING_DAY, both) == "2021-08-30"
    assert with_saturday.is_working(saturday)


def test_a_term_in_days_ends_with_the_last_second_of_the_local_day():
    received = datetime(2026, 8, 21, 23, 30, tzinfo=KYIV)
    due = compute(term(5, Unit.WORKING_DAY), received, MARTIAL_LAW)
    assert due.due_at == datetime(2026, 8, 28, 23, 59, 59, tzinfo=KYIV)
    assert compute(term(5, Unit.WORKING_DAY), received.astimezone(ZoneInfo("UTC")), MARTIAL_LAW) == due


def test_the_reader_in_another_time_zone_gets_the_same_date():
    received = datetime(2026, 8, 21, 23, 30, tzinfo=KYIV)
    with timezone.override("America/New_York"):
        assert compute(term(1, Unit.WORKING_DAY), received, PEACE).due_at.date() == date(2026, 8, 25)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-08-21T15:00:00+03:00", "2026-08-23T15:00:00+03:00"),  # over a weekend
        ("2026-03-28T12:00:00+02:00", "2026-03-30T13:00:00+03:00"),  # the clock goes forward on the 29th
        ("2026-10-24T12:00:00+03:00", "2026-10-26T11:00:00+02:00"),  # the clock goes back on the 25th
        ("2028-02-28T09:00:00+02:00", "2028-03-01T09:00:00+02:00"),  # leap year
    ],
)
def test_48_hours_are_real_hours(start, due):
    found = compute(term(48, Unit.HOUR), datetime.fromisoformat(start), PEACE)
    assert found.due_at == datetime.fromisoformat(due)
    assert found.due_at.isoformat() == due
    assert found.days[-1].number == 48


def test_a_term_that_ends_on_a_weekend_has_an_inner_target_before():
    due = compute(term(15, Unit.CALENDAR_DAY), datetime(2026, 8, 21, 9, tzinfo=KYIV), MARTIAL_LAW)
    assert (due.due_at.date(), due.inner_due_on) == (date(2026, 9, 5), date(2026, 9, 4))


def test_every_day_is_explained():
    days = {
        date(2026, 8, 25): special(DayKind.LOCAL_CLOSURE, "No power"),
        date(2026, 8, 26): special(DayKind.DAY_OFF, "Moved by the Cabinet"),
        date(2026, 8, 29): special(DayKind.WORKING_WEEKEND, act="Order 7-р"),
    }
    with translation.override("en"):
        due = compute(term(3, Unit.WORKING_DAY), datetime(2026, 8, 21, 9, tzinfo=KYIV), Calendar(days))
    assert [(day.date.day, day.number, day.reason) for day in due.days] == [
        (21, None, "Day of receipt: counting starts on the next day"),
        (22, None, "Weekend: Saturday"),
        (23, None, "Weekend: Sunday"),
        (24, None, "Public holiday: Independence Day"),
        (25, None, "Closed in this community: No power"),
        (26, None, "Day off: Moved by the Cabinet"),
        (27, 1, "Working day"),
        (28, 2, "Working day"),
        (29, 3, "Working day moved to a weekend: Order 7-р"),
    ]


def test_martial_law_makes_holidays_ordinary_but_not_closures():
    holiday, closed = date(2026, 8, 24), date(2026, 8, 25)
    recorded = Calendar({closed: special(DayKind.LOCAL_CLOSURE)}, [(date(2022, 2, 24), None)])
    assert recorded.is_working(holiday)
    assert not recorded.is_working(closed)
    with translation.override("en"):
        assert "Independence Day" in recorded.why(holiday)
        assert "martial law" in recorded.why(holiday)


def test_martial_law_ends_on_its_last_day():
    calendar = Calendar(martial_law=[(date(2022, 2, 24), date(2026, 8, 23))])
    assert calendar.is_working(date(2026, 5, 1))
    assert not calendar.is_working(date(2026, 8, 24))


def test_a_holiday_under_martial_law_moves_no_day_off():
    sunday_holiday = date(2026, 3, 8)
    assert not PEACE.is_working(sunday_holiday + timedelta(days=1))
    assert MARTIAL_LAW.is_working(sunday_holiday + timedelta(days=1))
    ended_that_sunday = Calendar(martial_law=[(date(2022, 2, 24), sunday_holiday)])
    assert ended_that_sunday.is_working(sunday_holiday + timedelta(days=1))


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2018, "04-08"),
        (2020, "04-19"),
        (2021, "05-02"),
        (2023, "04-16"),
        (2024, "05-05"),
        (2026, "04-12"),
        (2027, "05-02"),
    ],
)
def test_easter_by_the_julian_rule(year, day):
    assert easter(year).isoformat() == f"{year}-{day}"


def test_holidays_of_2021_are_the_days_people_had_off():
    """With the days moved from weekends, without the moves that the Cabinet recommended besides."""
    holidays = public_holidays(2021)
    off = {f"{day:%m-%d}" for day in [*holidays, *moved_days_off(holidays)]}
    assert off == {
        *("01-01", "01-07", "03-08", "05-01", "05-02", "05-03", "05-04", "05-09", "05-10", "06-20", "06-21"),
        *("06-28", "08-24", "10-14", "12-25", "12-27"),
    }


@pytest.mark.parametrize(
    ("day", "is_holiday"),
    [
        ("2016-12-25", False),
        ("2017-12-25", True),
        ("2023-01-07", True),
        ("2024-01-07", False),
        ("2022-10-14", True),
        ("2023-10-14", False),
        ("2023-10-01", True),
        ("2023-07-28", True),
        ("2024-07-15", True),
        ("2024-07-28", False),
        ("2023-05-09", True),
        ("2024-05-08", True),
        ("2024-05-09", False),
    ],
)
def test_holidays_have_years_of_validity(day, is_holiday):
    day = date.fromisoformat(day)
    assert (day in public_holidays(day.year)) is is_holiday


def test_the_version_tells_what_the_calendar_was_built_from():
    day = {date(2026, 8, 25): special(DayKind.DAY_OFF)}
    versions = {PEACE.version, MARTIAL_LAW.version, Calendar(day).version, Calendar(day, ALWAYS).version}
    assert len(versions) == 4
    assert Calendar(day).version == Calendar(dict(day)).version


def test_a_naive_start_is_refused():
    with pytest.raises(ValueError, match="naive"):
        compute(term(1, Unit.HOUR), datetime(2026, 1, 1), PEACE)


def test_a_term_beyond_the_calendar_overflows():
    with pytest.raises(OverflowError):
        compute(term(1, Unit.MONTH), datetime(9999, 12, 1, tzinfo=KYIV), PEACE)


def test_rules_are_registered_once_and_found_by_key():
    first = Rule("test-registered", 3, "working_day", "Law, Art. 1", "Check")
    register(first)
    register(first)
    assert rule("test-registered").unit is Unit.WORKING_DAY
    with pytest.raises(ValueError, match="twice"):
        register(Rule("test-registered", 4, Unit.WORKING_DAY, "Law, Art. 1", "Check"))
    with pytest.raises(UnknownRule):
        rule("no-such-rule")
    with pytest.raises(ValueError, match="at least one"):
        Rule("test-empty", 0, Unit.HOUR, "Law", "Nothing")


DATES = some.dates(date(2015, 1, 1), date(2045, 12, 31))
MOMENTS = some.datetimes(datetime(2015, 1, 1), datetime(2045, 12, 31), timezones=some.just(KYIV))
SPECIAL_DAYS = some.dictionaries(DATES, some.sampled_from(DayKind.values).map(special), max_size=30)
PERIODS = some.sampled_from([ALWAYS, NEVER, ((date(2022, 2, 24), date(2027, 6, 1)),)])
CALENDARS = some.builds(Calendar, SPECIAL_DAYS, PERIODS)


@settings(max_examples=60, deadline=None)
@given(MOMENTS, some.integers(1, 40), CALENDARS)
def test_working_days_counted_are_working_and_as_many_as_the_term(start, length, calendar):
    due = compute(term(length, Unit.WORKING_DAY), start, calendar)
    counted = [day for day in due.days if day.number]
    assert [day.number for day in counted] == list(range(1, length + 1))
    assert all(calendar.is_working(day.date) for day in counted)
    assert not any(calendar.is_working(day.date) for day in due.days[1:] if not day.number)
    assert due.due_at.date() == due.inner_due_on == working_days_after(start, length, calendar)


@settings(max_examples=60, deadline=None)
@given(
    MOMENTS, some.timedeltas(timedelta(0), timedelta(days=60)), some.integers(1, 40), some.sampled_from(Unit), CALENDARS
)
def test_what_came_later_is_never_due_earlier(start, wait, length, unit, calendar):
    asked = term(length, unit)
    later = (start.astimezone(ZoneInfo("UTC")) + wait).astimezone(KYIV)
    assert compute(asked, start, calendar).due_at <= compute(asked, later, calendar).due_at


@settings(max_examples=60, deadline=None)
@given(MOMENTS, some.integers(1, 20), some.sampled_from(Unit), CALENDARS)
def test_the_inner_target_is_the_last_working_day_of_the_term(start, length, unit, calendar):
    due = compute(term(length, unit), start, calendar)
    assert calendar.is_working(due.inner_due_on)
    assert due.inner_due_on <= due.due_at.date()
    assert sum(1 for day in due.days if day.number) == (1 if unit == Unit.HOUR else length)


@settings(max_examples=60, deadline=None)
@given(DATES, some.integers(1, 30), CALENDARS)
def test_counting_back_undoes_counting_forward_from_a_working_day(day, number, calendar):
    start = working_days_after(day, 1, calendar)
    assert working_days_before(working_days_after(start, number, calendar), number, calendar) == start
