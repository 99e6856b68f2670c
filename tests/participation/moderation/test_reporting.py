"""Reports, holding by their number, the daily letter."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from core.models import Letter
from participation.moderation import services
from participation.moderation.enums import Outcome
from participation.moderation.errors import NotAllowed
from participation.moderation.models import Report
from participation.moderation.reading import moderators
from participation.statute.models import StatuteParameter
from tests.factories import desk_operator, editor, head, official, press_officer, resident, superuser
from tests.participation.moderation.making import reported, written

pytestmark = pytest.mark.django_db


def test_a_report_puts_the_words_into_the_queue_and_leaves_them_in_view(clock):
    row = reported(written())
    assert (row.state, row.reports_open) == ("visible", 1)
    assert row.waits_since


def test_a_person_reports_once_until_it_is_answered(clock):
    row, person = written(), resident()
    first = services.report(row, actor=person, reason="spam")
    assert services.report(row, actor=person, reason="insult") == first
    services.decide(row, "keep", actor=head())
    assert services.report(row, actor=person, reason="insult") != first
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(contribution=row, reporter=person, reason="spam")


def test_own_words_hidden_words_and_unknown_reasons_are_not_reported():
    author = resident()
    row = written(author)
    with pytest.raises(NotAllowed):
        services.report(row, actor=author, reason="spam")
    with pytest.raises(NotAllowed):
        services.report(row, actor=resident(), reason="dislike")
    services.decide(row, "hide", actor=head(), reason="spam")
    with pytest.raises(NotAllowed):
        services.report(row, actor=resident(), reason="spam")


def test_three_different_people_hold_the_words_until_a_moderator_looks(clock):
    row = reported(written(), 2)
    assert row.state == "visible"
    row = reported(row)
    assert row.state == "held"
    decision = row.decisions.get()
    assert (decision.verb, decision.actor) == ("hold", None)
    letter = Letter.objects.get(recipient=row.author.email, kind="moderation/decided")
    assert f"/oskarzhennia/{decision.pk}/" in letter.text


def test_the_number_is_one_of_the_statute(clock):
    StatuteParameter.objects.create(
        key="moderation-hold", value=5, unit="people", act="Рішення", valid_from="2026-01-01"
    )
    assert reported(written(), 4).state == "visible"
    assert reported(written(), 5).state == "held"


def test_strangers_reach_the_queue_but_hold_nothing(clock):
    row = written()
    for _time in range(5):
        services.report(row, actor=AnonymousUser(), reason="spam")
    row.refresh_from_db()
    assert (row.state, row.reports_open) == ("visible", 5)


def test_a_crowd_does_not_overrule_a_moderator_until_the_words_change(clock):
    row = written()
    services.decide(row, "keep", actor=head())
    assert reported(row, 6).state == "visible"
    services.retext(row, text="Інші слова")
    assert reported(row).state == "held"


def test_an_appeal_against_the_machine_is_answered_by_any_moderator(clock):
    row = reported(written(), 3)
    appeal = services.appeal(row.decisions.get(), actor=row.author, text="Нічого такого")
    services.decide_appeal(appeal, actor=head(), upheld=True, answer="Порушення немає")
    row.refresh_from_db()
    assert (row.state, row.reports_open, row.waits_since) == ("visible", 0, None)


def test_words_taken_back_leave_the_queue(clock):
    row = reported(written(), 3)
    services.appeal(row.decisions.get(), actor=row.author, text="Ні")
    services.withdraw(row)
    row.refresh_from_db()
    assert (row.waits_since, row.reports_open) == (None, 0)
    assert set(row.reports.values_list("outcome", flat=True)) == {Outcome.LAPSED}


def test_words_held_before_publication_wait_and_are_let_through(clock):
    row = written(held=True)
    assert row.waits_since
    assert not row.is_shown
    assert row.is_shown_to(row.author)
    services.decide(row, "keep", actor=head())
    row.refresh_from_db()
    assert row.is_shown
    assert Letter.objects.filter(recipient=row.author.email, kind="moderation/decided").exists()


def test_moderators_are_those_with_the_right(clock):
    able = {press_officer().pk, head().pk, editor().pk}
    desk_operator(), official(), resident(), superuser()
    assert set(moderators().values_list("pk", flat=True)) == able


def test_the_daily_letter_goes_to_moderators_once_a_working_day_when_something_waits(clock):
    people = [head(), press_officer()]
    assert services.send_digest() == 0
    reported(written())
    reported(written(), 3)
    assert services.send_digest() == 2
    services.send_digest()
    letters = Letter.objects.filter(kind="moderation/digest")
    assert {letter.recipient for letter in letters} == {person.email for person in people}
    assert letters.count() == 2
    assert "2" in letters[0].subject
    clock.shift(timedelta(days=1, hours=-4))
    assert services.send_digest() == 0  # six in the morning
    clock.shift(timedelta(hours=4))
    assert services.send_digest() == 2
    assert letters.count() == 4


def test_the_daily_letter_rests_on_weekends(clock):
    head()
    reported(written())
    clock.shift(timedelta(days=5))
    assert services.send_digest() == 0
