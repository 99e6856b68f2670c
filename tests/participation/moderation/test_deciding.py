"""Deciding, undoing, appealing: who may, what follows, who is told."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.models import Letter
from participation.moderation import kinds, rules, services
from participation.moderation.enums import MOVES, AppealState, Outcome, State, Verb
from participation.moderation.errors import NotAllowed
from participation.moderation.models import Appeal, Contribution, Decision
from participation.statute.models import StatuteParameter
from tests.factories import desk_operator, editor, head, official, press_officer, resident
from tests.participation.moderation.making import hidden, reported, settled_resident, written

pytestmark = pytest.mark.django_db

REASONS = {"keep": "", "hold": "spam", "hide": "spam", "restore": "mistake"}
ROLES = {
    "press_officer": (press_officer, True),
    "head": (head, True),
    "editor": (editor, True),
    "official": (official, False),
    "desk_operator": (desk_operator, False),
    "resident": (resident, False),
}


def put_into(row, state):
    """Set a state directly."""
    row.state, row.waits_since = state, timezone.now() if state == "held" else None
    row.save()
    return row


def letters(person, kind):
    return Letter.objects.filter(recipient=person.email, kind=f"moderation/{kind}")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("verb", MOVES)
@pytest.mark.parametrize("state", State.values)
def test_every_pair_of_state_and_verb_works_for_moderators_and_is_refused_otherwise(clock, state, verb, role):
    make, may = ROLES[role]
    row, actor = put_into(written(), state), make()
    sources, target = MOVES[verb]
    if may and state in sources:
        decision = services.decide(row, verb, actor=actor, reason=REASONS[verb])
        row.refresh_from_db()
        assert (row.state, decision.from_state, decision.to_state) == (target, state, target)
        assert bool(row.waits_since) == (target == "held")
    else:
        with pytest.raises(NotAllowed):
            services.decide(row, verb, actor=actor, reason=REASONS[verb])
        row.refresh_from_db()
        assert row.state == state
        assert not row.decisions.exists()


@pytest.mark.parametrize("verb", MOVES)
def test_own_words_are_not_moderated_by_their_author(verb):
    author = head()
    row = put_into(written(author), next(iter(MOVES[verb][0])))
    with pytest.raises(NotAllowed):
        services.decide(row, verb, actor=author, reason=REASONS[verb])
    assert rules.allowed(row, author) == []


def test_the_database_itself_refuses_a_decision_about_own_words():
    author = head()
    row = written(author)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(
            contribution=row, verb="keep", from_state="visible", to_state="visible", actor=author, author=author
        )


def test_co_authors_count_as_authors_when_the_kind_says_so(monkeypatch):
    friend = press_officer()
    kind = kinds.Kind("with-friends", "Річ", "Речі", is_own=lambda row, user: user.pk == friend.pk)
    monkeypatch.setitem(kinds._kinds, "with-friends", kind)
    row = services.open_contribution("with-friends", author=resident(), text="Разом")
    with pytest.raises(NotAllowed):
        services.decide(row, "hide", actor=friend, reason="spam")
    with pytest.raises(NotAllowed):
        services.report(row, actor=friend, reason="spam")


@pytest.mark.parametrize(("verb", "reason"), [("hide", ""), ("hide", "mistake"), ("hold", "so"), ("hide", "other")])
def test_a_reason_comes_from_the_list_and_another_breach_is_explained(verb, reason):
    with pytest.raises(NotAllowed):
        services.decide(written(), verb, actor=head(), reason=reason)


def test_the_author_is_told_what_was_hidden_why_and_where_to_appeal(clock):
    author, moderator = resident(), head()
    row, decision = hidden(author, by=moderator, explanation="Без образ, будь ласка.")
    (letter,) = letters(author, "decided")
    for words in ("Образа", "Без образ, будь ласка.", f"/uchast/moderatsiia/oskarzhennia/{decision.pk}/", row.text):
        assert words in letter.text
    assert moderator.name not in letter.text


def test_reporters_are_told_what_came_of_it(clock):
    row = reported(written(), 2)
    services.decide(row, "keep", actor=head())
    assert Letter.objects.filter(kind="moderation/report_answered").count() == 2
    assert set(row.reports.values_list("outcome", flat=True)) == {Outcome.GROUNDLESS}
    assert not Letter.objects.filter(kind="moderation/decided").exists()  # nothing changed for the author


def test_the_room_hears_of_every_change_of_state(monkeypatch):
    heard = []
    kind = kinds.Kind("heard", "Річ", "Речі", on_change=lambda row: heard.append(row.state))
    monkeypatch.setitem(kinds._kinds, "heard", kind)
    row = services.open_contribution("heard", author=resident(), text="Слово")
    decision = services.decide(row, "hide", actor=head(), reason="spam")
    services.undo(decision, actor=press_officer())
    services.decide(row, "keep", actor=head())
    services.withdraw(row)
    assert heard == ["hidden", "visible", "visible"]


def test_undo_puts_back_state_and_reports_and_is_itself_kept(clock):
    row = reported(written(), 2)
    decision = services.decide(row, "hide", actor=head(), reason="insult")
    clock.shift(timedelta(minutes=5))
    undone = services.undo(decision, actor=press_officer())
    row.refresh_from_db()
    assert (row.state, row.reports_open, undone.undoes) == ("visible", 2, decision)
    assert row.waits_since
    assert [each.verb for each in row.decisions.all()] == ["undo", "hide"]
    with pytest.raises(NotAllowed):
        services.undo(decision, actor=press_officer())


def test_only_the_latest_decision_is_undone_and_never_ones_own_words(clock):
    author, moderator = head(), press_officer()
    row = written(author)
    first = services.decide(row, "hold", actor=moderator, reason="spam")
    clock.shift(timedelta(minutes=1))
    second = services.decide(row, "hide", actor=moderator, reason="spam")
    with pytest.raises(NotAllowed):
        services.undo(first, actor=moderator)
    with pytest.raises(NotAllowed):
        services.undo(second, actor=author)
    services.undo(second, actor=moderator)
    row.refresh_from_db()
    assert row.state == "held"


def test_several_are_decided_at_once_and_undone_at_once(clock):
    moderator = head()
    rows = [reported(written()), reported(written()), reported(written(moderator))]
    made, refused = services.decide_many(rows, "hide", actor=moderator, reason="spam")
    assert (len(made), [row for row, _why in refused]) == (2, [rows[2]])
    assert services.undo_batch(made[0].batch, actor=moderator) == 2
    assert Contribution.objects.filter(state="visible", reports_open=1).count() == 3


def test_an_appeal_is_answered_by_another_person_who_brings_the_text_back(clock):
    author, first, second = resident(), head(), press_officer()
    row, decision = hidden(author, by=first)
    appeal = services.appeal(decision, actor=author, text="Це цитата з відповіді.")
    row.refresh_from_db()
    assert row.waits_since
    assert appeal.due_on.isoformat() == "2026-11-30"
    for wrong in (first, author, desk_operator()):
        with pytest.raises(NotAllowed):
            services.decide_appeal(appeal, actor=wrong, upheld=True, answer="Так")
    services.decide_appeal(appeal, actor=second, upheld=True, answer="Ви маєте рацію.")
    row.refresh_from_db()
    assert (row.state, row.waits_since) == ("visible", None)
    assert "Ви маєте рацію." in letters(author, "appeal_answered").get().text
    assert letters(author, "decided").count() == 1  # the answer tells that it is back


def test_the_database_refuses_an_answer_of_the_one_who_decided(clock):
    author, first = resident(), head()
    _row, decision = hidden(author, by=first)
    appeal = services.appeal(decision, actor=author, text="Ні")
    for wrong in (first, author):
        with pytest.raises(IntegrityError), transaction.atomic():
            Appeal.objects.filter(pk=appeal.pk).update(state="rejected", decided_by=wrong)


def test_whoever_lost_an_appeal_does_not_hide_the_same_text_again(clock):
    author, first, second = resident(), head(), press_officer()
    row, decision = hidden(author, by=first)
    appeal = services.appeal(decision, actor=author, text="Ні")
    services.decide_appeal(appeal, actor=second, upheld=True, answer="Так")
    latest = row.decisions.first()
    with pytest.raises(NotAllowed):
        services.decide(row, "hide", actor=first, reason="spam")
    with pytest.raises(NotAllowed):
        services.undo(latest, actor=first)
    services.retext(row, text="Зовсім інші слова")
    services.decide(row, "hide", actor=first, reason="spam")


def test_an_appeal_that_is_rejected_leaves_the_text_hidden(clock):
    author = resident()
    row, decision = hidden(author, by=head())
    appeal = services.appeal(decision, actor=author, text="Ні")
    with pytest.raises(NotAllowed):
        services.decide_appeal(appeal, actor=press_officer(), upheld=False, answer=" ")
    services.decide_appeal(appeal, actor=press_officer(), upheld=False, answer="Образа лишається образою.")
    row.refresh_from_db()
    assert (row.state, row.waits_since) == ("hidden", None)
    with pytest.raises(NotAllowed):
        services.appeal(decision, actor=author, text="Ще раз")


def test_only_the_author_appeals_once_within_the_term(clock):
    author = resident()
    _row, decision = hidden(author, by=head())
    for stranger in (resident(), AnonymousUser()):
        assert rules.why_not_appeal(decision, stranger)
    clock.shift(timedelta(days=31))
    assert rules.why_not_appeal(decision, author)
    StatuteParameter.objects.create(
        key="moderation-appeal", value=60, unit="calendar_day", act="Рішення", valid_from="2026-01-01"
    )
    assert not rules.why_not_appeal(decision, author)


def test_an_undone_decision_needs_no_answer_to_its_appeal(clock):
    author, moderator = resident(), head()
    row, decision = hidden(author, by=moderator)
    appeal = services.appeal(decision, actor=author, text="Ні")
    services.undo(decision, actor=moderator)
    appeal.refresh_from_db()
    row.refresh_from_db()
    assert (appeal.state, row.waits_since) == (AppealState.LAPSED, None)


def test_new_accounts_post_no_links_but_settled_ones_and_staff_do(clock):
    words = "Читайте на https://spam.example сьогодні"
    assert rules.links_in_first_posts(resident(), words)
    assert rules.links_in_first_posts(resident(date_joined=timezone.now() - timedelta(days=60)), words)
    assert rules.links_in_first_posts(AnonymousUser(), words)
    assert not rules.links_in_first_posts(settled_resident(), words)
    assert not rules.links_in_first_posts(resident(verification="desk"), words)
    assert not rules.links_in_first_posts(official(), words)
    assert not rules.links_in_first_posts(resident(), "Без посилань, ст.114 та вул.Шевченка, 1.5 км")


LINKS = (
    "http://a.example",
    "www.сайт.укр",
    "t.me/spam",
    "пишіть на spam-site.com.ua!",
    "ｅｘａｍｐｌｅ．ｃｏｍ",
    "наш-сайт.укр",
)
NO_LINKS = ("лист на olena@example.org", "файл звіт.pdf і plan.docx", "о 10.30", "т.зв. лавки", "див. п.2.1")


@pytest.mark.parametrize("words", LINKS)
def test_a_link_is_seen(words):
    assert rules.has_link(words)


@pytest.mark.parametrize("words", NO_LINKS)
def test_other_dots_are_no_links(words):
    assert not rules.has_link(words)


def test_verbs_are_named_as_the_table_says():
    assert set(MOVES) == set(Verb) - {Verb.UNDO}
