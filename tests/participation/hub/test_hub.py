"""The hub: what is open, by when, on which step of the scale; filters, empty states, both languages, the feed."""

from datetime import date
from xml.etree import ElementTree

import pytest

from participation.openings import Scale
from tests.cms.situations import make
from tests.factories import official, settlement
from tests.participation.feedback.making import many_cases, many_summaries, measure_of, published

pytestmark = pytest.mark.django_db
HUB, FEED = "/uchast/", "/uchast/rss/"


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_what_is_open_says_what_it_asks_by_when_and_how_far_it_decides(client, room, soon):
    room.open(until=soon(3), scale=Scale.COLLABORATE)
    page = read(client, HUB)
    assert "Слухання про парк" in page
    assert "Зареєструватися" in page
    assert "26 листопада 2026, 10:00" in page
    assert "Співпрацюємо" in page
    assert "щабель 4 з 5" in page


def test_what_ends_first_stands_first_and_what_has_no_term_last(client, room, soon):
    room.open("Без строку")
    room.open("Пізніше", until=soon(9))
    room.open("Раніше", until=soon(2))
    page = read(client, HUB)
    assert page.index("Раніше") < page.index("Пізніше") < page.index("Без строку")


def test_every_step_of_the_scale_is_explained_by_what_it_promises(client):
    page = read(client, HUB)
    for step in Scale:
        assert str(step.label) in page
        assert str(step.promise) in page
    assert [step.step for step in Scale] == [1, 2, 3, 4, 5]


def test_the_filter_by_settlement_keeps_what_concerns_everybody(client, room):
    here, there = settlement("Вербівка"), settlement("Степове")
    room.open("Лише Вербівка", settlement=here)
    room.open("Лише Степове", settlement=there)
    room.open("Обидва", settlement=[here, there])
    room.open("Уся громада разом")
    page = read(client, f"{HUB}?settlement={here.pk}")
    assert "Лише Степове" not in page
    for title in ("Лише Вербівка", "Обидва", "Уся громада разом"):
        assert title in page


def test_the_filter_by_kind(client, room):
    room.open("Слухання перше")
    room.open("Розмова перша", kind="talk")
    page = read(client, f"{HUB}?kind=talk")
    assert "Розмова перша" in page
    assert "Слухання перше" not in page
    assert "noindex" in page


@pytest.mark.parametrize(
    "query", ["kind=nema", "settlement=x", "settlement=" + "9" * 30, "page=-1", "page=%00", "kind[]=1&settlement=0"]
)
def test_a_strange_query_shows_everything(client, room, query):
    room.open()
    assert "Слухання про парк" in read(client, f"{HUB}?{query}")


def test_empty_pages_show_a_way_on(client, room):
    page = read(client, HUB)
    assert "Зараз нічого не чекає на ваше рішення" in page
    assert "/zvernennia/propozytsiia/" in page
    assert "Рішень, які можна показати, ще немає." in page
    assert "Зараз нічого такого не відкрито" in read(client, f"{HUB}?kind=gathering")


def test_the_nearest_days_leave_out_what_is_called_off_or_far(client, room, soon):
    room.day("Скоро", at=soon(5), place="Будинок культури")
    room.day("Скасоване", at=soon(6), is_cancelled=True)
    room.day("Далеко", at=soon(90))
    page = read(client, HUB)
    assert "Скоро" in page
    assert "Будинок культури" in page
    assert "Скасоване" not in page
    assert "Далеко" not in page


def test_decisions_of_all_rooms_stand_together_newest_first(client, room, clock):
    summary, _theme, _cases = published(6)
    room.decide("Раніше рішення", on=date(2026, 11, 1), outcome="Погоджено")
    room.decide("Найновіше рішення", on=date(2026, 11, 24))
    page = read(client, HUB)
    assert page.index("Найновіше рішення") < page.index(summary.title) < page.index("Раніше рішення")
    assert "Відповідь отримали 6 із 6 звернень." in page


def test_promised_measures_stand_on_the_hub_and_in_the_calendar(client, clock):
    _summary, theme, _cases = published(6)
    measure_of(theme, official())
    assert "Поставити табло" in read(client, HUB)
    assert "Поставити табло" in read(client, "/uchast/kalendar/?month=2026-12")


def test_the_hub_is_written_in_english_too(client, room, soon):
    room.open(until=soon(3))
    page = read(client, "/en/uchast/")
    assert "Open for you now" in page
    assert "step 2 of 5" in page


def test_the_hub_costs_the_same_for_hundreds(client, room, constant_queries):
    def more(number):
        many_cases(number)
        many_summaries(number)

    assert constant_queries(lambda: read(client, HUB), more, few=5, more=195) <= 40


def test_the_list_is_turned_by_pages(client, room):
    many_cases(25)
    assert read(client, HUB).count("Підтримати") == 20
    assert read(client, f"{HUB}?page=2").count("Підтримати") == 5


# --- the feed ------------------------------------------------------------------------------------------------------------


def items(client, query=""):
    channel = ElementTree.fromstring(read(client, FEED + query)).find("channel")
    return channel.find("title").text, channel.findall("item")


def test_the_feed_tells_what_opened_last_first(client, room, soon):
    room.open("Давно", since=soon(-9), until=soon(1))
    room.open("Щойно", since=soon(-1), until=soon(5))
    room.open("Невідомо коли")
    _title, found = items(client)
    assert [item.find("title").text.partition(": ")[2] for item in found] == ["Щойно", "Давно", "Невідомо коли"]
    assert found[0].find("pubDate").text.startswith("Sun, 22 Nov 2026")
    assert "до 28 листопада 2026" in found[0].find("description").text.lower()


def test_a_new_term_is_told_anew_and_the_same_one_is_not(client, room, soon):
    room.open(until=soon(1))
    first = items(client)[1][0].find("guid").text
    assert items(client)[1][0].find("guid").text == first
    room.opened.clear()
    room.open(until=soon(8))
    assert items(client)[1][0].find("guid").text != first


def test_the_feed_of_a_settlement_and_kind(client, room):
    here, there = settlement("Вербівка"), settlement("Степове")
    room.open("Тут", settlement=here)
    room.open("Там", settlement=there)
    title, found = items(client, f"?kind=gathering&settlement={here.pk}")
    assert "Слухання, Вербівка" in title
    assert len(found) == 1


@pytest.mark.parametrize("query", ["?kind=nema", "?settlement=x", "?settlement=0"])
@pytest.mark.parametrize("address", [FEED, "/uchast/kalendar/podii.ics"])
def test_a_misspelt_feed_is_not_everything(client, room, address, query):
    assert client.get(address + query).status_code == 404


# --- the front page ------------------------------------------------------------------------------------------------------


def test_the_front_page_shows_the_three_nearest(client, room, soon):
    for days in (7, 3, 9, 5):
        room.open(f"За {days} днів", until=soon(days))
    page = read(client, "/")
    assert page.index("За 3 днів") < page.index("За 5 днів") < page.index("За 7 днів")
    assert "За 9 днів" not in page


def test_promised_measures_fill_the_places_that_are_left(client, room, soon, clock):
    _summary, theme, _cases = published(6)
    measure_of(theme, official())
    assert "Що ми обіцяли далі" in read(client, "/")
    room.open(until=soon(2))
    page = read(client, "/")
    assert "Слухання про парк" in page
    assert "Поставити табло" in page


def test_what_stands_on_the_hub_stands_in_the_map_of_the_site(client, room, soon):
    room.open(url="/uchast/slukhannia/1/?tab=docs#place")
    room.day(at=soon(9), url="/uchast/hrupy/2/")
    room.decide("Лавка", on=date(2026, 11, 1))
    room.day(at=soon(9), url="https://example.org/")
    page = read(client, "/sitemap-rooms.xml")
    assert page.count("<loc>http://testserver/uchast/slukhannia/1/</loc>") == 1
    assert "/uchast/hrupy/2/" in page
    assert "example.org" not in page


# --- how to take part ----------------------------------------------------------------------------------------------------


def test_a_published_guide_to_the_scale_is_offered_in_the_readers_language(client, room):
    assert "Як брати участь у громаді" not in read(client, HUB)
    guide = make.guide("Як брати участь у громаді", slug="uchast")
    part = make.part(guide, "Радитися", level="consult")
    assert f'href="{guide.get_url()}"' in read(client, HUB)
    assert "Як брати участь у громаді" not in read(client, "/en/uchast/")
    part.unpublish()
    assert "Як брати участь у громаді" not in read(client, HUB)
