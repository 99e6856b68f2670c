"""The library: topics, formats, filling online, words; what it costs."""

import pytest
from wagtail.models import PageViewRestriction

from cms.models import SamplePage, SampleTopic
from cms.samples.listing import stems
from tests.cms.samples.making import fillable, library, sample, word_document
from tests.support.hostile import NASTY, judge, sendable

pytestmark = pytest.mark.django_db


def text(client, address="/zrazky/", **query):
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def topic(name="Земля", **fields):
    return SampleTopic.objects.create(name=name, **fields)


def test_samples_stand_under_their_topics_in_the_order_of_the_editor(client):
    second, first = topic("Архів", order=20), topic("Земля", order=10)
    sample("Про архів", topic=second)
    sample("Про поле", topic=first)
    sample("Без теми")
    page = text(client)
    assert page.index("Про поле") < page.index("Про архів") < page.index("Без теми")
    assert "Інші зразки" in page
    assert first.slug == "zemlia"


def test_filters_narrow_the_list_and_can_be_taken_away(client):
    land = topic()
    sample("Паперова", topic=land, blank_docx=word_document("Текст"))
    fillable("Онлайнова")
    assert "Онлайнова" not in text(client, topic=land.slug)
    assert "Паперова" not in text(client, way="online")
    page = text(client, way="docx")
    assert "Паперова" in page
    assert "Онлайнова" not in page
    assert "Зняти всі" in page
    assert "Жоден зразок не підходить" in text(client, way="odt")


@pytest.mark.parametrize("words", ["СКАРГА", "скарги", "скаргу подати", "поскаржитися", "обʼєкт", "об'єкт"])
def test_words_are_found_in_any_case_and_ending(client, words):
    sample("Скарга", lead="Як подати скаргу на дії", search_words="поскаржитись, об’єкт")
    sample("Довідка")
    page = text(client, q=words)
    assert "Скарга" in page
    assert "Довідка" not in page


def test_endings_are_cut_only_from_long_words():
    assert stems("для заяви реєстрація") == ["для", "заяв", "реєстраці"[:-1]]


def test_drafts_unlisted_and_restricted_samples_are_not_named(client):
    sample("Чернетка").unpublish()
    sample("Лише за посиланням", show_in_listing=False)
    PageViewRestriction.objects.create(page=sample("Для своїх"), restriction_type="login")
    page = text(client)
    for title in ("Чернетка", "Лише за посиланням", "Для своїх"):
        assert title not in page


def test_empty_states(client):
    assert "Зразків ще немає" in text(client)
    assert "There are no samples yet" in text(client, "/en/zrazky/")
    assert "Жоден зразок не підходить" in text(client, q="ніщо")


def test_the_query_string_is_a_stranger(client):
    topic()
    sample("Зразок")
    for value in map(sendable, NASTY):
        judge(client.get("/zrazky/", dict.fromkeys(("q", "topic", "way", "page"), value)), value)


def many(number):
    """Copies made in bulk: only what the list reads."""
    parent = library()
    model = sample("Образець", topic=topic(f"Тема {SampleTopic.objects.count()}"), blank_docx=word_document("Текст"))
    for order in range(number - 1):
        copy = SamplePage(
            title=f"Копія {order}",
            topic=model.topic,
            blank_docx=model.blank_docx,
            folded="копія",
            read_pages=model.read_pages,
        )
        parent.add_child(instance=copy)


@pytest.mark.parametrize("query", [{}, {"q": "копія", "way": "docx"}])
def test_the_list_costs_the_same_for_many(client, constant_queries, query):
    def make(number):
        many(number)
        client.get("/zrazky/", query)  # a page that was published empties the cache of addresses

    constant_queries(lambda: client.get("/zrazky/", query), make, few=3, more=40)
    assert len(client.get("/zrazky/", query).content) < 60_000
