"""The inbox: what each tab shows, finding, ordering, counting; strangers in the query string."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from casework.staff.queries import InboxQuery
from casework.staff.tabs import counts, tabs_for
from tests import factories
from tests.casework.staff.example import KEY, example_case
from tests.support.many import many_cases

INBOX = "/admin/vkhidni/"
PARAMETERS = (
    "tab",
    "q",
    "procedure",
    "state",
    "outcome",
    "channel",
    "settlement",
    "unit",
    "order",
    "page",
    "p",
    "o",
    "e",
)


@pytest.fixture
def head():
    return factories.head()


@pytest.fixture
def official():
    return factories.official()


def numbers(user, **query):
    """The numbers that the inbox gives to `user`, in order."""
    chosen = InboxQuery.read(query, user=user)
    return list(chosen.cases().order_by(*chosen.order_by()).values_list("number", flat=True))


def due(days):
    """A moment so many days from now."""
    return timezone.now() + timedelta(days=days)


def test_mine_is_what_i_answer_for_while_it_is_open(official):
    mine = example_case(assignee=official, unit=official.unit)
    example_case(unit=official.unit)
    example_case(assignee=official, unit=official.unit, state="done", is_open=False)
    assert numbers(official, tab="mine") == [mine.number]


def test_my_unit_s_holds_mine_and_my_colleagues(official):
    colleague = factories.official(unit=official.unit)
    cases = {example_case(unit=official.unit, assignee=who).number for who in (official, colleague, None)}
    example_case(unit=factories.unit())
    assert set(numbers(official, tab="unit")) == cases


def test_without_a_handler_means_in_my_unit_for_an_official_and_anywhere_for_the_head(official, head):
    own, homeless = example_case(unit=official.unit), example_case()
    assert numbers(official, tab="unassigned") == [own.number]
    assert set(numbers(head, tab="unassigned")) == {own.number, homeless.number}


def test_soon_and_overdue_do_not_overlap(head, clock):
    late, today, third_day, later = (
        example_case(due_at=timezone.now() + timedelta(**when))
        for when in ({"minutes": -1}, {"minutes": 1}, {"days": 2, "hours": 13}, {"days": 3})
    )
    assert numbers(head, tab="overdue") == [late.number]
    assert numbers(head, tab="soon") == [today.number, third_day.number]
    assert later.number in numbers(head, tab="all")


def test_a_closed_case_is_never_overdue(head):
    example_case(due_at=due(-5), is_open=False, state="done")
    assert numbers(head, tab="overdue") == []


def test_quarantine_holds_what_looks_like_spam_and_the_other_tabs_hold_it_too(head):
    case = example_case(suspicion="too_fast")
    assert numbers(head, tab="quarantine") == [case.number]
    assert case.number in numbers(head, tab="unassigned")


def test_the_nearest_term_comes_first_and_no_term_last(head):
    third, second, first = (example_case(due_at=when) for when in (None, due(4), due(1)))
    assert numbers(head, tab="unassigned") == [first.number, second.number, third.number]


def test_all_begins_with_the_newest(head):
    old = example_case(received_at=timezone.now() - timedelta(days=3))
    new = example_case()
    assert numbers(head, tab="all") == [new.number, old.number]
    assert numbers(head, tab="all", order="oldest") == [old.number, new.number]


def test_an_official_begins_with_mine_and_the_head_with_what_nobody_handles(official, head):
    assert [tab.key for tab in tabs_for(official)][:2] == ["mine", "unit"]
    assert tabs_for(head)[0].key == "unassigned"
    assert InboxQuery.read({}, user=official).open_tab.key == "mine"


@pytest.mark.parametrize(
    "query",
    [
        {"state": f"{KEY}:work"},
        {"outcome": f"{KEY}:yes"},
        {"channel": "post"},
        {"procedure": KEY, "channel": "post"},
    ],
)
def test_a_filter_keeps_what_it_names(head, query):
    fits = example_case(state="work", outcome="yes", channel="post")
    example_case(outcome="no", channel="desk")
    assert numbers(head, tab="all", **query) == [fits.number]


def test_filters_of_place_and_unit(head, official):
    place = factories.settlement()
    fits = example_case(settlement=place, unit=official.unit)
    example_case()
    assert numbers(head, tab="all", settlement=str(place.pk)) == [fits.number]
    assert numbers(head, tab="all", unit=str(official.unit.pk)) == [fits.number]


def test_an_official_is_not_offered_other_units(official):
    assert "unit" not in InboxQuery.read({"unit": "1"}, user=official).fields


@pytest.mark.parametrize("question", ["ліхтарів", "ЛІХТАРІВ перлинній", "Квітка", "цісик КВІТКА"])
def test_search_looks_into_the_text_and_the_name_whatever_the_case(head, question):
    case = example_case()
    example_case(text="Про інше", applicant={"name": "Хтось"})
    assert numbers(head, tab="all", q=question) == [case.number]


def test_search_by_number_takes_any_dash_and_case(head):
    case, _other = example_case(), example_case()
    assert numbers(head, tab="all", q=case.number.lower().replace("-", "–")) == [case.number]


def test_search_never_leaves_what_the_reader_works_with(official):
    case = example_case()
    assert numbers(official, tab="all", q=case.number) == []
    assert numbers(official, tab="all", q="Квітка") == []


@pytest.mark.parametrize("question", ["%", "_", "\\", "' OR 1=1 --"])
def test_signs_of_the_database_are_only_signs(head, question):
    example_case()
    assert numbers(head, tab="all", q=question) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    query=some.dictionaries(
        some.sampled_from([*PARAMETERS, "state__in", "assignee__password__startswith"]), some.text()
    )
)
def test_no_query_string_breaks_the_inbox(query):
    user = factories.head()
    chosen = InboxQuery.read(query, user=user)
    assert list(chosen.ids()[:5]) == []
    assert set(counts(user, chosen.tabs)) == {tab.key for tab in chosen.tabs} - {"all"}


@pytest.mark.parametrize(
    "query",
    [
        {"page": "-1"},
        {"page": "9" * 40},
        {"page": "\u0663"},
        {"tab": "\0", "q": "\0\ud7ff"},
        {"q": "к" * 1000},
        {"settlement": "9" * 30, "unit": "x"},
        {"assignee__password__startswith": "a"},
        {"export": "exe"},
        {"o": "-99.7", "e": "1"},
    ],
)
def test_hostile_addresses_get_a_page(signed_in, head, query):
    assert signed_in(head).get(f"{INBOX}?{urlencode(query, errors='surrogatepass')}").status_code == 200


def test_an_inbox_that_cannot_be_posted_to(signed_in, head):
    assert signed_in(head).post(INBOX).status_code == 405


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("tab=mine", "На вас нічого не чекає"),
        ("tab=overdue", "Прострочених справ немає"),
        ("tab=mine&q=щось", "Шукати серед усіх справ"),
        ("tab=all&q=щось", "Нічого не знайдено"),
    ],
)
def test_an_empty_tab_says_something_kind(signed_in, official, query, words):
    assert words in signed_in(official).get(f"{INBOX}?{query}").content.decode()


def test_a_row_tells_number_state_term_and_handler(signed_in, official, clock):
    case = example_case(unit=official.unit, assignee=official, state="work", due_at=due(2))
    page = signed_in(official).get(INBOX).content.decode()
    for words in (case.number, "У роботі", "Залишилося 2 дні", official.name, f"/admin/sprava/{case.pk}/"):
        assert words in page


def test_counts_are_one_query(head, official, django_assert_num_queries):
    example_case(unit=official.unit, assignee=official, due_at=due(-1))
    example_case(suspicion="trap")
    assert official.role_set
    with django_assert_num_queries(1):
        found = counts(official, tabs_for(official))
    assert found == {"mine": 1, "unit": 1, "unassigned": 0, "soon": 0, "overdue": 1, "quarantine": 0}


@pytest.mark.parametrize(
    "query", ["tab=all&order=due", "tab=all&q=ліхтарів", "tab=overdue", "tab=quarantine", "tab=all&p=2"]
)
def test_the_list_asks_the_database_as_often_for_many_rows(signed_in, head, constant_queries, query):
    client = signed_in(head)

    def make(number):
        many_cases(number, suspicion="trap", is_quarantined="quarantine" in query)

    constant_queries(lambda: client.get(f"{INBOX}?{query}"), make)
