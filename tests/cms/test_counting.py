"""Readings are counted, readers are not known."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection

from cms import counting
from cms.models import DailyViews
from tests import factories
from tests.cms.pages import BROWSER, news


def read(client, page, **headers):
    return client.get(page.get_url(), headers={"user-agent": BROWSER, **headers})


@pytest.mark.django_db
def test_every_reading_counts_by_day(client, clock):
    page = news()
    for _number in range(3):
        read(client, page)
    clock.shift(timedelta(days=1))
    read(client, page)
    assert list(DailyViews.objects.order_by("day").values_list("day", "count")) == [
        (date(2026, 11, 23), 3),
        (date(2026, 11, 24), 1),
    ]
    assert counting.total(page) == 4


@pytest.mark.django_db
def test_nothing_about_the_reader_is_kept():
    assert {field.name for field in DailyViews._meta.get_fields()} == {"id", "page", "day", "count"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "agent",
    [
        "",
        "Googlebot/2.1 (+http://www.google.com/bot.html)",
        "curl/8.5",
        "python-requests/2",
        "facebookexternalhit/1.1",
        "UptimeMonitor",
    ],
)
def test_robots_do_not_count(client, agent):
    page = news()
    client.get(page.get_url(), headers={"user-agent": agent})
    assert counting.total(page) == 0


@pytest.mark.django_db
def test_prefetching_and_head_do_not_count(client):
    page = news()
    read(client, page, sec_purpose="prefetch")
    client.head(page.get_url(), headers={"user-agent": BROWSER})
    assert counting.total(page) == 0


@pytest.mark.django_db
def test_staff_do_not_count_and_residents_do(signed_in):
    page = news()
    read(signed_in(factories.editor()), page)
    assert counting.total(page) == 0
    read(signed_in(factories.resident()), page)
    assert counting.total(page) == 1


@pytest.mark.django_db
def test_a_preview_does_not_count(signed_in):
    page = news()
    response = signed_in(factories.editor()).get(f"/admin/pages/{page.pk}/view_draft/", headers={"user-agent": BROWSER})
    assert response.status_code == 200
    assert counting.total(page) == 0


@pytest.mark.django_db
def test_a_busy_database_never_breaks_the_page(client, monkeypatch):
    page = news()

    def busy(*args):
        raise DatabaseError("database is locked")

    monkeypatch.setattr(counting, "add_reading", busy)
    assert read(client, page).status_code == 200


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_readers_at_the_same_moment_are_all_counted():
    page = news()

    def add(_number):
        try:
            counting.add_reading(page.pk, date(2026, 11, 23))
        finally:
            connection.close()

    with ThreadPoolExecutor(12) as readers:
        list(readers.map(add, range(60)))
    assert DailyViews.objects.get().count == 60
