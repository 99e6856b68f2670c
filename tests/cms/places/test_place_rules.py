"""What editors may not enter: hours and exceptions that contradict each other."""

import pytest
from django.urls import reverse

from cms.models import PlaceIndexPage, PlacePage
from cms.place_rules import problems_of_exceptions, problems_of_week
from tests import factories

from .make import exception, interval, november, place, service

MONDAY = 0


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ([("8:00", "12:00"), ("12:00", "17:00")], 0),
        ([("8:00", "13:00"), ("12:00", "17:00")], 1),
        ([("8:00", "17:00"), ("12:00", "13:00", "break")], 0),
        ([("8:00", "17:00"), ("16:30", "17:30", "break")], 1),
        ([("12:00", "13:00", "break")], 1),
        ([("8:00", "17:00"), ("12:00", "13:00", "break"), ("12:30", "14:00", "break")], 1),
        ([("8:00", "12:00"), ("11:00", "15:00", "appointment")], 1),
    ],
)
def test_intervals_of_one_day(rows, number):
    assert len(problems_of_week([interval(MONDAY, *row) for row in rows])) == number


@pytest.mark.django_db
def test_a_service_is_judged_by_its_own_rows():
    own = service()
    rows = [interval(0, "8:00", "17:00"), interval(0, "9:00", "12:00", service=own)]
    assert problems_of_week(rows) == []
    assert len(problems_of_week([*rows, interval(0, "11:00", "13:00", service=own)])) == 1


def test_exceptions_that_claim_one_day():
    first, second = exception(november(1), november(5)), exception(november(5), november(6), reason="Навчання")
    assert "Навчання" in problems_of_exceptions([second, first])[0]
    assert problems_of_exceptions([first, exception(november(6))]) == []


def rows_of(prefix, rows):
    data = {f"{prefix}-TOTAL_FORMS": str(len(rows)), f"{prefix}-INITIAL_FORMS": "0"}
    data |= {f"{prefix}-MIN_NUM_FORMS": "0", f"{prefix}-MAX_NUM_FORMS": "1000"}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def posted(intervals=(), exceptions=(), **fields):
    keys = ("weekday", "opens", "closes", "kind")
    rows = [dict(zip(keys, row, strict=True)) for row in intervals]
    days = [dict(zip(("first_day", "last_day", "reason", "is_closed"), row, strict=True)) for row in exceptions]
    return {
        "title": "Нове місце",
        "slug": "nove-mistse",
        "kind": "remote",
        "barrier_free": "unknown",
        "booking": "none",
        "follows_calendar": "on",
        "check_every_days": "365",
        **rows_of("phones", []),
        **rows_of("intervals", rows),
        **rows_of("exceptions", days),
        **rows_of("comments", []),
        **fields,
    }


def add(client, data):
    index = PlaceIndexPage.objects.get(locale__language_code="uk")
    return client.post(reverse("wagtailadmin_pages:add", args=["cms", "placepage", index.pk]), data)


@pytest.mark.django_db
def test_an_editor_is_told_in_a_sentence_and_nothing_is_saved(signed_in):
    client = signed_in(factories.editor())
    response = add(client, posted([(0, "8:00", "13:00", "walk_in"), (0, "12:00", "17:00", "walk_in")]))
    assert "8:00–13:00 і 12:00–17:00 накладаються" in response.content.decode()
    response = add(client, posted([(0, "8:00", "12:00", "walk_in"), (0, "12:00", "13:00", "break")]))
    assert "перерва 12:00–13:00 має бути в межах годин прийому" in response.content.decode()
    days = [("2026-12-01", "2026-12-05", "Ремонт", "on"), ("2026-12-05", "2026-12-06", "Свято", "on")]
    response = add(client, posted(exceptions=days))
    assert "припадають на той самий день, 05.12.2026" in response.content.decode()
    assert not PlacePage.objects.exists()
    assert add(client, posted([(0, "8:00", "12:00", "walk_in")])).status_code == 302
    assert PlacePage.objects.get().intervals.count() == 1


@pytest.mark.django_db
def test_half_a_position_and_booking_without_an_address_are_refused(signed_in):
    client = signed_in(factories.editor())
    text = add(client, posted(latitude="49.1", booking="link")).content.decode()
    assert "Вкажіть адресу сайту для запису." in text
    assert place().intervals.count() == 5
