"""The front page: tasks first, then what the rooms tell."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from home.models import HomePage, TopTask
from tests.cms.pages import index, news

pytestmark = pytest.mark.django_db


@pytest.fixture
def front():
    return HomePage.objects.get(locale__language_code="uk")


def task(front, **fields):
    front.top_tasks = [TopTask(**{"label": "Дізнатися про опалення", "icon": "mail", **fields})]
    front.save()


def test_tasks_lead_to_pages_and_addresses(client, front):
    front.top_tasks = [
        TopTask(label="Новини громади", page=index()),
        TopTask(label="Стан моєї заяви", address="/sprava/"),
    ]
    front.save()
    page = client.get("/").content.decode()
    assert page.index("Новини громади") < page.index("Стан моєї заяви")
    assert 'href="/novyny/"' in page
    assert 'href="/sprava/"' in page


def test_a_task_of_a_hidden_page_is_not_shown(client, front):
    page = news()
    task(front, page=page)
    assert "Дізнатися про опалення" in client.get("/").content.decode()
    page.unpublish()
    assert "Дізнатися про опалення" not in client.get("/").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "//evil.example",
        "http://plain.example",
        "/a b",
        '/"><script>',
        "sprava",
        "data:text/html,x",
    ],
)
def test_a_task_never_leads_to_a_hostile_address(front, address):
    with pytest.raises(ValidationError):
        TopTask(home=front, label="Пастка", address=address).full_clean()


@pytest.mark.parametrize("address", ["/sprava/", "https://example.org/a?b=1", "tel:+380440000000"])
def test_a_task_leads_to_this_site_another_or_a_telephone(front, address):
    TopTask(home=front, label="Добре", address=address).full_clean()


def test_a_task_has_exactly_one_target(front):
    with pytest.raises(ValidationError):
        TopTask(home=front, label="Нікуди").full_clean()
    with pytest.raises(ValidationError):
        TopTask(home=front, label="Двічі", page=index(), address="/").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        TopTask.objects.create(home=front, label="Нікуди")


def test_the_newest_news_are_on_the_front_page(client):
    for number in range(8):
        news(f"Новина з номером {number}")
    page = client.get("/").content.decode()
    assert "Новина з номером 7" in page
    assert "Новина з номером 1" not in page


def test_the_front_page_stays_when_the_news_index_is_gone(client):
    index().delete()
    assert client.get("/").status_code == 200


def test_the_front_page_of_a_stranger_needs_no_cookie(client):
    response = client.get("/")
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()
