"""Writing, answering, changing, taking back; counts follow what is in view."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from accounts import mydata
from participation.comments import kinds, services
from participation.comments.kinds import ThreadKind
from participation.comments.models import Comment, Version
from participation.comments.reading import counts_by_anchor
from participation.moderation import services as moderation
from participation.moderation.errors import NotAllowed
from participation.moderation.models import Contribution
from tests.factories import head, official, resident

pytestmark = pytest.mark.django_db


@pytest.fixture
def thread():
    """An open discussion."""
    return services.start_thread("test", title="Лавки біля школи", address="/uchast/")


def write(thread, text="Підтримую.", **fields):
    fields.setdefault("actor", resident())
    return services.comment(thread, text=text, **fields)


def test_a_comment_is_words_that_moderators_know(thread):
    author = resident(name="Ганна Коваленко")
    made = write(thread, actor=author, anchor="p-3")
    contribution = made.contribution
    assert (contribution.kind, contribution.author, contribution.text) == ("comment", author, "Підтримую.")
    assert contribution.address == f"/uchast/komentari/{made.pk}/" == Contribution.objects.get().address
    assert (made.author_name, made.root, made.anchor) == ("Ганна Коваленко", None, "p-3")
    thread.refresh_from_db()
    assert thread.comment_count == 1


def test_answers_stand_in_one_branch_and_are_counted(thread):
    first = write(thread, anchor="p-1")
    answer = write(thread, "Згода", parent=first)
    deeper = write(thread, "А я ні", parent=answer)
    assert (answer.root, deeper.root, deeper.parent, deeper.anchor) == (first, first, answer, "p-1")
    first.refresh_from_db()
    answer.refresh_from_db()
    assert (first.reply_count, answer.reply_count) == (2, 1)
    assert counts_by_anchor(thread) == {"p-1": 3}


def test_a_second_click_writes_nothing_twice(thread, clock):
    author = resident()
    first = write(thread, actor=author)
    assert write(thread, actor=author) == first
    clock.shift(timedelta(hours=1))
    assert write(thread, actor=author) != first


def test_counts_follow_the_moderators(thread, clock):
    first = write(thread, anchor="p-1")
    answer = write(thread, parent=first)
    decision = moderation.decide(answer.contribution, "hide", actor=head(), reason="insult")
    first.refresh_from_db()
    thread.refresh_from_db()
    assert (first.reply_count, thread.comment_count, counts_by_anchor(thread)) == (0, 1, {"p-1": 1})
    moderation.undo(decision, actor=head())
    first.refresh_from_db()
    thread.refresh_from_db()
    assert (first.reply_count, thread.comment_count) == (1, 2)


def test_nobody_writes_where_it_is_closed_or_without_an_account(thread, clock):
    with pytest.raises(NotAllowed):
        write(thread, actor=AnonymousUser())
    with pytest.raises(NotAllowed):
        write(thread, " \u200b ")
    with pytest.raises(NotAllowed):
        write(thread, "я" * 3001)
    until = services.start_thread("test", title="До обіду", closes_at=timezone.now() + timedelta(hours=1))
    write(until)
    clock.shift(timedelta(hours=2))
    with pytest.raises(NotAllowed):
        write(until)
    services.close_thread(thread)
    with pytest.raises(NotAllowed):
        write(thread)
    services.open_thread(thread)
    write(thread)


def test_the_room_says_who_reads_and_writes(thread, monkeypatch):
    closed = ThreadKind("test", may_read=lambda thread, user: user.is_official_staff, why_closed=lambda *pair: "")
    monkeypatch.setitem(kinds._kinds, "test", closed)
    with pytest.raises(NotAllowed):
        write(thread)
    write(thread, actor=official())
    shut = ThreadKind("test", why_closed=lambda thread, user: "Лише для учасників групи.")
    monkeypatch.setitem(kinds._kinds, "test", shut)
    with pytest.raises(NotAllowed, match="Лише для учасників"):
        write(thread)


def test_only_employees_answer_officially_with_their_position(thread):
    with pytest.raises(NotAllowed):
        write(thread, is_official=True)
    made = write(thread, actor=official(position="Головний спеціаліст"), is_official=True)
    assert (made.is_official, made.position) == (True, "Головний спеціаліст")
    assert write(thread, actor=official()).position == ""


def test_first_posts_hold_no_links(thread):
    with pytest.raises(NotAllowed):
        write(thread, "Купуйте на https://spam.example")
    write(thread, "Деталі на https://gov.example", actor=official())


def test_the_author_changes_it_for_half_an_hour_and_the_text_before_is_kept(thread, clock):
    author = resident()
    made = write(thread, actor=author)
    moderation.decide(made.contribution, "keep", actor=head())
    clock.shift(timedelta(minutes=29))
    changed = services.edit(made, actor=author, text="Підтримую, але влітку.")
    assert (changed.text, changed.contribution.text) == ("Підтримую, але влітку.", "Підтримую.")
    contribution = Contribution.objects.get(pk=made.contribution_id)
    assert (contribution.text, contribution.reviewed_at) == ("Підтримую, але влітку.", None)
    assert [version.text for version in made.versions.all()] == ["Підтримую."]
    for person in (resident(), head()):
        with pytest.raises(NotAllowed):
            services.edit(made, actor=person, text="Чуже")
    with pytest.raises(NotAllowed):
        services.edit(made, actor=author, text="Дивіться www.spam.example")
    clock.shift(timedelta(minutes=2))
    with pytest.raises(NotAllowed):
        services.edit(made, actor=author, text="Пізно")


def test_a_hidden_comment_is_not_changed(thread, clock):
    author = resident()
    made = write(thread, actor=author)
    moderation.decide(made.contribution, "hide", actor=head(), reason="insult")
    with pytest.raises(NotAllowed):
        services.edit(made, actor=author, text="Інше")


def test_a_comment_taken_back_leaves_no_words_and_keeps_its_answers(thread, clock):
    author = resident()
    made = write(thread, actor=author)
    answer = write(thread, parent=made)
    services.edit(made, actor=author, text="Інше")
    with pytest.raises(NotAllowed):
        services.withdraw(made, actor=resident())
    gone = services.withdraw(made, actor=author)
    assert gone.is_withdrawn
    assert gone.text == ""
    assert not Version.objects.exists()
    assert Contribution.objects.get(pk=made.contribution_id).text == ""
    thread.refresh_from_db()
    assert thread.comment_count == 1
    assert list(Comment.objects.shown()) == [answer]
    with pytest.raises(NotAllowed):
        services.withdraw(made, actor=author)
    with pytest.raises(NotAllowed):
        write(thread, parent=made)


def test_reported_words_taken_back_stay_for_moderators_only(thread, clock):
    author = resident()
    made = write(thread, "Погроза", actor=author)
    moderation.report(made.contribution, actor=resident(), reason="insult")
    services.withdraw(made, actor=author)
    made.refresh_from_db()
    assert (made.text, Contribution.objects.get(pk=made.contribution_id).text) == ("", "Погроза")


def test_my_data_hold_comments_and_lose_the_name(thread, clock):
    author = resident(name="Ганна")
    made = write(thread, actor=author)
    services.edit(made, actor=author, text="Інше")
    hidden = write(thread, "Лайка", actor=author)
    moderation.decide(hidden.contribution, "hide", actor=head(), reason="insult")
    held = mydata.export(author)["comments"]
    assert [line["text"] for line in held] == ["Інше", "Лайка"]
    assert held[0]["earlier"][0]["text"] == "Підтримую."
    mydata.erase(author)
    made.refresh_from_db()
    hidden.refresh_from_db()
    assert (made.text, made.author_name, hidden.text) == ("Інше", "", "")
    assert not Version.objects.exists()
