"""The next days of reception: rules of the week and month, days off, martial law, single dates."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from cms.models import Reception, ReceptionDate, WhichWeek
from cms.models.settings import Weekday
from cms.reception import in_words, matches, next_days
from core.models import CalendarDay, DayKind, MartialLawPeriod
from core.workdays import Calendar

from .make import post, text

KYIV = ZoneInfo("Europe/Kyiv")
PEACE, WAR = Calendar({}, ()), Calendar({}, ((date.min, date.max),))


def rule(which, weekday, on_day_off="skip", starts=9, ends=12):
    return Reception(which=which, weekday=weekday, starts=time(starts), ends=time(ends), on_day_off=on_day_off)


def at(*moment):
    return datetime(*moment, tzinfo=KYIV)


def days(rules, moment, calendar=PEACE, dates=(), most=3):
    return [row.date for row in next_days(rules, dates, moment, calendar, most=most)]


@pytest.mark.parametrize(
    ("which", "weekday", "day"),
    [
        (WhichWeek.FIRST, 1, date(2026, 12, 1)),
        (WhichWeek.FIRST, 0, date(2026, 12, 7)),
        (WhichWeek.SECOND, 1, date(2026, 12, 8)),
        (WhichWeek.FOURTH, 3, date(2026, 12, 24)),
        (WhichWeek.LAST, 3, date(2026, 12, 31)),
        (WhichWeek.LAST, 0, date(2026, 11, 30)),
    ],
)
def test_a_rule_knows_its_day_of_the_month(which, weekday, day):
    month = [date(day.year, day.month, number) for number in range(1, 31)] + (
        [date(2026, 12, 31)] if day.month == 12 else []
    )
    assert [found for found in month if matches(rule(which, weekday), found)] == [day]


def test_a_weekly_reception_comes_every_week():
    assert days([rule(WhichWeek.EVERY, 3)], at(2026, 11, 23, 10)) == [
        date(2026, 11, 26),
        date(2026, 12, 3),
        date(2026, 12, 10),
    ]


@pytest.mark.parametrize(("hour", "first"), [(8, 23), (11, 23), (12, 30)])
def test_today_counts_until_it_ends(hour, first):
    assert days([rule(WhichWeek.EVERY, 0)], at(2026, 11, 23, hour))[0] == date(2026, 11, first)


def test_a_day_off_takes_the_reception_out_or_moves_it():
    new_year = at(2026, 12, 28, 10)  # Friday 1 January 2027 is a holiday, Saturday and Sunday follow
    assert days([rule(WhichWeek.FIRST, 4)], new_year)[0] == date(2027, 2, 5)
    (moved, *_rest) = next_days([rule(WhichWeek.FIRST, 4, "move")], (), new_year, PEACE)
    assert (moved.date, moved.moved_from) == (date(2027, 1, 4), date(2027, 1, 1))


def test_under_martial_law_a_holiday_is_an_ordinary_day():
    assert days([rule(WhichWeek.FIRST, 4)], at(2026, 12, 28, 10), WAR)[0] == date(2027, 1, 1)


def test_a_reception_moved_before_today_still_lies_ahead():
    assert days([rule(WhichWeek.FIRST, 4, "move")], at(2027, 1, 2, 10))[0] == date(2027, 1, 4)


def test_single_dates_add_and_cancel():
    extra = ReceptionDate(date=date(2026, 11, 28), starts=time(10), ends=time(13), place="Вербівка", note="Виїзний")
    cancelled = ReceptionDate(date=date(2026, 11, 26), is_cancelled=True)
    assert days([rule(WhichWeek.EVERY, 3)], at(2026, 11, 23, 10), dates=[extra, cancelled]) == [
        date(2026, 11, 28),
        date(2026, 12, 3),
        date(2026, 12, 10),
    ]


def test_a_moved_reception_can_be_cancelled_on_its_new_day():
    cancelled = ReceptionDate(date=date(2027, 1, 4), is_cancelled=True)
    assert days([rule(WhichWeek.FIRST, 4, "move")], at(2026, 12, 28, 10), dates=[cancelled])[0] == date(2027, 2, 5)


def test_two_rules_on_one_day_stand_in_the_order_of_hours():
    found = next_days([rule(0, 3, starts=14, ends=16), rule(0, 3)], (), at(2026, 11, 23, 10), PEACE)
    assert [row.starts.hour for row in found] == [9, 14, 9]


@pytest.mark.parametrize(
    ("which", "weekday", "uk", "en"),
    [
        (1, Weekday.TUESDAY, "Перший вівторок місяця", "The first Tuesday of the month"),
        (1, Weekday.WEDNESDAY, "Перша середа місяця", "The first Wednesday of the month"),
        (5, Weekday.FRIDAY, "Остання п’ятниця місяця", "The last Friday of the month"),
        (0, Weekday.MONDAY, "Щотижня: понеділок", "Every Monday"),
    ],
)
def test_a_rule_is_said_in_good_words(which, weekday, uk, en):
    with translation.override("uk"):
        assert in_words(rule(which, weekday)).replace("'", "’") == uk
    with translation.override("en"):
        assert in_words(rule(which, weekday)) == en


@pytest.mark.django_db
def test_the_page_tells_the_next_dates_through_the_calendar_of_the_site(client, clock):
    MartialLawPeriod.objects.all().delete()
    CalendarDay.objects.create(date="2026-11-26", kind=DayKind.LOCAL_CLOSURE, name="Аварія", act="Розпорядження")
    head = post("Голова громади", is_head=True)
    Reception.objects.create(
        post=head, which=0, weekday=3, starts=time(9), ends=time(12), on_day_off="move", sign_up_phone="15-81"
    )
    ReceptionDate.objects.create(post=head, date=date(2026, 12, 10), is_cancelled=True, note="Відрядження")
    shown = text(client, f"/kontakty/posada/{head.slug}/")
    assert "27 листопада 2026, п’ятниця" in shown.replace("&#x27;", "’").replace("'", "’")
    assert "Перенесено з 26 листопада" in shown
    assert "10 грудня 2026 прийому не буде" in shown
    assert "tel:15-81" in shown or "tel:1581" in shown
    assert "Голова громади" in text(client, "/kontakty/pratsivnyky/", show="reception")


@pytest.mark.parametrize("fields", [{}, {"starts": time(12), "ends": time(9)}, {"starts": time(9)}])
@pytest.mark.django_db
def test_an_extra_reception_has_hours(fields):
    with pytest.raises(ValidationError):
        ReceptionDate(post=post(), date=date(2026, 12, 1), **fields).full_clean()
