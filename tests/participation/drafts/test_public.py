"""The public pages."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from casework.actors import Actor
from casework.services import fire
from participation import openings
from participation.drafts import services
from participation.drafts.reading import SHEET_PARAGRAPHS, SHEET_TEXT, sheets_of
from tests.factories import official, resident
from tests.participation.drafts.making import (
    TEXTS,
    draft,
    ended,
    fresh,
    long_document,
    next_version,
    opened,
    published,
    say,
)
from tests.support.hostile import NASTY, sendable
from tests.support.queries import queries_of
from tests.support.weight import HEAVIEST_PAGE, weight

pytestmark = pytest.mark.django_db
LIMIT = 100 * 1024


def page(client, name, document, *args, **query):
    return client.get(reverse(f"drafts:{name}", args=[document.slug, *args]), query)


def test_a_draft_in_work_is_nobodys_but_the_offices(client):
    document = draft()
    for name in ("document", "whole", "compare", "decisions"):
        assert page(client, name, document).status_code == 404
    assert page(client, "paragraph", document, "1").status_code == 404
    assert page(client, "file", document, "docx").status_code == 404


def test_every_paragraph_has_its_address_and_count(client, clock):
    case, _own = opened()
    say(case.document, label="2")
    say(case.document, label="2")
    html = page(client, "document", case.document).content.decode()
    for label in "1234":
        assert f'id="p-{label}"' in html
        assert f'href="{reverse("drafts:paragraph", args=[case.document.slug, label])}#discussion"' in html
    assert re.search(
        r"id=\"p-2\".*?</svg>2<span class=\"hush\"> \w+</span></a></p>\s*</div>\s*<div class=\"draft__row\" id=\"p-3\"",
        html,
        re.DOTALL,
    )


def test_a_paragraph_shows_its_comments_and_the_form_without_scripts(client, signed_in, clock):
    case, _own = opened()
    say(case.document, "Зменште штраф.", "2")
    stranger = page(client, "paragraph", case.document, "2").content.decode()
    assert "Зменште штраф." in stranger
    assert "<textarea" not in stranger
    answer = page(signed_in(resident()), "paragraph", case.document, "2")
    form = answer.context["listing"].form
    assert form.initial["anchor"] == "2"
    assert "Зменште штраф." not in page(client, "paragraph", case.document, "3").content.decode()


@pytest.mark.parametrize("label", ["99", "x", "1-", "01", "<b>"])
def test_what_is_no_paragraph_is_not_found(client, label):
    assert page(client, "paragraph", published(), label).status_code == 404


def test_a_paragraph_taken_out_keeps_its_address_and_comments(client, clock):
    case, own = opened()
    say(case.document, "Залиште цей пункт.", "4")
    next_version(fresh(case.document), *TEXTS[:3])
    last = timezone.localdate() + timedelta(days=20)
    fire(case, "replace_text", actor=Actor.person(own), closes_on=last)
    answer = page(client, "paragraph", case.document, "4")
    assert answer.context["is_removed"]
    assert "Залиште цей пункт." in answer.content.decode()


def test_the_comparison_says_in_words_what_changed(client):
    document = published()
    services.publish_version(next_version(document, TEXTS[0].replace("усіх ", ""), *TEXTS[1:]))
    html = page(client, "compare", document).content.decode()
    assert re.search(r"<del><span class=\"hush\">[^<]+</span>усіх", html)
    assert html.count("<ins>") == 0
    assert TEXTS[1] not in html
    assert TEXTS[1] in page(client, "compare", document, all=1).content.decode()


@pytest.mark.parametrize("name", ["document", "compare", "decisions", "whole", "paragraph"])
def test_a_strangers_query_breaks_nothing(client, name, clock):
    document = published()
    services.publish_version(next_version(document, *TEXTS[:2]))
    services.open_comments(document)
    for value in map(sendable, NASTY):
        query = {"page": value, "before": value, "after": value, "all": value, "sort": value}
        args = ["1"] if name == "paragraph" else []
        assert page(client, name, document, *args, **query).status_code in {200, 414}


def test_decisions_are_public_with_the_report(client, clock):
    case, own, (said,) = ended(clock, "Зменште штраф.")
    services.decide(said, actor=own, verdict="rejected", reason="Закон не дозволяє.")
    assert page(client, "decisions", case.document).status_code == 404
    assert page(client, "decisions_file", case.document, "csv").status_code == 404
    fire(case, "report", actor=Actor.person(own), report="Нічого не змінили.")
    assert "Закон не дозволяє." in page(client, "decisions", case.document).content.decode()
    assert page(client, "decisions_file", case.document, "csv").status_code == 200
    assert page(client, "decisions_file", case.document, "exe").status_code == 404
    assert "Нічого не змінили." in page(client, "document", case.document).content.decode()


def test_five_hundred_paragraphs_are_a_light_page_in_few_queries(client, clock):
    short, long = long_document(30), long_document(500)
    for document in (short, long):
        services.open_comments(document)
    page(client, "document", short)
    few = len(queries_of(lambda: page(client, "document", short)))
    many = len(queries_of(lambda: page(client, "document", long)))
    assert many <= few <= 20
    answer = page(client, "document", long)
    for number in range(1, answer.context["sheet"].total + 1):
        html = page(client, "document", long, page=number).content
        assert weight(html.decode()) < HEAVIEST_PAGE
    assert len(queries_of(lambda: page(client, "paragraph", long, "400"))) <= 20


@given(st.lists(st.integers(1, 3000), max_size=120))
def test_pages_hold_every_paragraph_once_and_not_too_much(sizes):
    class Row:
        def __init__(self, size):
            self.text, self.kind = "x" * size, "heading" if size % 7 == 0 else "text"

    rows = [Row(size) for size in sizes]
    sheets = sheets_of(rows)
    assert [row for sheet in sheets for row in sheet] == rows
    for sheet in sheets:
        assert len(sheet) <= SHEET_PARAGRAPHS + 1
        assert len(sheet) <= 2 or sum(len(row.text) for row in sheet) <= SHEET_TEXT + 3000


def test_the_list_costs_the_same_for_many(client, clock, constant_queries):
    own = official()

    def more(number):
        for _each in range(number):
            opened(actor=own)

    constant_queries(lambda: client.get(reverse("drafts:list")), more, few=2, more=6)


def test_the_hub_and_the_calendar_know_it(client, clock):
    case, own, (said,) = ended(clock, "Зменште штраф.")
    other, _own = opened(days=20, title="Програма «Турбота»")
    now = timezone.now()
    found = [row for row in openings.open_now(now) if row.kind == "consultation"]
    assert [row.title for row in found] == ["Програма «Турбота»"]
    assert found[0].until == other.ends_at - timedelta(seconds=1)
    happenings = [row for row in openings.between(now, now + timedelta(days=40)) if row.kind == "consultation"]
    assert [row.starts_at.date() for row in happenings] == [(other.closes_on - timedelta(days=1))] or happenings[
        0
    ].ends_at == other.ends_at
    services.decide(said, actor=own, verdict="accepted")
    fire(case, "report", actor=Actor.person(own), report="Штраф зменшено.")
    assert [row.title for row in openings.decided(timezone.now(), 5) if row.kind == "consultation"] == [
        case.document.title
    ]
