"""The launch kit of a service: one press makes three drafts, the second makes nothing."""

import pytest

from cms import kit
from cms.models import LeafletRun, NewsIndexPage, NewsPage, ServiceKit, SubscriberNotice
from tests import factories
from tests.cms.paper.make import service

pytestmark = pytest.mark.django_db


def counts():
    return NewsPage.objects.count(), LeafletRun.objects.count(), SubscriberNotice.objects.count()


def address(page):
    return f"/admin/posluhy/{page.pk}/komplekt/"


def test_one_press_makes_three_drafts_and_the_second_nothing(signed_in):
    page = service("Видача довідки", lead="Довідка про склад сім’ї за один візит.")
    client = signed_in(factories.editor())
    assert "Створити комплект" in client.get(address(page)).content.decode()
    assert client.post(address(page)).status_code == 302
    assert counts() == (1, 1, 1)
    news = NewsPage.objects.get()
    assert not news.live
    assert "Видача довідки" in news.title
    assert news.lead == page.lead
    body = str(news.get_latest_revision_as_object().body)
    assert page.get_url() in body
    assert "Паспорт ґ" in body
    assert "Витяг із реєстру" not in body
    assert [row.page_id for row in news.related_items.all()] == [page.pk]
    assert LeafletRun.objects.get().state == "draft"
    notice = SubscriberNotice.objects.get()
    assert notice.state == "draft"
    assert page.full_url in notice.text
    client.post(address(page))
    assert counts() == (1, 1, 1)
    screen = client.get(address(page)).content.decode()
    assert "Створити комплект" not in screen
    assert f"{page.get_url()}lystivka.pdf" in screen


def test_a_part_that_was_deleted_is_made_again_alone():
    page = service()
    kit.launch(page, actor=factories.editor())
    SubscriberNotice.objects.all().delete()
    _kit, made = kit.launch(page, actor=factories.editor())
    assert made == ["notice"]
    assert counts() == (1, 1, 1)
    assert ServiceKit.objects.count() == 1


def test_looking_makes_nothing(signed_in):
    page = service()
    signed_in(factories.editor()).get(address(page))
    assert counts() == (0, 0, 0)


@pytest.mark.parametrize("who", ["official", "desk_operator"])
def test_others_press_nothing(signed_in, who):
    page = service()
    client = signed_in(getattr(factories, who)())
    assert client.get(address(page)).status_code in (302, 403)
    assert client.post(address(page)).status_code in (302, 403)
    assert counts() == (0, 0, 0)


def test_the_button_stands_on_the_page_of_a_service_only(signed_in):
    client = signed_in(factories.editor())
    page = service()
    assert address(page) in client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    index = NewsIndexPage.objects.get(locale__language_code="uk")
    assert "komplekt" not in client.get(f"/admin/pages/{index.pk}/edit/").content.decode()


def test_words_of_the_service_are_text_in_the_announcement():
    page = service("<script>alert(1)</script>", lead="<b>Жирно</b> & {0}")
    made, _keys = kit.launch(page, actor=factories.editor())
    assert "<script>" not in str(made.announcement.body)


def test_without_news_there_is_no_kit():
    page = service()
    NewsIndexPage.objects.all().delete()
    assert not kit.may_launch(factories.head(), page)
    with pytest.raises(kit.NoNewsIndexError):
        kit.launch(page, actor=factories.head())
