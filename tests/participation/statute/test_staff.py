"""Keeping the numbers of the statute: who may, what never changes, what the log keeps, what residents read."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import ModelLogEntry

from casework.models import Clock
from participation.statute import numbers, services
from participation.statute.enums import Measure
from participation.statute.models import StatuteParameter
from participation.statute.numbers import declare, value
from tests.casework.making import make_suggestion
from tests.factories import administrator, head, official, press_officer

pytestmark = pytest.mark.django_db
NOTICE, QUORUM = "tests-term", "tests-quorum"
ACT = "Рішення ради від 12.10.2026 № 7, п. 3"


@pytest.fixture(autouse=True)
def declared(clock):
    """Two numbers of the tests; today is 23.11.2026."""
    declare(
        NOTICE, 10, Measure.CALENDAR_DAY, "Оголошення", law="Art. 13", profiles={"budget": (15, Measure.WORKING_DAY)}
    )
    declare(QUORUM, 50, Measure.PERCENT, "Кворум тестів")
    numbers.name_profiles({"budget": "бюджет"})
    yield
    for key in (NOTICE, QUORUM):
        numbers._declared.pop(key)
    numbers._profile_names.pop("budget")


def fields(**changes):
    usual = {"profile": "", "value": 14, "unit": Measure.CALENDAR_DAY, "act": ACT, "valid_from": date(2026, 12, 1)}
    return {**usual, **changes}


def entered(key=NOTICE, **changes):
    return services.enter(key, actor=head(), **fields(**changes))


def existing(**changes):
    """A row as years of work left it."""
    return StatuteParameter.objects.create(key=changes.pop("key", NOTICE), **fields(**changes))


def posted(**changes):
    return {name: str(value) for name, value in fields(**changes).items()}


def address(name, *args):
    return reverse(f"statute_staff:{name}", args=args)


def text(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


# --- the verbs -----------------------------------------------------------------------------------------------------------


def test_a_new_row_holds_from_its_day(clock):
    entered()
    assert value(NOTICE).value == 10
    assert value(NOTICE, on=date(2026, 12, 1)).value == 14


def test_a_row_still_to_come_may_be_changed_and_deleted():
    row = entered()
    services.change(row, actor=head(), **fields(value=20))
    assert value(NOTICE, on=date(2026, 12, 1)).value == 20
    services.take_back(row, actor=head())
    assert not StatuteParameter.objects.filter(key=NOTICE).exists()


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 1, 1)])
def test_a_row_that_holds_is_never_changed_nor_deleted(day):
    row = existing(valid_from=day)
    with pytest.raises(services.HoldsAlreadyError):
        services.change(row, actor=head(), **fields(value=99))
    with pytest.raises(services.HoldsAlreadyError):
        services.take_back(row, actor=head())
    assert value(NOTICE).value == 14


def test_a_row_by_which_a_clock_runs_is_kept_though_its_day_has_not_come():
    row, case = entered(), make_suggestion().case
    moments = {"started_at": case.received_at, "due_at": case.received_at}
    Clock.objects.create(case=case, name="notice", rule=f"statute:{row.pk}", length=14, unit="calendar_day", **moments)
    with pytest.raises(services.HoldsAlreadyError):
        services.take_back(row, actor=head())


def test_history_is_not_written_anew():
    existing(valid_from=date(2026, 6, 1))
    with pytest.raises(services.NotInOrderError):
        entered(valid_from=date(2026, 5, 1))
    with pytest.raises(services.NotInOrderError):
        entered(valid_from=date(2026, 6, 1))
    entered(valid_from=date(2026, 11, 23), value=21)
    assert value(NOTICE).value == 21
    assert value(NOTICE, on=date(2026, 11, 22)).value == 14


def test_the_first_row_may_begin_in_the_past_and_profiles_do_not_meet():
    entered(valid_from=date(2025, 1, 1))
    entered(valid_from=date(2025, 1, 1), profile="budget", value=30)
    assert (value(NOTICE).value, value(NOTICE, profile="budget").value) == (14, 30)


@pytest.mark.parametrize("person", [official, press_officer])
def test_nobody_else_keeps_numbers(person):
    row, other = entered(), person()
    for verb in (
        lambda: services.enter(QUORUM, actor=other, **fields()),
        lambda: services.change(row, actor=other, **fields()),
        lambda: services.take_back(row, actor=other),
    ):
        with pytest.raises(PermissionDenied):
            verb()


def test_the_log_keeps_who_entered_changed_and_deleted():
    boss = administrator()
    row = services.enter(NOTICE, actor=boss, **fields())
    services.change(row, actor=boss, **fields(value=20))
    services.take_back(row, actor=boss)
    log = list(ModelLogEntry.objects.filter(action__startswith="statute.").order_by("pk"))
    assert [entry.action for entry in log] == ["statute.entered", "statute.changed", "statute.taken_back"]
    assert [entry.data["value"] for entry in log] == [14, 20, 20]
    assert {entry.user for entry in log} == {boss}
    assert log[0].data["act"] == ACT


# --- the screens ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", [head, administrator])
def test_the_list_tells_default_number_act_and_day(signed_in, person):
    existing(valid_from=date(2026, 6, 1))
    existing(valid_from=date(2027, 1, 1), value=31)
    page = text(signed_in(person()).get(address("index")))
    for words in (
        "Оголошення",
        "10 календарних днів",
        "14 календарних днів",
        "01.06.2026",
        ACT,
        "бюджет",
        "15 робочих днів",
    ):
        assert words in page
    assert "з 01.01.2027: 31 календарний день" in page
    assert "Кворум тестів" in page


def test_one_number_shows_history_and_log(signed_in):
    existing(valid_from=date(2025, 1, 1), value=7)
    existing(valid_from=date(2026, 6, 1))
    coming = entered(value=21)
    page = text(signed_in(head()).get(address("number", NOTICE)))
    assert "7 календарних днів" in page
    assert "історія" in page
    assert address("edit", coming.pk) in page
    assert "Внесено показник статуту: 21 календарний день" in page


def test_a_row_is_entered_by_the_form(signed_in):
    browser = signed_in(administrator())
    assert 'value="10"' in text(browser.get(address("create", NOTICE)))
    answer = browser.post(address("create", NOTICE), posted(profile="budget"))
    assert answer["Location"] == address("number", NOTICE)
    row = StatuteParameter.objects.get(key=NOTICE)
    assert (row.profile, row.value, row.act, row.valid_from) == ("budget", 14, ACT, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("key", "changes", "words"),
    [
        (NOTICE, {"act": " "}, "act"),
        (NOTICE, {"value": 0}, "щонайменше один"),
        (NOTICE, {"value": 4000}, "Не більше ніж 3660"),
        (NOTICE, {"value": "x"}, "value"),
        (NOTICE, {"unit": "people"}, "unit"),
        (NOTICE, {"profile": "nema"}, "profile"),
        (NOTICE, {"valid_from": "1800-01-01"}, "24 серпня 1991"),
        (NOTICE, {"valid_from": "2999-01-01"}, "24 серпня 1991"),
        (NOTICE, {"valid_from": "2026-02-01"}, "пізніше"),
        (NOTICE, {"valid_from": "2026-06-01"}, "вже починається інший рядок"),
        (QUORUM, {"value": 101, "unit": "percent"}, "Не більше ніж 100"),
        (QUORUM, {"value": 50, "unit": "month"}, "unit"),
    ],
)
def test_the_form_refuses(signed_in, key, changes, words):
    existing(valid_from=date(2026, 6, 1))
    answer = signed_in(head()).post(address("create", key), posted(**changes))
    assert words in text(answer, 422)
    assert StatuteParameter.objects.count() == 1


def test_screens_of_a_row_that_holds_lead_back_and_change_nothing(signed_in):
    row, browser = existing(valid_from=date(2026, 6, 1)), signed_in(head())
    for name in ("edit", "delete"):
        for send in (browser.get, lambda place: browser.post(place, posted(value=99))):
            assert send(address(name, row.pk))["Location"] == address("number", NOTICE)
    row.refresh_from_db()
    assert row.value == 14
    assert "Цей рядок уже діє" in text(browser.get(address("number", NOTICE)))


def test_a_row_whose_day_comes_while_the_form_is_open_stays(signed_in, clock):
    row, browser = entered(), signed_in(head())
    text(browser.get(address("edit", row.pk)))
    clock.move_to("2026-12-01T08:00+02:00")
    browser.post(address("edit", row.pk), posted(value=99))
    browser.post(address("delete", row.pk))
    row.refresh_from_db()
    assert row.value == 14


def test_a_coming_row_is_changed_and_deleted_on_its_screens(signed_in):
    row, browser = entered(), signed_in(head())
    browser.post(address("edit", row.pk), posted(value=20))
    row.refresh_from_db()
    assert row.value == 20
    assert "20 календарних днів" in text(browser.get(address("delete", row.pk)))
    browser.post(address("delete", row.pk))
    assert not StatuteParameter.objects.exists()


def test_strangers_find_nothing(signed_in, client):
    row = entered()
    places = [address("index"), address("number", NOTICE), address("create", NOTICE), address("edit", row.pk)]
    for place in [*places, address("delete", row.pk)]:
        assert client.get(place).status_code == 302
        assert signed_in(official()).get(place).status_code in (302, 403)
    boss = signed_in(head())
    for place in (
        address("number", "nema"),
        address("create", "nema"),
        address("edit", 10**18),
        address("edit", 10**30),
    ):
        assert boss.get(place).status_code == 404


# --- what residents read -------------------------------------------------------------------------------------------------


def test_residents_read_the_numbers_in_force_with_their_acts(client):
    existing(valid_from=date(2026, 6, 1))
    existing(valid_from=date(2027, 1, 1), value=31)
    existing(valid_from=date(2025, 1, 1), value=77)
    page = text(client.get("/uchast/pravyla/"))
    for words in ("Оголошення", "14 календарних днів", ACT, "1 червня 2026", "лише: бюджет", "Кворум тестів", "50 %"):
        assert words in page
    assert "з 1 січня 2027: 31 календарний день" in page
    assert "77 календарних днів" not in page
    assert "громада свого показника не встановила" in page.lower()
    assert "14 calendar days" in text(client.get("/en/uchast/pravyla/"))


def test_the_page_of_rules_costs_the_same_for_many_rows(client, constant_queries):
    def more(number):
        first = StatuteParameter.objects.count()
        StatuteParameter.objects.bulk_create(
            StatuteParameter(key=NOTICE, **fields(valid_from=date(1992, 1, 1).fromordinal(728000 + first + place)))
            for place in range(number)
        )

    assert constant_queries(lambda: client.get("/uchast/pravyla/"), more, few=5, more=195) <= 6
