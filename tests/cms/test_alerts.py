"""An alert shows in its time and place, and leaves by itself."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from cms.models import Alert, Severity
from home.models import HomePage
from tests import factories
from tests.cms.pages import index, news

pytestmark = pytest.mark.django_db


def alert(title="Немає світла", **fields):
    now = timezone.now()
    fields = {"go_live_at": now - timedelta(hours=1), "expire_at": now + timedelta(hours=1), **fields}
    return Alert.objects.create(title=title, **fields)


def shows(client, address, title="Немає світла"):
    return title in client.get(address).content.decode()


def test_an_alert_shows_only_in_its_time(client, clock):
    alert(go_live_at=timezone.now() + timedelta(minutes=1))
    assert not shows(client, "/")
    clock.shift(timedelta(minutes=1))
    assert shows(client, "/")
    clock.shift(timedelta(minutes=59))
    assert not shows(client, "/")


def test_an_alert_of_a_section_stays_in_it(client):
    page = news()
    alert(section=index())
    assert shows(client, "/novyny/")
    assert shows(client, page.get_url())
    assert not shows(client, "/")
    assert not shows(client, "/kontakty/")


def test_a_section_with_a_similar_address_is_another_section():
    alert(section=index())
    assert Alert.objects.for_path("/uk/novyny/shchos/").exists()
    assert not Alert.objects.for_path("/uk/novyny-arkhiv/").exists()


def test_the_gravest_stands_first(client):
    alert("Оголошення", severity=Severity.ANNOUNCEMENT)
    alert("Небезпека", severity=Severity.CRITICAL)
    page = client.get("/").content.decode()
    assert page.index("Небезпека") < page.index("Оголошення")


def test_an_alert_links_a_published_page_or_an_address(client):
    page = news()
    assert alert(link_page=page).address == page.get_url()
    page.unpublish()
    assert Alert.objects.get().address == ""
    assert alert("Друге", link_url="https://example.org/").address == "https://example.org/"


def test_an_english_reader_is_told_the_language_of_an_alert(client):
    alert()
    assert 'lang="uk"' in client.get("/en/").content.decode()


def test_the_text_of_an_alert_is_text(client):
    alert("<script>alert(1)</script>", text="<img src=x onerror=alert(1)>")
    page = client.get("/").content.decode()
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page


def test_the_end_is_required_and_later_than_the_start():
    now = timezone.now()
    with pytest.raises(ValidationError) as refusal:
        Alert(title="Без кінця", go_live_at=now).full_clean()
    assert "expire_at" in refusal.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        alert(expire_at=now - timedelta(days=1))


def test_two_links_and_long_words_are_refused():
    now = timezone.now()
    long = Alert(
        title="я" * 81,
        text="я" * 301,
        link_page=HomePage.objects.first(),
        link_url="https://example.org",
        go_live_at=now,
        expire_at=now + timedelta(days=1),
    )
    with pytest.raises(ValidationError) as refusal:
        long.full_clean()
    assert {"title", "text", "link_url"} <= set(refusal.value.message_dict)


@pytest.mark.parametrize(("who", "status"), [("editor", 200), ("head", 200), ("desk_operator", 302)])
def test_who_raises_alerts(signed_in, who, status):
    response = signed_in(getattr(factories, who)()).get("/admin/snippets/cms/alert/add/")
    assert response.status_code == status


def test_an_editor_raises_an_alert_in_the_admin(signed_in, client):
    answer = signed_in(factories.editor()).post(
        "/admin/snippets/cms/alert/add/",
        {
            "severity": "2",
            "title": "Реєстри не працюють",
            "text": "Спробуйте після обіду.",
            "link_page": "",
            "link_url": "",
            "section": "",
            "go_live_at": "2020-01-01 08:00",
            "expire_at": "2099-01-01 08:00",
        },
    )
    assert answer.status_code == 302, answer.context["form"].errors
    assert shows(client, "/", "Реєстри не працюють")
