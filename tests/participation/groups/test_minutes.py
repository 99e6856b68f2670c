"""The minutes on paper, read back from the files."""

import io

import pytest
from docx import Document

from core import pdf
from core.pdf import PdfUnavailableError
from participation.groups import reading
from participation.groups.minutes import paper, word
from tests.participation.groups import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(office, clock):
    body = making.working(office, clock)
    return making.sent(office, clock, body, came=2, questions=("Про гуртожиток", "Про школи <b>&"))


def text_of(data):
    document = Document(io.BytesIO(data))
    tables = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return "\n".join(paragraph.text for paragraph in document.paragraphs), tables


def test_the_docx_holds_attendance_decisions_roll_call_and_recommendations(client, meeting):
    answer = client.get(f"{meeting.get_absolute_url()}protokol.docx")
    words, tables = text_of(answer.content)
    for phrase in (
        "Протокол № 1", "Рада переселенців", "Присутні: 2 із 3 членів; кворум: 2.", "1. Про гуртожиток", "2. Про школи <b>&",
        "Вирішили: Рекомендувати ремонт.", "За: 2; Проти: 0", "1. Відремонтувати душові. (Виконком)",
        "Головував: ____________ Марина Ткаченко",
    ):  # fmt: skip
        assert phrase in words, phrase
    assert ["Ганна Коваленко", "За"] in tables
    assert [row[2] for row in tables if len(row) == 3][1:] == ["присутній", "присутній", "відсутній"]


def test_it_is_in_the_official_language_for_readers_of_english_too(client, meeting):
    answer = client.get(f"/en{meeting.get_absolute_url()}protokol.docx")
    assert "Протокол № 1" in text_of(answer.content)[0]


def test_staff_take_a_draft_before_it_is_published(signed_in, office, clock):
    body = making.working(office, clock)
    meeting = making.held(office, clock, body)
    making.decide(meeting, "Чернетка рішення")
    address = f"/admin/hrupy/zasidannia/{meeting.pk}/chernetka.docx"
    assert "Чернетка рішення" in text_of(signed_in(office.official).get(address).content)[0]
    assert signed_in(office.stranger).get(address).status_code == 404


def test_the_pdf_is_tagged_and_says_the_same(client, meeting):
    try:
        pdf.library()
    except PdfUnavailableError:
        pytest.skip("PDF libraries are absent")
    data = client.get(f"{meeting.get_absolute_url()}protokol.pdf").content
    assert data.startswith(b"%PDF-")
    document = pdf.lay_out("<html lang=uk><title>x</title>", "")
    assert document.pages
    assert len(paper.write(reading.minutes_of(meeting))) > 5000


def test_without_the_libraries_the_page_comes_instead(client, meeting, monkeypatch):
    def absent():
        raise PdfUnavailableError

    monkeypatch.setattr(pdf, "library", absent)
    answer = client.get(f"{meeting.get_absolute_url()}protokol.pdf")
    assert answer.status_code == 200
    assert "Рекомендувати ремонт." in answer.content.decode()


def test_the_title_is_that_of_the_page(meeting):
    assert word.title_of(meeting).endswith("1")
