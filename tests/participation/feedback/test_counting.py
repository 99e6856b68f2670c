"""Contributions of which only the number is known, and the target line: small groups stay hidden in every version."""

import uuid
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from participation import sources
from participation.comments.services import comment, start_thread
from participation.feedback import services
from participation.feedback.commented import by_thread
from participation.feedback.editions import publishable
from participation.feedback.figures import count, for_public, tally_rows
from participation.feedback.models import Tally
from participation.feedback.rules import NotAllowed
from participation.feedback.target import shown
from participation.sources import Satisfaction, Source, Total
from tests.casework.making import make_request
from tests.factories import head, official, resident
from tests.participation.feedback.making import corrected, draft_over, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def appeals(monkeypatch):
    """A room that tells only how many appeals came; the number may be changed."""
    told = {"roads": 12}
    monkeypatch.setattr(sources, "_sources", dict(sources._sources))
    sources.register(
        Source("appeal", "Звернення", totals=lambda since, until: [Total("roads", "дороги", told["roads"])])
    )
    return told


# --- counted contributions -----------------------------------------------------------------------------------------------


def test_a_registered_total_counts_with_the_number_of_the_day(clock, appeals):
    summary, theme, _cases = draft_over(5)
    tally = services.count_in(summary, theme, "appeal:roads", actor=summary.composed_by)
    assert (str(tally), tally.source, tally.item) == ("Звернення: дороги: 12", "appeal", "roads")
    appeals["roads"] = 20
    services.count_in(summary, theme, "appeal:roads", actor=summary.composed_by)
    assert [tally.number for tally in theme.tallies.all()] == [20]


def test_what_nobody_offers_is_not_counted(clock, appeals):
    summary, theme, _cases = draft_over(5)
    for name in ("appeal:water", "", "nonsense"):
        with pytest.raises(NotAllowed):
            services.count_in(summary, theme, name, actor=summary.composed_by)
    with pytest.raises(NotAllowed):
        services.count_in(summary, theme, "appeal:roads", actor=official())


def test_numbers_stand_beside_voices_and_are_not_added(clock):
    summary, theme, _cases = draft_over(6)
    services.save_tally(theme, Tally(label="Журнал", number=30), actor=summary.composed_by)
    public = for_public(count(summary))
    assert (public["chosen"], public["themes"][0]["voices"]) == (6, 6)
    assert tally_rows(public["themes"][0]) == [("Журнал", "30")]


@pytest.mark.parametrize(("number", "words"), [(1, "<5"), (4, "<5"), (5, "5"), (300, "300")])
def test_a_small_number_is_hidden(clock, client, number, words):
    composer = official()
    summary, theme, _cases = draft_over(6, actor=composer)
    services.save_tally(theme, Tally(label="Журнал", number=number), actor=composer)
    assert tally_rows(for_public(count(summary))["themes"][0]) == [("Журнал", words)]


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [(12, 12, 12), (12, 13, None), (12, 17, 17), (3, 9, None), (3, 2, "small"), (0, 3, None), (0, 5, 5)],
)
def test_a_correction_tells_no_difference_of_a_few(was, now, told):
    key = str(uuid.uuid4())

    def figures(number):
        tallies = [{"key": "t", "label": "Журнал", "number": number}] if number else []
        theme = {"id": 1, "key": key, "title": "Т", "position": "accepted", "voices": 9, "channels": {"web": 9}}
        theme |= {"settlements": {"": 9}, "kinds": {"suggestion": 9}, "tallies": tallies}
        return {"chosen": 9, "answered": 9, "target": None, "themes": [theme]}

    first = publishable(figures(was), [])
    second = publishable(figures(now), [first], version=2)
    assert second["themes"][0]["tallies"][0]["number"] == told


def test_a_correction_copies_the_numbers_and_shows_what_changed(clock, client):
    composer = official()
    summary, theme, _cases = published(6, composer=composer)
    draft = services.correct(summary, actor=composer, reason="Додали звернення.")
    new_theme = draft.themes.get()
    services.save_tally(new_theme, Tally(label="Журнал звернень", number=40), actor=composer)
    assert new_theme.key == theme.key
    page = client.get
    from_preview = reverse("feedback:detail", args=[summary.slug])
    assert "Журнал звернень" not in page(from_preview).content.decode()


def test_the_correction_names_a_changed_number(clock, client):
    composer = official()
    summary, theme, _cases = draft_over(6, actor=composer)
    services.save_tally(theme, Tally(label="Журнал", number=40), actor=composer)
    summary = services.submit(summary, actor=composer)
    boss = head()
    summary = services.publish(services.approve(summary, actor=boss), actor=boss)
    corrected(summary, composer, change=lambda draft: Tally.objects.filter(theme__summary=draft).update(number=50))
    page = client.get(reverse("feedback:detail", args=[summary.slug])).content.decode()
    assert "Журнал: 40" in page
    assert "Журнал: 50" in page


def test_exports_have_the_numbers_and_the_kinds(clock, client):
    composer = official()
    summary, theme, _cases = draft_over(6, actor=composer)
    requests = [make_request(key=uuid.uuid4()).case for _place in range(5)]
    boss = head()
    services.add_cases(summary, [case.pk for case in requests], actor=boss)
    services.place_cases(summary, theme, [case.pk for case in requests], actor=boss)
    services.save_tally(theme, Tally(label="Журнал", number=3), actor=composer)
    summary = services.publish(services.approve(services.submit(summary, actor=composer), actor=boss), actor=boss)
    data = client.get(reverse("feedback:json", args=[summary.slug])).json()["themes"][0]
    assert data["kinds"] == {"request": 5, "suggestion": 6}
    assert data["tallies"][0]["number"] == "small"
    answer = client.get(reverse("feedback:csv", args=[summary.slug]))
    table = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "Журнал,<5" in table
    assert ",6\r\n" in table
    page = client.get(reverse("feedback:detail", args=[summary.slug])).content.decode()
    assert "За видом внеску" in page


def test_the_screen(clock, appeals, signed_in):
    summary, theme, _cases = draft_over(5)
    browser = signed_in(summary.composed_by)
    address = reverse("feedback_staff:tallies", args=[summary.pk, theme.pk])
    assert "дороги" in browser.get(address).content.decode()
    browser.post(address, {"count": "appeal:roads"})
    assert browser.post(address, {"own": "1", "label": "", "number": "x"}).status_code == 422
    key = str(uuid.uuid4())
    for _click in range(2):
        browser.post(address, {"own": "1", "label": "Журнал", "number": "7", "key": key})
    assert sorted(theme.tallies.values_list("number", flat=True)) == [7, 12]
    for broken in ("x", "9" * 30, "0"):
        assert browser.post(address, {"drop": broken}).status_code == 404
    browser.post(address, {"drop": theme.tallies.first().pk})
    assert theme.tallies.count() == 1
    browser.post(address, {"count": "nonsense"})
    assert theme.tallies.count() == 1


def test_comments_are_counted_by_discussion_and_never_read(clock):

    thread = start_thread("test", title="Бюджет")
    for place in range(3):
        comment(thread, actor=resident(), text=f"Думка {place}")
    today = timezone.localdate()
    assert by_thread(today, today) == [Total(str(thread.pk), "Бюджет", 3)]
    assert by_thread(today - timedelta(days=9), today - timedelta(days=1)) == []


# --- the target line -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "good", "percent", "is_met"),
    [
        (100, 95, 95, True),
        (100, 94, 94, False),
        (200, 190, 95, True),
        (1000, 949, 94, False),  # 94.9 % is not 95 %
        (40, 40, 100, True),
        (40, 38, None, True),  # two were not satisfied: a small group
        (40, 37, None, False),
        (40, 3, None, False),
        (40, 0, 0, False),
    ],
)
def test_the_target_hides_small_groups_on_both_sides(asked, good, percent, is_met):
    public = shown({"kind": "satisfied", "asked": asked, "good": good})
    assert (public["percent"], public["is_met"]) == (percent, is_met)
    assert (public["asked"] is None) is (percent is None)
    assert (public["good"] is None) is (percent is None)


@pytest.mark.parametrize("target", [None, {}, {"kind": "satisfied", "asked": 4, "good": 4}])
def test_there_is_no_target_over_nobody(target):
    assert shown(target) is None


@pytest.mark.parametrize(
    ("was", "now", "repeats"),
    [
        ((100, 90), (101, 91), True),
        ((100, 90), (110, 95), False),
        ((40, 38), (100, 90), True),
        ((100, 90), (100, 90), False),
    ],
)
def test_a_corrected_target_tells_of_nobody(was, now, repeats):
    def figures(asked, good):
        return {"chosen": 9, "answered": 9, "target": {"kind": "satisfied", "asked": asked, "good": good}, "themes": []}

    first = publishable(figures(*was), [])
    second = publishable(figures(*now), [first], version=2)
    assert (second["target"] == first["target"]) is (repeats or was == now)


def test_asked_people_come_before_the_offices_own_measure(clock, monkeypatch, client):
    monkeypatch.setattr(sources, "_satisfaction", [lambda since, until: Satisfaction(200, 194)])
    summary, _theme, _cases = published(5)
    assert summary.figures["target"] == {"kind": "satisfied", "asked": 200, "good": 194}
    page = client.get(reverse("feedback:detail", args=[summary.slug])).content.decode()
    assert "97 %" in page
    assert "95 %" in page


def test_without_a_survey_the_office_measures_itself(clock, client):
    for place in range(12):
        case = make_request(key=uuid.uuid4()).case
        type(case).objects.filter(pk=case.pk).update(answered_late=place >= 6)
    outside = make_request(key=uuid.uuid4()).case
    before = timezone.make_aware(datetime(2026, 9, 30, 23, 59))
    type(outside).objects.filter(pk=outside.pk).update(answered_late=True, received_at=before)
    summary, _theme, _cases = published(5)
    assert summary.period_from == date(2026, 10, 1)
    assert summary.figures["target"] == {"kind": "in_time", "asked": 12, "good": 6}
    page = client.get(reverse("feedback:detail", args=[summary.slug])).content.decode()
    assert "50 %" in page
