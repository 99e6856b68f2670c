"""The reader's way: one question a page, the answers in the address, a result that can be shared; strangers get a page too."""

import pytest
from django.utils.http import urlencode

from tests.cms.situations.make import FINDER, finder, outcome, question, service, text_of, twin
from tests.support.hostile import NASTY, judge, sendable

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready():
    """A small tree: what? → passport: why? → first, lost; move."""
    return finder(
        question("тема", ("Паспорт", "чому"), ("Переїзд", "переїзд"), text="Що потрібно?", hint="Виберіть одне."),
        question("чому", ("Уперше", "вперше"), ("Загубили", "втрата"), text="Чому новий?"),
        outcome("вперше", service("ID-картка вперше"), title="Перша картка"),
        outcome("втрата", service("Паспорт замість втраченого"), title="Новий паспорт"),
        outcome("переїзд", title="Реєстрація", text="<p>Прийдіть протягом 30 днів.</p>"),
    )


def way(*answers, **more):
    return f"{FINDER}?{urlencode([('a', answer) for answer in answers] + list(more.items()))}"


def test_it_begins_with_the_first_question(client, ready):
    shown = text_of(client, FINDER)
    assert "Що потрібно?" in shown
    assert "Виберіть одне." in shown
    assert shown.count('type="radio"') == 2
    assert "Чому новий?" not in shown
    assert "Ваші відповіді" not in shown


def test_an_answer_asks_the_next_question_and_is_remembered(client, ready):
    shown = text_of(client, way("pasport", n=1))
    assert "Чому новий?" in shown
    assert "Ваші відповіді" in shown
    assert "Що потрібно?" in shown
    assert '<input type="hidden" name="a" value="pasport">' in shown


def test_the_way_ends_in_a_result_with_its_services(client, ready):
    shown = text_of(client, way("pasport", "zahubyly"))
    assert "<h1>Новий паспорт</h1>" in shown
    assert "Паспорт замість втраченого" in shown
    assert "ID-картка вперше" not in shown
    assert 'type="radio"' not in shown


def test_each_answer_can_be_changed_and_the_last_taken_back(client, ready):
    shown = text_of(client, way("pasport", "zahubyly"))
    assert f'href="{FINDER}?"' in shown
    assert f'href="{FINDER}?a=pasport"' in shown
    assert "Чому новий?" in text_of(client, f"{FINDER}?a=pasport")


def test_a_result_is_shared_by_its_address_and_kept_out_of_search_engines(client, ready):
    shown = text_of(client, way("pasport", "zahubyly", n=2))
    assert "/znaity-posluhu/?a=pasport&amp;a=zahubyly" in shown
    assert "print=1" in shown
    assert "noindex" in shown
    assert "noindex" not in text_of(client, FINDER)


@pytest.mark.parametrize(("answers", "number"), [((), 1), (("pasport",), 2)])
def test_a_button_without_an_answer_gets_a_message(client, ready, answers, number):
    shown = text_of(client, way(*answers, n=number))
    assert "Виберіть одну з відповідей." in shown
    assert 'href="#answer-a_0"' in shown
    assert 'id="answer-a_0"' in shown


def test_a_question_that_was_only_opened_has_no_message(client, ready):
    assert "Виберіть одну з відповідей." not in text_of(client, way("pasport"))


def test_an_answer_that_is_no_more_leads_as_far_as_it_can(client, ready):
    shown = text_of(client, way("pasport", "vkraly"))
    assert "Чому новий?" in shown
    assert "не вдалося прочитати" in shown
    shown = text_of(client, way("pasport", "zahubyly", "zaivyi"))
    assert "Новий паспорт" in shown


def test_the_order_and_the_number_of_answers_of_a_question_may_change(client, ready):
    address = way("pereizd")
    first = ready.tree[0].value
    ready.tree[0] = ("question", {**first, "options": list(first["options"])[::-1]})
    ready.save()
    assert "Прийдіть протягом 30 днів." in text_of(client, address)


def test_hostile_answers_get_a_page(client, ready):
    queries = [({"a": ["pasport", value], "n": value}, {"a": [value] * 80}) for value in map(sendable, NASTY)]
    for query in (query for pair in queries for query in pair):
        answer = judge(client.get(FINDER, query), str(query)[:80])
        assert answer.status_code in (200, 414)


@pytest.mark.parametrize("query", ["a=%ff%fe", "a=%00", "a", "a=&a=", "n=99999999999999999999", "a=" + "x" * 5000])
def test_broken_addresses_get_a_page(client, ready, query):
    assert client.get(f"{FINDER}?{query}").status_code == 200


def test_a_finder_without_questions_says_so(client):
    assert "Запитання готуються" in text_of(client, FINDER)
    assert "The questions are being prepared" in text_of(client, f"/en{FINDER}?a=x&n=1")


def test_an_unpublished_service_is_not_offered(client, ready):
    lost = ready.tree[3].value["pages"][0]
    lost.unpublish()
    shown = text_of(client, way("pasport", "zahubyly"))
    assert "Паспорт замість втраченого" not in shown
    assert "Прийдіть до нас." in shown


def test_a_page_in_the_readers_language_is_offered(client):
    ukrainian = service("Обмін паспорта")
    twin(ukrainian, "Exchange of a passport")
    finder(
        question("topic", ("Exchange", "exchange"), ("Other", "exchange")),
        outcome("exchange", ukrainian, title="Exchange"),
        language="en",
    )
    assert "Exchange of a passport" in text_of(client, f"/en{FINDER}?a=exchange")


def test_a_result_costs_the_same_for_any_number_of_questions(client, constant_queries):
    def grow(number):
        nodes = [question(str(place), ("Так", str(place + 1)), ("Ні", "кінець")) for place in range(number)]
        page = service()
        finder(*nodes, outcome(str(number)), outcome("кінець", page, page))
        client.get(FINDER)  # publishing empties the cache of addresses

    constant_queries(lambda: client.get(way("ni")), grow, few=3, more=30)
