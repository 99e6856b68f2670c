"""The screens of summaries: who opens what, what the buttons do, and that no input breaks them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from participation.feedback import services
from participation.feedback.models import Measure, Summary, Theme
from tests import factories
from tests.casework.making import make_suggestion
from tests.participation.feedback.making import (
    many_cases,
    many_summaries,
)

pytestmark = pytest.mark.django_db


def outcome(answer):
    """In one word."""
    if answer.status_code == 302:
        return "sign in" if answer.url.startswith(reverse("account_login")) else "closed"
    return {200: "open", 403: "closed", 404: "hidden"}.get(answer.status_code, answer.status_code)


# --- role and row --------------------------------------------------------------------------------------------------------

READS_CASES = {"cases", "sort"}
PEOPLE = {
    "composer": ("open", "open"),
    "colleague": ("open", "open"),
    "head": ("open", "open"),
    "press": ("open", "closed"),
    "foreigner": ("hidden", "hidden"),
    "desk_operator": ("closed", "closed"),
    "editor": ("closed", "closed"),
    "administrator": ("closed", "closed"),
    "resident": ("closed", "closed"),
    "stranger": ("sign in", "sign in"),
}


def browser_of(office, person):
    """Somebody's browser; a person that the office does not have is made."""
    browser = Client()
    if person != "stranger":
        browser.force_login(getattr(office, person, None) or getattr(factories, person)())
    return browser


@pytest.mark.parametrize("person", PEOPLE)
def test_who_opens_which_screen_of_a_draft(office, person):
    browser, (words, cases) = browser_of(office, person), PEOPLE[person]
    found = {name: outcome(browser.get(address)) for name, address in office.screens().items()}
    assert found == {name: cases if name in READS_CASES else words for name in found}


@pytest.mark.parametrize("person", ["foreigner", "desk_operator", "editor", "administrator", "resident", "stranger"])
def test_whom_a_draft_does_not_concern_changes_nothing(office, person):
    browser, before = browser_of(office, person), snapshot(office)
    everything = {
        "title": "Чуже", "said": "Чуже", "reason": "Чуже", "text": "Чуже", "all": "1", "drop": "1",
        "period_from": "2026-01-01", "period_to": "2026-01-02", "owner": office.head.pk, "due_on": "2026-12-01",
        "state": "planned", "order": "1",
    }  # fmt: skip
    for address in office.screens().values():
        assert browser.post(address, everything).status_code in {302, 403, 404, 405}
    assert snapshot(office) == before


def snapshot(office):
    """Everything a summary consists of."""
    return (
        list(Summary.objects.order_by("pk").values()),
        list(Theme.objects.order_by("pk").values()),
        list(Measure.objects.order_by("pk").values()),
        office.draft.chosen.count(),
        office.theme.voices.count(),
    )


def test_the_list_shows_only_ones_own(office, signed_in):
    many_summaries(1)
    address = reverse("feedback_staff:index")
    assert office.draft.title in signed_in(office.colleague).get(address).content.decode()
    page = signed_in(office.foreigner).get(address).content.decode()
    assert office.draft.title not in page
    assert "Підсумків ще немає" in page


def test_rows_of_another_summary_are_not_reached_through_ones_own(office, signed_in):
    browser = signed_in(office.foreigner)
    browser.post(reverse("feedback_staff:create"), about())
    own = Summary.objects.get(composed_by=office.foreigner)
    for name, more in (("theme", []), ("theme_delete", []), ("measure_add", []), ("measure", [office.measure.pk])):
        address = reverse(f"feedback_staff:{name}", args=[own.pk, office.theme.pk, *more])
        assert browser.get(address).status_code == 404
        assert browser.post(address, {}).status_code == 404


def test_foreign_cases_are_neither_shown_nor_moved(office, signed_in):
    foreign = make_suggestion(text="Лист до іншого відділу").case
    services.add_cases(office.draft, [foreign.pk], actor=office.head)
    browser = signed_in(office.composer)
    assert "Лист до іншого" not in browser.get(office.address("sort")).content.decode()
    assert "Лист до іншого" in signed_in(office.head).get(office.address("sort")).content.decode()
    browser.post(office.address("sort"), {"case": [foreign.pk], "theme": office.theme.pk})
    assert not office.theme.voices.filter(case=foreign.pk).exists()
    browser.post(office.address("sort"), {"case": [foreign.pk], "drop": "1"})
    assert office.draft.chosen.filter(case=foreign.pk).exists()
    browser.post(office.address("cases"), {"case": [make_suggestion().case.pk]})
    assert office.draft.chosen.count() == 5


# --- composing -----------------------------------------------------------------------------------------------------------


def about(**fields):
    """The form of a new summary."""
    return {"title": "Осінь", "period_from": "2026-09-01", "period_to": "2026-11-30", **fields}


def test_the_whole_way_on_the_screens(office, signed_in):
    browser, boss = signed_in(office.composer), signed_in(office.head)
    answer = browser.post(reverse("feedback_staff:create"), about(unit=office.unit.pk))
    summary = Summary.objects.get(title="Осінь")
    office.draft = summary
    assert answer.url == office.address("cases")
    assert office.cases[0].number in browser.get(answer.url).content.decode()
    browser.post(answer.url, {"all": "1"})
    assert summary.chosen.count() == 4
    theme = {"title": "Дороги", "said": "Ями.", "position": "accepted", "reason": "Залатаємо.", "order": "1"}
    browser.post(office.address("theme_add"), theme)
    made = summary.themes.get()
    browser.post(office.address("sort"), {"case": [case.pk for case in office.cases], "theme": made.pk})
    measure = {"text": "Залатати", "owner": office.composer.pk, "due_on": "2026-12-20", "state": "planned"}
    browser.post(office.address("measure_add", made.pk), measure)
    assert made.measures.get().owner_position == "Головний спеціаліст"
    for event, person in (("submit", browser), ("approve", boss), ("publish", boss)):
        assert event in person.get(office.address("screen")).content.decode()
        person.post(office.address("move", event))
    summary.refresh_from_db()
    assert summary.state == "published"
    assert browser.get(reverse("feedback:detail", args=[summary.slug])).status_code == 200


def test_a_form_with_mistakes_tells_them_beside_the_fields(office, signed_in):
    answer = signed_in(office.composer).post(
        reverse("feedback_staff:create"), {"title": "", "period_from": "2026-12-01", "period_to": "2026-11-01"}
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'id="id_title_error"' in page
    assert "Період закінчується раніше" in page


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"owner": ""}, "owner"),
        ({"state": "done", "done_on": ""}, "done_on"),
        ({"state": "done", "done_on": "2026-11-24"}, "done_on"),
        ({"due_on": "0001-01-01"}, "due_on"),
        ({"due_on": "9999-12-31"}, "due_on"),
        ({"text": "я" * 401}, "text"),
    ],
)
def test_a_measure_without_sense_is_refused(office, signed_in, fields, wrong):
    sent = {"text": "Залатати", "owner": office.composer.pk, "due_on": "2026-12-20", "state": "planned", **fields}
    answer = signed_in(office.composer).post(office.address("measure_add", office.theme.pk), sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [wrong])


def test_an_owner_without_a_position_is_not_named_in_public(office, signed_in):
    nameless = factories.official(unit=office.unit, position="")
    sent = {"text": "Залатати", "owner": nameless.pk, "due_on": "2026-12-20", "state": "planned"}
    answer = signed_in(office.composer).post(office.address("measure_add", office.theme.pk), sent)
    assert list(answer.context["form"].errors) == ["owner_position"]


@pytest.mark.parametrize("name", ["create", "theme_add", "measure_add"])
def test_a_double_click_makes_one(office, signed_in, name):
    browser = signed_in(office.composer)
    args = {"create": (), "theme_add": (office.draft.pk,), "measure_add": (office.draft.pk, office.theme.pk)}[name]
    address = reverse(f"feedback_staff:{name}", args=args)
    key = browser.get(address).context["form"]["key"].value()
    sent = {
        "create": about(),
        "theme_add": {"title": "Двічі", "said": "…", "order": "1"},
        "measure_add": {"text": "Двічі", "owner": office.head.pk, "due_on": "2026-12-20", "state": "planned"},
    }[name]
    before = [Summary.objects.count(), Theme.objects.count(), Measure.objects.count()]
    for _click in range(2):
        assert browser.post(address, {**sent, "key": key}).status_code == 302
    assert sum([Summary.objects.count(), Theme.objects.count(), Measure.objects.count()]) == sum(before) + 1


def test_deleting_asks_first(office, signed_in):
    browser = signed_in(office.composer)
    page = browser.get(office.address("theme_delete", office.theme.pk)).content.decode()
    assert "Черга" in page
    assert "4 голоси" in page
    assert "1 захід" in page
    assert Theme.objects.filter(pk=office.theme.pk).exists()
    browser.post(office.address("measure_delete", office.theme.pk, office.measure.pk))
    assert not Measure.objects.exists()
    browser.post(office.address("theme_delete", office.theme.pk))
    assert (office.draft.themes.count(), office.draft.chosen.count()) == (0, 4)
    assert browser.get(office.address("discard")).status_code == 200
    browser.post(office.address("discard"))
    assert not Summary.objects.filter(pk=office.draft.pk).exists()


def test_nothing_ticked_or_no_theme_is_told_and_ticks_are_kept(office, signed_in):
    browser = signed_in(office.composer)
    assert "Позначте хоча б одну справу." in browser.post(office.address("sort"), {}).content.decode()
    answer = browser.post(office.address("sort"), {"case": [office.cases[0].pk]})
    assert answer.status_code == 422
    assert "Виберіть тему." in answer.content.decode()
    assert f'id="case-{office.cases[0].pk}" checked' in answer.content.decode()


def test_all_found_are_sorted_at_once(office, signed_in):
    browser = signed_in(office.composer)
    many_cases(60, unit=office.unit)
    browser.post(office.address("cases") + "?all=1", {"all": "1"})
    assert "З усіма знайденими (64)" in browser.get(office.address("sort")).content.decode()
    browser.post(office.address("sort") + "?only=unsorted", {"all": "1", "theme": office.theme.pk})
    assert office.theme.voices.count() == 64


def test_the_second_page_keeps_the_period(office, signed_in):
    old = many_cases(1, unit=office.unit)[0]
    type(old).objects.filter(pk=old.pk).update(received_at=old.received_at - timedelta(days=900))
    many_cases(60, unit=office.unit)
    page = signed_in(office.composer).get(office.address("cases") + "?page=2")
    assert page.context["page_obj"].paginator.count == 60


# --- moving on -----------------------------------------------------------------------------------------------------------


def test_only_open_moves_are_drawn_and_a_late_one_is_told(office, signed_in):
    browser = signed_in(office.composer)
    assert office.address("move", "submit") in browser.get(office.address("screen")).content.decode()
    assert office.address("move", "approve") not in browser.get(office.address("screen")).content.decode()
    assert browser.get(office.address("move", "approve")).status_code == 404
    assert browser.get(office.address("move", "nonsense")).status_code == 404
    answer = browser.post(office.address("move", "approve"), follow=True)
    assert "Цього не можна зробити" in answer.content.decode()


def test_a_draft_with_gaps_is_told_what_is_missing(office, signed_in):
    office.theme.position = ""
    office.theme.save()
    answer = signed_in(office.composer).post(office.address("move", "submit"), follow=True)
    assert "не вибрано позицію" in answer.content.decode()


def test_a_double_click_on_a_move_is_no_mistake(office, signed_in):
    browser = signed_in(office.composer)
    for _click in range(2):
        answer = browser.post(office.address("move", "submit"), follow=True)
    assert "Цього не можна зробити" not in answer.content.decode()


def test_returning_asks_for_a_reason(office, signed_in):
    signed_in(office.composer).post(office.address("move", "submit"))
    boss = signed_in(office.head)
    answer = boss.post(office.address("move", "send_back"), {"reason": " "})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["reason"])
    boss.post(office.address("move", "send_back"), {"reason": "Додайте строк."})
    assert "Додайте строк." in signed_in(office.composer).get(office.address("screen")).content.decode()


@pytest.mark.parametrize("name", ["edit", "cases", "sort", "theme_add", "theme", "theme_delete", "measure", "discard"])
def test_what_went_to_the_head_is_changed_no_more(office, signed_in, name):
    services.submit(office.draft, actor=office.composer)
    before, address = snapshot(office), office.screens()[name]
    browser = signed_in(office.composer)
    for answer in (browser.get(address), browser.post(address, {**about(), "said": "…", "order": "1", "all": "1"})):
        assert answer.url == office.address("screen")
    assert snapshot(office) == before
    assert "стан підсумку змінився" in browser.get(office.address("screen")).content.decode()


def test_the_history_tells_who_did_what_in_all_versions(office, signed_in):
    browser = signed_in(office.composer)
    browser.post(office.address("edit"), about(title="Інакше", unit=office.unit.pk))
    browser.post(office.address("move", "submit"))
    services.publish(services.approve(office.draft, actor=office.head), actor=office.head)
    browser.post(office.address("move", "correct"), {"reason": "Помилка"})
    page = browser.get(office.address("history")).content.decode()
    for words in ("Розпочато підсумок", "Змінено текст", "Оприлюднено підсумок", "виправлену редакцію"):
        assert words in page
    assert office.head.name in page


def test_the_preview_is_the_page_to_be(office, signed_in):
    page = signed_in(office.press).get(office.address("preview")).content.decode()
    assert "Попередній перегляд" in page
    assert "Поставимо табло." in page
    assert 'content="noindex"' in page


def test_the_press_officer_writes_without_reading_letters(office, signed_in):
    browser = signed_in(office.press)
    page = browser.get(office.address("screen")).content.decode()
    assert office.address("cases") not in page
    sent = {"title": "Черга в залі", "said": "Довго.", "position": "partly", "reason": "Так.", "order": "1"}
    assert browser.post(office.address("theme", office.theme.pk), sent).status_code == 302
    assert Theme.objects.get(pk=office.theme.pk).title == "Черга в залі"
    answer = browser.post(reverse("feedback_staff:create"), about())
    assert answer.url == reverse("feedback_staff:screen", args=[Summary.objects.get(title="Осінь").pk])
