"""The tests' own ground: a flush forgets nothing the migrations made, in whatever order tests run."""

import smtplib
from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.mail import send_mail
from django.utils import timezone
from wagtail.models import Collection, Locale, Page, Site

from accounts.models import Unit, User
from tests import factories
from tests.support import database
from tests.support.demo import borrowed_community


def migrated_rows():
    return {
        model.__name__: list(model.objects.order_by("pk").values_list("pk", flat=True))
        for model in (Page, Site, Locale, Collection, Group, Permission)
    }


@pytest.fixture(scope="module")
def first_seen():
    return {}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_committing_test_finds_what_migrations_made_and_leaves_no_trace(turn, first_seen):
    assert not Unit.objects.exists()
    factories.unit()
    rows = migrated_rows()
    assert rows["Page"]
    assert rows["Site"]
    assert first_seen.setdefault("rows", rows) == rows


@pytest.mark.django_db
@pytest.mark.parametrize("turn", [1, 2])
def test_an_ordinary_test_finds_the_same(turn, first_seen):
    assert not Unit.objects.exists()
    factories.unit()
    assert first_seen.setdefault("rows", migrated_rows()) == migrated_rows()


@pytest.mark.django_db(transaction=True)
def test_a_database_left_dirty_by_a_killed_run_heals():
    factories.official()
    database.settle()
    assert not Unit.objects.exists()
    assert Page.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_borrowed_community_is_given_back():
    before = Page.objects.count()
    for _turn in range(2):
        with borrowed_community() as said:
            assert "demo community is loaded" in said
            assert User.objects.filter(email="head@example.org").exists()
            assert Page.objects.count() > before
        assert not User.objects.exists()
        assert Page.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_triggers_that_refuse_are_back_after_the_flush():
    def triggers():
        if database.connection.vendor != "sqlite":
            return []
        with database.connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
            return cursor.fetchall()

    before = triggers()
    database.flush_and_restore()
    assert triggers() == before


def test_the_clock_stands_still_until_it_is_moved(clock):
    assert timezone.localtime().isoformat() == "2026-11-23T10:00:00+02:00"
    clock.shift(timedelta(days=1))
    assert f"{timezone.localdate():%d.%m.%Y}" == "24.11.2026"


def test_the_sink_takes_real_letters(smtp_sink):
    send_mail("Звіт", "Текст листа", "cnap@example.org", ["olena@example.org"])
    (letter,) = smtp_sink.to("olena@example.org")
    assert letter["Subject"] == "Звіт"
    assert "Текст листа" in letter.get_content()


def test_the_sink_refuses_as_told(smtp_sink, settings):
    smtp_sink.refuse.add("gone@example.org")
    letter = EmailMessage()
    letter["From"], letter["To"] = "cnap@example.org", "gone@example.org"
    with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT) as server, pytest.raises(smtplib.SMTPRecipientsRefused):
        server.send_message(letter)


@pytest.mark.django_db
def test_a_list_that_asks_per_row_is_caught(constant_queries):
    def rows(number):
        for _ in range(number):
            factories.official()

    def careless():
        return [(person.unit and person.unit.name) for person in factories.User.objects.all()]

    def careful():
        return [(person.unit and person.unit.name) for person in factories.User.objects.select_related("unit")]

    assert constant_queries(careful, rows, few=2, more=3) == 1
    with pytest.raises(AssertionError, match="queries for 1 rows became"):
        constant_queries(careless, rows, few=1, more=1)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["official", "head", "editor", "desk_operator", "press_officer", "administrator"])
def test_every_role_has_a_factory(role):
    assert getattr(factories, role)().has_role(role)
