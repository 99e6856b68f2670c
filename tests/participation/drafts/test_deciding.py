"""Decisions on comments and the table for the file of the act."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from django.db import IntegrityError, transaction
from docx import Document as Word
from openpyxl import load_workbook

from core import pdf
from core.pdf import PdfUnavailableError
from participation.comments.services import withdraw
from participation.drafts import exports, services, table
from participation.drafts.models import CommentDecision
from participation.moderation import services as moderation
from tests.factories import head, official, resident
from tests.participation.drafts.making import TEXTS, fresh, opened, published, say

pytestmark = pytest.mark.django_db
VERDICTS = ["accepted", "partly", "rejected", "out_of_scope"]


@pytest.mark.parametrize("verdict", VERDICTS)
def test_only_what_is_accepted_needs_no_reason(clock, verdict):
    case, own = opened()
    said = say(case.document)
    if verdict == "accepted":
        assert services.decide(said, actor=own, verdict=verdict).reason == ""
        return
    for reason in ("", "   "):
        with pytest.raises(services.NotReady):
            services.decide(said, actor=own, verdict=verdict, reason=reason)
    assert services.decide(said, actor=own, verdict=verdict, reason=" Бо так. ").reason == "Бо так."
    with pytest.raises(IntegrityError), transaction.atomic():
        CommentDecision.objects.update(reason="")


def test_answers_and_official_comments_are_not_decided(clock):
    case, own = opened()
    said = say(case.document)
    answer = say(case.document, "І я так думаю.", parent=said)
    word = say(case.document, "Пояснення.", who=own, is_official=True)
    for other in (answer, word):
        with pytest.raises(services.NotReady):
            services.decide(other, actor=own, verdict="accepted")
    assert [line.comment for line in table.lines_of(fresh(case.document))] == [said]


def test_hidden_and_withdrawn_comments_leave_the_table(clock):
    case, _own = opened()
    kept, hidden, gone = (say(case.document, f"Зауваження {number}.") for number in range(3))
    moderation.decide(hidden.contribution, "hide", actor=head(), reason="insult", explanation="Лайка.")
    withdraw(gone, actor=gone.author)
    assert [line.comment for line in table.lines_of(fresh(case.document))] == [kept]


def with_table(clock):
    """A document with three comments, two decided: paragraphs 10 before 2 only by letters."""
    texts = [f"Пункт {number}: {TEXTS[number % 4]}" for number in range(1, 12)]
    case, own = opened(*texts)
    on_ten = say(case.document, "=HYPERLINK(1) про десятий.", "10", resident(name="Петро"))
    on_two = say(case.document, "Про другий.", "2", resident(name="Оксана"))
    say(case.document, "Про все.", "", resident(name="Ганна"))
    services.decide(on_two, actor=own, verdict="accepted")
    services.decide(on_ten, actor=own, verdict="partly", reason="Бо дорого.")
    return fresh(case.document)


def test_lines_stand_in_the_order_of_paragraphs(clock):
    lines = table.lines_of(with_table(clock))
    assert [(line.label, line.comment.author_name) for line in lines] == [
        ("", "Ганна"),
        ("2", "Оксана"),
        ("10", "Петро"),
    ]
    assert [number for _label, number, _key in table.figures(lines)] == [1, 1, 0, 0, 1]
    assert lines[1].words.startswith("Пункт 2")


def test_the_table_as_docx_is_read_back(clock):
    document = with_table(clock)
    made = Word(BytesIO(exports.table_in("docx", document, table.lines_of(document)).content))
    rows = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert len(rows) == 4
    assert rows[2][1] == "2"
    assert rows[3][5:] == ["=HYPERLINK(1) про десятий.", "Accepted in part", "Бо дорого."]
    assert made.sections[0].page_width > made.sections[0].page_height
    assert made.tables[0].rows[0]._tr.xpath("./w:trPr/w:tblHeader")


def test_the_table_as_csv_and_xlsx_runs_nothing(clock):
    document = with_table(clock)
    lines = table.lines_of(document)
    text = b"".join(exports.table_in("csv", document, lines).streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text)))
    assert rows[3][5] == "'=HYPERLINK(1) про десятий."
    book = load_workbook(BytesIO(b"".join(exports.table_in("xlsx", document, lines).streaming_content)))
    cell = book.active.cell(4, 6)
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1) про десятий.", "s")


def test_the_table_and_the_text_as_pdf(clock):
    document = with_table(clock)
    try:
        pdf.library()
    except PdfUnavailableError:
        pytest.skip("no Pango here")
    for made in (
        exports.table_in("pdf", document, table.lines_of(document)),
        exports.document_in("pdf", document, document.current),
    ):
        assert made.content.startswith(b"%PDF-")
        assert b"pdfuaid" in made.content or re.search(rb"/MarkInfo", made.content)


def test_the_text_as_docx_is_read_back_with_its_labels():
    document = published(actor=official())
    made = Word(BytesIO(exports.document_in("docx", document, document.current).content))
    lines = [line.text for line in made.paragraphs]
    assert lines[0] == document.title
    assert [line for line in lines if line.startswith("[")] == [
        f"[{number}] {text}" for number, text in enumerate(TEXTS, start=1)
    ]
