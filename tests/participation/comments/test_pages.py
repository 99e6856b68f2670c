"""The discussion on a page, the pages of one comment, and what a thousand comments cost."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from participation.comments import kinds, services
from participation.comments.kinds import ThreadKind
from participation.comments.models import Comment
from participation.comments.reading import ANSWERS_PER_PAGE, ANSWERS_SHOWN, PER_PAGE, listing
from participation.moderation import services as moderation
from participation.moderation.models import Contribution
from tests.factories import head, official, resident
from tests.support.many import many
from tests.support.queries import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def thread():
    """An open discussion that stands on the hub."""
    return services.start_thread("test", title="Лавки біля школи", address="/uchast/")


def write(thread, text="Підтримую.", **fields):
    fields.setdefault("actor", resident())
    return services.comment(thread, text=text, **fields)


def many_comments(thread, number, author, *, root=None):
    """Comments past the verbs: rows in a few statements."""
    moment = timezone.now()
    words = many(Contribution, number, kind="comment", author=author, text="Слово", created_at=moment)
    left = iter(words)
    return many(
        Comment,
        number,
        thread=thread,
        parent=root,
        root=root,
        contribution=lambda n: next(left),
        author=author,
        author_name="Людина",
        text=lambda n: f"Слово {n}",
        created_at=lambda n: moment - timedelta(minutes=n),
    )


def page_of(thread, user=None, query="", anchor=None):
    """(listing, html) as a room's page prints it."""
    request = RequestFactory().get(f"/uchast/?{query}")
    request.user = user or AnonymousUser()
    found = listing(thread, request, anchor=anchor)
    return found, render_to_string("comments/thread.html", {"listing": found})


def shown(found):
    return [entry.comment.text for entry in found.entries]


def test_comments_stand_in_the_order_asked_for(thread, clock):
    first = write(thread, "Перший")
    clock.shift(timedelta(minutes=1))
    write(thread, "Другий")
    clock.shift(timedelta(minutes=1))
    write(thread, "Відповідь", parent=first)
    assert shown(page_of(thread)[0]) == ["Другий", "Перший"]
    assert shown(page_of(thread, query="sort=oldest")[0]) == ["Перший", "Другий"]
    assert shown(page_of(thread, query="sort=answered")[0]) == ["Перший", "Другий"]
    assert shown(page_of(thread, query="sort=щось&page=x")[0]) == ["Другий", "Перший"]


def test_a_stranger_is_asked_to_sign_in_and_a_resident_gets_the_form(thread):
    assert "/login/?next=/uchast/" in page_of(thread)[1]
    html = page_of(thread, resident())[1]
    assert 'name="text"' in html
    assert "csrfmiddlewaretoken" in html
    services.close_thread(thread)
    assert 'name="text"' not in page_of(thread, resident())[1]


def test_official_comments_are_marked_with_the_position(thread):
    write(thread, actor=official(position="Головна архітекторка"), is_official=True)
    html = page_of(thread)[1]
    assert "comment--official" in html
    assert "Головна архітекторка" in html


def test_a_hidden_comment_is_a_line_where_it_has_answers_and_nothing_where_it_has_none(thread):
    author, moderator = resident(), head()
    answered, alone = write(thread, "Лайка перша", actor=author), write(thread, "Лайка друга", actor=author)
    write(thread, "Не лайтеся", parent=answered)
    for row in (answered, alone):
        moderation.decide(row.contribution, "hide", actor=moderator, reason="insult")
    found, html = page_of(thread)
    assert len(found.entries) == 1
    assert "Лайка" not in html
    assert "Не лайтеся" in html
    own, html = page_of(thread, author)
    assert len(own.entries) == 2
    assert html.count("/oskarzhennia/") == 2


def test_the_page_of_one_place_has_only_its_comments(thread):
    write(thread, "Про перший пункт", anchor="p-1")
    write(thread, "Про другий", anchor="p-2")
    found, _html = page_of(thread, anchor="p-1")
    assert shown(found) == ["Про перший пункт"]
    assert found.total == 1


def test_a_thousand_comments_cost_as_many_queries_as_twenty(thread, clock):
    author, reader = resident(), resident()
    roots = many_comments(thread, 30, author)
    many_comments(thread, 10, author, root=roots[0])
    page_of(thread, reader)
    few = len(queries_of(lambda: page_of(thread, reader)))
    many_comments(thread, 970, author)
    for root in roots[:5]:
        many_comments(thread, 40, author, root=root)
    found = []
    assert len(queries_of(lambda: found.append(page_of(thread, reader)[0]))) == few <= 6
    assert len(found[0].entries) == PER_PAGE
    branches = page_of(thread, reader, "sort=oldest&page=50")[0]
    assert max(len(entry.answers) for entry in branches.entries) <= ANSWERS_SHOWN


def test_a_long_branch_is_read_by_pages_and_a_link_finds_its_comment(thread, client, clock):
    author = resident()
    root = write(thread, actor=author)
    answers = many_comments(thread, ANSWERS_PER_PAGE + 5, author, root=root)
    services.recount(answers[0])
    oldest, latest = answers[-1], answers[0]
    page = client.get(reverse("comments:comment", args=[latest.pk]))
    assert page.status_code == 302
    assert f"page=2#comment-{latest.pk}" in page["Location"]
    assert client.get(reverse("comments:comment", args=[oldest.pk])).status_code == 200
    first = client.get(reverse("comments:comment", args=[root.pk]))
    assert len(first.context["page_obj"].object_list) == ANSWERS_PER_PAGE


def test_a_resident_writes_answers_changes_and_takes_back_without_scripts(thread, signed_in):
    author = resident()
    client = signed_in(author)
    page = reverse("comments:write", args=[thread.pk])
    assert client.post(page, {"text": " "}).status_code == 422
    sent = client.post(page, {"text": "Лавки потрібні", "next": "/uchast/"})
    made = Comment.objects.get()
    assert sent["Location"] == f"/uchast/?sort=newest#comment-{made.pk}"
    answer = reverse("comments:answer", args=[thread.pk, made.pk])
    assert "Лавки потрібні" in client.get(answer).content.decode()
    client.post(answer, {"text": "І смітник"})
    assert Comment.objects.get(parent=made).text == "І смітник"
    edit = reverse("comments:edit", args=[made.pk])
    assert client.post(edit, {"text": ""}).status_code == 422
    client.post(edit, {"text": "Лавки дуже потрібні"})
    assert "Лавки потрібні" in client.get(reverse("comments:history", args=[made.pk])).content.decode()
    back = reverse("comments:withdraw", args=[made.pk])
    assert client.get(back).status_code == 200
    client.post(back)
    html = client.get(reverse("comments:comment", args=[made.pk])).content.decode()
    assert "Лавки" not in html.split("<main")[1].split("page-head")[1].split("</header>")[1]
    assert "І смітник" in html


def test_what_a_new_account_typed_comes_back_with_the_reason(thread, signed_in):
    words = "Дивіться https://spam.example"
    answer = signed_in(resident()).post(reverse("comments:write", args=[thread.pk]), {"text": words})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Comment.objects.exists()


@pytest.mark.parametrize("place", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_writing_leads_to_no_other_site(thread, signed_in, place):
    sent = signed_in(resident()).post(
        reverse("comments:write", args=[thread.pk]), {"text": f"Слово {place[:2]}", "next": place}
    )
    assert sent.status_code != 302 or sent["Location"].startswith("/uchast/")


def test_writing_has_a_limit_and_keeps_the_words(thread, signed_in, clock):
    client, page = signed_in(official()), reverse("comments:write", args=[thread.pk])
    for number in range(30):
        assert client.post(page, {"text": f"Слово {number}"}).status_code == 302
    late = client.post(page, {"text": "Тридцять перше"})
    assert late.status_code == 422
    assert "Тридцять перше" in late.content.decode()


def test_a_closed_discussion_is_not_found_by_its_addresses(thread, client, signed_in, monkeypatch):
    made = write(thread)
    monkeypatch.setitem(kinds._kinds, "test", ThreadKind("test", may_read=lambda thread, user: False))
    for user in (client, signed_in(resident())):
        assert user.get(reverse("comments:comment", args=[made.pk])).status_code == 404
        assert user.get(reverse("moderation:report", args=[made.contribution_id])).status_code == 404
    assert signed_in(resident()).get(reverse("comments:write", args=[thread.pk])).status_code == 404


def test_others_comments_have_no_page_of_change(thread, signed_in, client):
    made = write(thread)
    other = signed_in(resident())
    for name in ("edit", "withdraw"):
        assert other.get(reverse(f"comments:{name}", args=[made.pk])).status_code == 404
        assert client.get(reverse(f"comments:{name}", args=[made.pk])).status_code == 302
    for name in ("comment", "history", "edit"):
        assert other.get(reverse(f"comments:{name}", args=[2**70])).status_code == 404


def test_a_hidden_comment_has_no_page_for_others(thread, client, signed_in):
    author = resident()
    made = write(thread, "Лайка", actor=author)
    moderation.decide(made.contribution, "hide", actor=head(), reason="insult")
    page = reverse("comments:comment", args=[made.pk])
    assert client.get(page).status_code == 404
    assert "Лайка" in signed_in(author).get(page).content.decode()
