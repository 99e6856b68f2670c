"""A comment, a report, a moderator, an appeal, another moderator: without scripts, in a real browser with a real mail server."""

import pytest
from django.urls import reverse

from participation.comments import services
from participation.comments.models import Comment
from tests import factories
from tests.browser.stories import fill, link_in, press, words_of

WORDS = "Цей відділ пів року не відповідає на листи."


@pytest.fixture
def people(site, smtp_sink):
    """Everybody who plays a part."""
    return {
        "author": factories.resident(email="author@hromada.example.org", name="Ганна Коваленко"),
        "reader": factories.resident(email="reader@hromada.example.org", name="Петро Заєць"),
        "press": factories.press_officer(email="press@hromada.example.org"),
        "head": factories.head(email="head@hromada.example.org"),
    }


def test_a_hidden_comment_comes_back_when_another_person_upholds_the_appeal(window, people, smtp_sink, complaints):
    thread = services.start_thread("sample", title="Лавки біля школи", address="/uchast/")
    pages = {who: window(user=user, scripts=False) for who, user in people.items()}
    author, reader, stranger = pages["author"], pages["reader"], window(scripts=False)

    author.goto(reverse("comments:write", args=[thread.pk]))
    fill(author, text=WORDS)
    press(author)
    comment = reverse("comments:comment", args=[Comment.objects.get().pk])

    reader.goto(comment)
    reader.get_by_role("link", name="Поскаржитися").click()
    fill(reader, reason="insult", note="Це неправда.")
    press(reader)

    decide(pages["press"], "hide", reason="insult", explanation="Пишіть про справу.")
    assert stranger.goto(comment).status == 404
    complaints.forgive("404")

    author.goto(link_in(smtp_sink.to("author@hromada.example.org")[-1], "/oskarzhennia/"))
    fill(author, text="Я пишу про роботу, а не про людину.")
    press(author)

    answer_appeal(pages)
    assert stranger.goto(comment).ok
    assert WORDS in stranger.locator("main").inner_text()
    assert "Погоджуюся з автором." in words_of(smtp_sink.to("author@hromada.example.org")[-1])


def decide(page, verb, **fields):
    """A moderator decides about the only text of the queue, beside the text."""
    page.goto("/admin/moderatsiia/")
    card = page.locator("section.card").filter(has_text=WORDS)
    card.locator("[name=reason]").select_option(fields["reason"])
    card.locator("[name=explanation]").fill(fields["explanation"])
    with page.expect_navigation():
        card.locator(f"button[value={verb}]").click()


def answer_appeal(pages):
    """The one who hid it has no form of answer; the head has."""
    pages["press"].goto("/admin/moderatsiia/")
    assert pages["press"].locator("a[href*='/oskarzhennia/']").count() == 0
    head = pages["head"]
    head.goto("/admin/moderatsiia/")
    head.locator("a[href*='/oskarzhennia/']").click()
    fill(head, upheld="yes", answer="Погоджуюся з автором.")
    press(head)
