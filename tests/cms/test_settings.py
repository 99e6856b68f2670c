"""The settings reach the header and the footer of every page at once."""

from datetime import time

import pytest
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from wagtail.models import Site

from cms.models import ReceptionHours, SiteSettings, SocialLink
from cms.site import provide_community
from core.models import CalendarDay, DayKind
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def settings_of_site():
    settings = SiteSettings(
        site=Site.objects.get(is_default_site=True),
        name="Зразкова громада",
        name_en="Zrazkova Community",
        hotline="15-80",
        email="cnap@example.org",
        address="вул. Центральна, 1",
    )
    settings.hours = [ReceptionHours(weekday=day, opens=time(8), closes=time(17)) for day in range(5)]
    settings.social_links = [SocialLink(network="other", url="https://example.org/me", label="Наш канал")]
    settings.save()
    return settings


def test_every_page_names_the_community(client, settings_of_site, clock):
    page = client.get("/kontakty/").content.decode()
    for words in (
        "Зразкова громада",
        "15-80",
        "tel:1580",
        "cnap@example.org",
        "відчинено до 17:00",
        "Пн–Пт",
        "Наш канал",
    ):
        assert words in page


def test_english_readers_get_english_names(client, settings_of_site):
    page = client.get("/en/kontakty/").content.decode()
    assert "Zrazkova Community" in page
    assert "вул. Центральна, 1" in page  # no English twin was given


def test_a_change_shows_at_once(client, settings_of_site):
    client.get("/")
    settings_of_site.hotline = "15-99"
    settings_of_site.hours = [ReceptionHours(weekday=5, opens=time(9), closes=time(12))]
    settings_of_site.save()
    page = client.get("/").content.decode()
    assert "15-99" in page
    assert "Сб 9:00–12:00" in page


def test_a_local_closure_closes_the_centre(client, settings_of_site, clock, django_capture_on_commit_callbacks):
    assert "відчинено до 17:00" in client.get("/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        CalendarDay.objects.create(
            date="2026-11-23", kind=DayKind.LOCAL_CLOSURE, name="Аварія", act="Розпорядження № 1"
        )
    assert "зачинено, відчиниться завтра о 8:00" in client.get("/").content.decode()


def test_a_page_asks_once_for_the_settings(settings_of_site, django_assert_num_queries):
    request = RequestFactory().get("/")
    request._wagtail_site = settings_of_site.site
    provide_community(request)
    with django_assert_num_queries(1):
        provide_community(request)


def test_a_site_without_settings_has_a_face(client):
    SiteSettings.objects.all().delete()
    assert client.get("/kontakty/").status_code == 200


def test_hours_must_close_after_they_open(settings_of_site):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReceptionHours.objects.create(settings=settings_of_site, weekday=0, opens=time(17), closes=time(8))


@pytest.mark.parametrize(("who", "allowed"), [("head", True), ("administrator", True), ("editor", False)])
def test_who_changes_the_settings(signed_in, who, allowed):
    site = Site.objects.get(is_default_site=True)
    response = signed_in(getattr(factories, who)()).get(f"/admin/settings/cms/sitesettings/{site.pk}/")
    assert (response.status_code == 200) is allowed
