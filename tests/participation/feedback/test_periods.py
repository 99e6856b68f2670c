"""A summary beside the one of an earlier period: only what everybody may read of both."""

import json
from datetime import date

import pytest
from django.urls import reverse

from participation import sources
from participation.feedback import services
from participation.feedback.models import Summary
from participation.feedback.periods import beside, earlier_than
from participation.sources import Satisfaction
from tests.factories import head, official
from tests.participation.feedback.making import corrected, draft_over, measure_of, published

pytestmark = pytest.mark.django_db
SUMMER = {"period_from": date(2026, 6, 1), "period_to": date(2026, 8, 31)}


@pytest.fixture
def pair(clock):
    """The summer's published summary of seven, and the autumn's draft of nine that is compared with it."""
    composer = official()
    summer, theme, _cases = published(7, composer=composer)
    Summary.objects.filter(pk=summer.pk).update(**SUMMER)
    measure = measure_of(theme, head())
    services.record_update(measure, actor=measure.owner, state="done", text="Зроблено.")
    autumn, theme, _cases = draft_over(9, actor=composer)
    measure_of(theme, head())
    services.change_summary(autumn, actor=composer, compared_to=summer)
    return Summary.objects.get(pk=summer.pk), Summary.objects.get(pk=autumn.pk), composer


def publish(summary, composer):
    boss = head()
    return services.publish(services.approve(services.submit(summary, actor=composer), actor=boss), actor=boss)


def rows(summary):
    return {row["what"]: (row["was"], row["now"]) for row in beside(summary)["rows"]}


def test_both_periods_stand_side_by_side(pair, client):
    _summer, autumn, composer = pair
    autumn = publish(autumn, composer)
    assert rows(autumn) == {
        "Внески мешканців": ("7", "9"),
        "Відповідь надано": ("7", "9"),
        "Виконано заходів": ("1 з 1", "0 з 1"),
    }
    page = client.get(reverse("feedback:detail", args=[autumn.slug])).content.decode()
    assert "Порівняно з попереднім періодом" in page
    data = json.loads(client.get(reverse("feedback:json", args=[autumn.slug])).content)
    assert data["compared"]["rows"][0] == {"what": "Внески мешканців", "was": "7", "now": "9"}


def test_the_earlier_one_is_read_in_the_version_that_holds(pair):
    summer, autumn, composer = pair
    corrected(summer, composer, change=lambda draft: Summary.objects.filter(pk=draft.pk).update(title="Уточнене літо"))
    assert beside(publish(autumn, composer))["title"] == "Уточнене літо"


def test_a_small_period_stays_hidden(clock):
    composer = official()
    summer, _theme, _cases = published(3, composer=composer)
    Summary.objects.filter(pk=summer.pk).update(**SUMMER)
    autumn, _theme, _cases = draft_over(9, actor=composer)
    services.change_summary(autumn, actor=composer, compared_to=summer)
    assert rows(publish(autumn, composer))["Внески мешканців"] == ("<5", "9")


def test_shares_are_compared_only_where_both_are_told(pair, monkeypatch):
    _summer, autumn, composer = pair
    monkeypatch.setattr(sources, "_satisfaction", [lambda since, until: Satisfaction(100, 97)])
    autumn = publish(autumn, composer)  # three were not satisfied
    assert "%" not in str(rows(autumn))
    monkeypatch.setattr(sources, "_satisfaction", [lambda since, until: Satisfaction(1000, 970)])
    shown = corrected(autumn, composer, change=lambda draft: None)
    assert shown.figures["public"]["target"] == autumn.figures["public"]["target"]  # beside the hidden one


def test_only_ended_periods_are_offered(pair, signed_in):
    summer, autumn, composer = pair
    assert list(earlier_than(autumn)) == [summer]
    assert not earlier_than(summer).exists()
    sent = {"title": "Осінь", "period_from": "2026-08-31", "period_to": "2026-11-30", "compared_to": summer.pk}
    address = reverse("feedback_staff:edit", args=[autumn.pk])
    browser = signed_in(composer)
    assert browser.post(address, sent).status_code == 422
    assert browser.post(address, {**sent, "period_from": "2026-09-01"}).status_code == 302
    assert browser.post(address, {**sent, "compared_to": autumn.pk}).status_code == 422


def test_a_summary_compared_with_nothing_says_nothing(clock, client):
    summary, _theme, _cases = published(6)
    assert beside(summary) is None
    assert json.loads(client.get(reverse("feedback:json", args=[summary.slug])).content)["compared"] is None
