"""Moderators, reporters and writers who press at the same moment."""

import pytest

from participation.comments import services as comments
from participation.comments.models import Comment
from participation.moderation import services
from participation.moderation.errors import NotAllowed
from participation.moderation.models import Decision
from tests.casework.test_races import THREADS, together
from tests.factories import head, press_officer, resident
from tests.participation.moderation.making import written

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.races]


def test_reports_in_a_rush_hold_the_words_once_and_none_is_lost():
    row, people = written(), [resident() for _place in range(THREADS)]
    results = together(lambda place: services.report(row, actor=people[place], reason="insult"))
    row.refresh_from_db()
    reports = [result for result in results if not isinstance(result, Exception)]
    assert all(isinstance(result, NotAllowed) for result in results if isinstance(result, Exception))
    assert (row.state, row.reports_open, Decision.objects.count()) == ("held", len(reports), 1)


def test_one_of_many_decisions_wins_and_one_of_many_undoings():
    row, moderators = written(), [head(), press_officer()]
    results = together(lambda place: services.decide(row, "hide", actor=moderators[place % 2], reason="spam"))
    (decision,) = [result for result in results if isinstance(result, Decision)]
    assert sum(isinstance(result, NotAllowed) for result in results) == THREADS - 1
    results = together(lambda place: services.undo(decision, actor=moderators[place % 2]))
    assert sum(isinstance(result, Decision) for result in results) == 1
    assert row.decisions.count() == 2


def test_comments_in_a_rush_are_all_counted_and_a_double_click_is_one():
    thread, people = comments.start_thread("test", title="Лавки"), [resident() for _place in range(THREADS)]
    root = comments.comment(thread, actor=people[0], text="Перший")
    together(lambda place: comments.comment(thread, actor=people[place // 2], text="Згода", parent=root))
    thread.refresh_from_db()
    root.refresh_from_db()
    assert Comment.objects.count() == thread.comment_count == THREADS // 2 + 1
    assert root.reply_count == THREADS // 2
