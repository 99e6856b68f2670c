"""The hours of the week in few lines, and the header that asks the same function as every place."""

from datetime import date, time

import pytest
from django.utils import translation
from wagtail.models import Site

from cms.hours import Interval, week_lines
from cms.models import ReceptionHours, SiteSettings
from core.models import CalendarDay, DayKind

WEEK = [Interval(day, time(8), time(20 if day == 3 else 17)) for day in range(5)]
LUNCH = [Interval(0, time(9), time(13)), Interval(0, time(14), time(18))]


@pytest.fixture(autouse=True)
def ukrainian():
    with translation.override("uk"):
        yield


def test_the_week_is_told_in_few_lines():
    assert week_lines(WEEK) == [("Пн–Ср, Пт", "8:00–17:00"), ("Чт", "8:00–20:00")]
    assert week_lines(LUNCH) == [("Пн", "9:00–13:00, 14:00–18:00")]
    assert week_lines([]) == []
    assert week_lines(WEEK[:2]) == [("Пн, Вт", "8:00–17:00")]


@pytest.mark.django_db
def test_the_header_follows_the_calendar(client, clock, django_capture_on_commit_callbacks):
    settings = SiteSettings(site=Site.objects.get(is_default_site=True))
    settings.hours = [ReceptionHours(weekday=day, opens=time(8), closes=time(17)) for day in range(5)]
    settings.save()
    assert "відчинено до 17:00" in client.get("/kontakty/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        CalendarDay.objects.create(date=date(2026, 11, 23), kind=DayKind.LOCAL_CLOSURE, name="Траур", act="Рішення № 9")
    assert "зачинено, відчиниться завтра о 8:00" in client.get("/kontakty/").content.decode()
