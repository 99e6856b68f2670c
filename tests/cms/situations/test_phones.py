"""Useful phones: grouped, dialled with one touch, sought by words and figures; staff see which were not checked for long."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from cms.models import UsefulPhone
from cms.models.phones import UNCHECKED_DAYS
from tests import factories
from tests.cms.situations.make import HANDBOOK, PHONES, phone, text_of
from tests.support.hostile import NASTY, judge, sendable

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_cms_usefulphone:list"


def test_numbers_stand_under_their_headings_and_are_dialled(client):
    phone("0 800 213 103", "Правнича допомога", group="law", is_free=True, hours="цілодобово")
    phone("+38 (044) 278-50-30", "Міграційна служба", group="government")
    phone("112", "Екстрена допомога", group="emergency")
    shown = text_of(client, PHONES).split('role="status"')[1].split("</main>")[0]
    assert shown.index("Екстрена допомога") < shown.index("Міграційна служба") < shown.index("Правнича допомога")
    assert 'href="tel:0800213103"' in shown
    assert 'href="tel:+380442785030"' in shown
    assert "цілодобово" in shown
    assert "безоплатно" in shown
    assert "Вода, світло" not in shown


def test_a_number_taken_off_the_site_is_not_shown(client):
    phone(name="Стара служба", is_shown=False)
    assert "Стара служба" not in text_of(client, PHONES)


@pytest.mark.parametrize("words", ["ВОДОКАНАЛ", "аварія водоканал", "0 400 000", "400000201", "waterworks"])
def test_they_are_sought_by_words_and_figures(client, words):
    phone("0 400 000 201", "Водоканал", name_en="Waterworks", note="Аварія на мережі")
    phone("102", "Поліція")
    shown = text_of(client, PHONES, q=words)
    assert "Водоканал" in shown
    assert "Поліція" not in shown


def test_filters_narrow_the_list(client):
    phone("101", "Рятувальники", group="emergency", is_free=True)
    phone("0 400 000 101", "Наш центр", group="community")
    assert "Наш центр" not in text_of(client, PHONES, group="emergency")
    assert "Наш центр" not in text_of(client, PHONES, free="on")
    assert "Наш центр" in text_of(client, PHONES, group="community")


def test_nothing_found_and_nothing_there_are_different(client):
    assert "Номерів тут ще немає" in text_of(client, PHONES)
    phone()
    assert "Жоден номер не підходить" in text_of(client, PHONES, q="нічогісінько")


def test_strangers_get_a_page(client):
    for value in map(sendable, NASTY):
        judge(client.get(PHONES, {"q": value, "group": value, "free": value}), value[:40])


def test_an_english_reader_gets_english_names_and_is_told_of_the_rest(client):
    phone(name="Поліція", name_en="Police", note="Злочин")
    phone("101", "Рятувальники")
    shown = text_of(client, f"/en{PHONES}")
    assert "Police" in shown
    assert "Поліція" not in shown
    assert '<p class="small" lang="uk">Злочин</p>' in shown
    assert 'lang="uk">Рятувальники</p>' in shown


@pytest.mark.parametrize("number", ["", "немає", "12", "102; 103", "tel:102", "1" * 30, "<b>102</b>"])
def test_a_number_is_one_number(number):
    with pytest.raises(ValidationError):
        UsefulPhone(number=number, name="Служба").full_clean()


def test_a_number_of_somebody_is_there_once_and_not_checked_tomorrow(clock):
    phone("102", "Поліція")
    with pytest.raises(ValidationError):
        UsefulPhone(number="102", name="Поліція").full_clean()
    with pytest.raises(ValidationError):
        UsefulPhone(number="101", name="Рятувальники", checked_on=date(2026, 11, 24)).full_clean()
    UsefulPhone(number="101", name="Рятувальники", checked_on=date(2026, 11, 23)).full_clean()


@pytest.mark.parametrize(
    ("days", "is_old"), [(None, True), (UNCHECKED_DAYS + 1, True), (UNCHECKED_DAYS, False), (0, False)]
)
def test_a_number_not_called_for_long_is_unchecked(clock, days, is_old):
    row = phone(checked_on=None if days is None else timezone.localdate() - timedelta(days=days))
    assert row.is_unchecked() is is_old
    assert UsefulPhone.objects.unchecked().exists() is is_old


def test_the_staff_list_warns_and_filters(signed_in, clock):
    phone("0 400 000 001", "Давній номер", checked_on=date(2026, 1, 5))
    phone("0 400 000 002", "Свіжий номер", checked_on=date(2026, 11, 20))
    editor = signed_in(factories.editor())
    shown = editor.get(reverse(LIST)).content.decode()
    assert "давно: 05.01.2026" in shown
    assert "20.11.2026" in shown
    shown = editor.get(reverse(LIST), {"checking": "old"}).content.decode()
    assert "Давній номер" in shown
    assert "Свіжий номер" not in shown


def checked_today(browser, *rows):
    address = reverse("wagtail_bulk_action", args=["cms", "usefulphone", "checked_today"])
    query = "&".join(f"id={row.pk}" for row in rows)
    shown = browser.get(f"{address}?{query}&next=/admin/")
    return shown, browser.post(f"{address}?{query}&next=/admin/")


def test_many_numbers_are_checked_today_at_once(signed_in, clock):
    rows, other = [phone("101", "Перша"), phone("102", "Друга")], phone("103", "Третя")
    shown, _answer = checked_today(signed_in(factories.editor()), *rows)
    assert "Ви сьогодні телефонували" in shown.content.decode()
    assert set(UsefulPhone.objects.filter(checked_on=date(2026, 11, 23))) == set(rows)
    other.refresh_from_db()
    assert other.checked_on is None


def test_only_those_who_keep_phones_may_check_them(signed_in, clock):
    row = phone()
    checked_today(signed_in(factories.in_role("administrator")), row)
    row.refresh_from_db()
    assert row.checked_on is None


def phones_in_bulk(number):
    start = UsefulPhone.objects.count()
    UsefulPhone.objects.bulk_create(
        UsefulPhone(number="102", name=f"Служба {place}", group="community") for place in range(start, start + number)
    )


def test_the_page_costs_the_same_for_any_number(client, constant_queries):
    constant_queries(lambda: client.get(PHONES), phones_in_bulk, more=190)
    assert len(client.get(PHONES).content) < 300_000


def test_the_staff_list_costs_the_same_for_any_number(signed_in, constant_queries):
    editor = signed_in(factories.editor())
    constant_queries(lambda: editor.get(reverse(LIST)), phones_in_bulk, more=30)


def test_the_handbook_names_emergency_numbers(client):
    phone("112", "Екстрена допомога", group="emergency")
    phone("0 400 000 101", "Наш центр", group="community")
    shown = text_of(client, HANDBOOK)
    assert 'href="tel:112"' in shown
    assert "Наш центр" not in shown
    assert f'href="{PHONES}"' in shown
