"""The calendar as recorded: the period of martial law, the signal after commit."""

from datetime import date

import pytest
from django.db import transaction

from core.models import CalendarDay, DayKind, MartialLawPeriod
from core.workdays import Calendar, calendar_changed


@pytest.fixture
def announced():
    """Collect the announcements of a changed calendar."""
    heard = []

    def hear(sender, **kwargs):
        heard.append(Calendar.load().version)

    calendar_changed.connect(hear)
    yield heard
    calendar_changed.disconnect(hear)


def add_day_off(day):
    return CalendarDay.objects.create(date=day, kind=DayKind.DAY_OFF, act="Order 1-р")


@pytest.mark.django_db
def test_a_new_site_knows_that_martial_law_has_not_ended():
    period = MartialLawPeriod.objects.get()
    assert (period.first_day, period.last_day) == (date(2022, 2, 24), None)
    assert "64/2022" in period.act
    assert Calendar.load().is_working(date(2026, 8, 24))
    assert not Calendar.load(martial_law=False).is_working(date(2026, 8, 24))


@pytest.mark.django_db
def test_the_calendar_is_read_with_two_queries_and_asks_no_more(django_assert_num_queries):
    add_day_off(date(2026, 9, 1))
    with django_assert_num_queries(2):
        calendar = Calendar.load()
        assert not calendar.is_working(date(2026, 9, 1))
        assert calendar.is_working(date(2026, 9, 2))


@pytest.mark.django_db(transaction=True)
def test_a_change_is_announced_once_after_commit(announced):
    before = Calendar.load().version
    with transaction.atomic():
        add_day_off(date(2026, 9, 1))
        add_day_off(date(2026, 9, 2))
        assert announced == []
    assert announced == [Calendar.load().version] != [before]
    CalendarDay.objects.all().delete()
    assert announced[1:] == [before]


@pytest.mark.django_db(transaction=True)
def test_a_change_taken_back_is_not_announced(announced):
    with transaction.atomic():
        add_day_off(date(2026, 9, 1))
        transaction.set_rollback(True)
    assert announced == []
    with transaction.atomic():
        with transaction.atomic():
            add_day_off(date(2026, 9, 1))
            transaction.set_rollback(True)
        add_day_off(date(2026, 9, 2))
    assert len(announced) == 1
