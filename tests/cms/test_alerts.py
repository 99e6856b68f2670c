"""An alert shows in its time and place, and leaves by itself."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from cms.hiding import COOKIE
from cms.models import Alert, AlertPage, Severity
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
            "chosen_pages-TOTAL_FORMS": "0",
            "chosen_pages-INITIAL_FORMS": "0",
            "go_live_at": "2020-01-01 08:00",
            "expire_at": "2099-01-01 08:00",
        },
    )
    assert answer.status_code == 302, answer.context["form"].errors
    assert shows(client, "/", "Реєстри не працюють")


def test_an_alert_of_chosen_pages_stays_on_them(client):
    chosen, other = news(), news()
    made = alert()
    AlertPage.objects.create(alert=made, page=chosen)
    assert shows(client, chosen.get_url())
    assert not shows(client, other.get_url())
    assert not shows(client, "/")
    assert not shows(client, "/zvernennia/")


def test_an_alert_may_stand_in_a_section_and_on_a_page_of_another(client):
    made = alert(section=index())
    AlertPage.objects.create(alert=made, page=HomePage.objects.get(locale__language_code="uk"))
    assert shows(client, "/")
    assert shows(client, "/novyny/")
    assert not shows(client, "/kontakty/")


def test_an_alert_is_a_region_named_by_its_heading(client):
    made = alert()
    page = client.get("/").content.decode()
    assert f'aria-labelledby="alert-{made.pk}"' in page
    assert f'<h2 class="alert__title" id="alert-{made.pk}">' in page


def test_a_reader_hides_an_alert_in_that_browser_only(client):
    made = alert(dismissible=True)
    answer = client.post(f"/spovishchennia/{made.pk}/skhovaty/", HTTP_REFERER="http://testserver/kontakty/")
    assert answer.url == "http://testserver/kontakty/"
    assert not shows(client, "/")
    assert shows(Client(), "/")
    assert answer.cookies[COOKIE].value == str(made.pk)


def test_what_may_not_be_hidden_stays(client):
    made = alert()
    client.post(f"/spovishchennia/{made.pk}/skhovaty/")
    client.cookies[COOKIE] = str(made.pk)
    assert shows(client, "/")
    assert "/skhovaty/" not in client.get("/").content.decode()


def test_a_critical_alert_is_never_dismissible():
    now = timezone.now()
    grave = Alert(title="Тривога", severity=1, dismissible=True, go_live_at=now, expire_at=now + timedelta(hours=1))
    with pytest.raises(ValidationError):
        grave.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        grave.save()


@pytest.mark.parametrize("value", ["x", "1.", ".", "9" * 500, "1.2.²", "1;drop", "", "-1"])
def test_a_spoiled_cookie_hides_nothing(client, value):
    alert(dismissible=True)
    client.cookies[COOKIE] = value
    assert shows(client, "/")


def test_hiding_needs_a_press_and_never_leads_elsewhere(client):
    made = alert(dismissible=True)
    address = f"/spovishchennia/{made.pk}/skhovaty/"
    assert client.get(address).status_code == 405
    assert "evil" not in client.post(address, {"next": "https://evil.example/"}).url
    assert client.post(f"/spovishchennia/{10**25}/skhovaty/").status_code == 302


def test_the_history_of_an_alert_tells_what_it_said(signed_in):
    made = alert("Перше")
    made.save_revision()
    made.title = "Друге"
    made.save_revision(log_action=True)
    shown = signed_in(factories.head()).get(f"/admin/snippets/cms/alert/history/{made.pk}/")
    assert shown.status_code == 200
    assert made.revisions.count() == 2
