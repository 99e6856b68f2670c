"""One piece of news: its parts, its term, its neighbours."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import Unit
from cms.models import NewsChange, NewsPage, NewsRelated
from tests import factories
from tests.cms.pages import image, index, news, topic
from tests.support.many import many_news

pytestmark = pytest.mark.django_db


def text(client, page):
    response = client.get(page.get_url())
    assert response.status_code == 200
    return response.content.decode()


def test_a_page_prints_everything_about_itself(client):
    unit = Unit.objects.create(name="Відділ благоустрою")
    page = news(
        "Новий міст",
        lead="Міст відкрито для пішоходів.",
        topic=topic("Дороги"),
        tags=["Міст"],
        image=image(),
        image_alt="Міст через річку",
        source_name="Пресслужба",
        source_url="https://example.org/mist",
        responsible_unit=unit,
    )
    shown = text(client, page)
    for words in (
        "Міст відкрито для пішоходів.",
        "Дороги",
        "?tag=mist",
        'alt="Міст через річку"',
        "Пресслужба",
        unit.name,
    ):
        assert words in shown
    assert '<meta property="og:title" content="Новий міст">' in shown


def test_the_term_is_told_before_and_after_its_last_day(client, clock):
    page = news(valid_until=date(2026, 11, 23))
    assert "Чинне до 23 листопада 2026" in text(client, page)
    clock.shift(timedelta(days=1))
    assert "Це могло застаріти" in text(client, page)


def test_changes_are_told_newest_first(client):
    page = news()
    page.changes = [
        NewsChange(changed_on=date(2026, 11, 1), text="Виправили адресу."),
        NewsChange(changed_on=date(2026, 11, 5), text="Додали телефон."),
    ]
    page.save()
    shown = text(client, page)
    assert shown.index("Додали телефон.") < shown.index("Виправили адресу.")


def test_related_pages_that_are_not_published_are_not_named(client):
    page, other, hidden = news("Перша"), news("Друга"), news("Прихована")
    page.related_items = [NewsRelated(page=other, sort_order=0), NewsRelated(page=hidden, sort_order=1)]
    page.save()
    hidden.unpublish()
    shown = text(client, page)
    assert "Читайте також" in shown
    assert "Прихована" not in shown


def test_neighbours_follow_the_date_not_the_order_of_writing():
    now = timezone.now()
    middle = news("Середня", date=now - timedelta(days=2))
    newest = news("Найновіша", date=now)
    oldest = news("Найстаріша", date=now - timedelta(days=5))
    assert middle.neighbours() == (newest, oldest)
    assert newest.neighbours() == (None, middle)
    assert oldest.neighbours() == (middle, None)


def test_neighbours_of_equal_dates_form_one_chain():
    now = timezone.now()
    first, second, third = (news(date=now) for _number in range(3))
    assert second.neighbours() == (third, first)


def test_the_address_of_the_feed_is_refused():
    with pytest.raises(ValidationError) as refusal:
        index().add_child(instance=NewsPage(title="RSS", slug="rss", lead="Про стрічку."))
    assert "slug" in refusal.value.message_dict


def test_a_source_address_needs_a_name():
    with pytest.raises(ValidationError) as refusal:
        news(source_url="https://example.org/")
    assert "source_name" in refusal.value.message_dict


def test_a_page_reads_the_database_a_fixed_number_of_times(client, constant_queries):
    page = news("Та сама", image=image(), tags=["одна", "дві"], topic=topic())

    picture = image()
    assert constant_queries(lambda: text(client, page), lambda n: many_news(n, index(), image=picture)) < 45


def test_pictures_of_a_text_are_fetched_together(client, django_assert_max_num_queries):
    def pictures(number):
        return [
            (
                "image",
                {"image": {"image": image(), "alt_text": "Дім", "decorative": False}, "caption": "", "author": ""},
            )
            for _number in range(number)
        ]

    few, many = news(body=pictures(1)), news(body=pictures(8))
    counts = []
    for page in (few, many):
        text(client, page)
        with django_assert_max_num_queries(60) as captured:
            text(client, page)
        counts.append(len(captured))
    assert counts[1] <= counts[0]


def test_an_editor_gets_a_link_to_edit_and_a_reader_does_not(client, signed_in):
    page = news()
    assert "Редагувати сторінку" not in text(client, page)
    assert "Редагувати сторінку" in text(signed_in(factories.editor()), page)


def test_an_anonymous_page_does_not_vary_by_cookie(client):
    response = client.get(news().get_url())
    assert "sessionid" not in response.cookies
