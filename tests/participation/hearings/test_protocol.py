"""The protocol: from the file, signed by two, frozen; DOCX and PDF are read back."""

from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from casework.errors import Refused
from casework.services import fire
from core.models import Letter
from participation.hearings.protocol.document import as_docx
from participation.hearings.protocol.facts import facts
from participation.hearings.protocol.printing import as_pdf
from tests.factories import settlement
from tests.participation.hearings.making import DAY, HOUR, SITTING, in_state

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(cast):
    """A hearing that is over: two came from Вербівка, one proposal, a vote, a speech, an alarm."""
    hearing = in_state("signed", cast)
    hearing.registrations.update(settlement=settlement("Вербівка"))
    hearing.turns.create(
        name="Промовиця", topic="Назва", state="done", started_at=SITTING, ended_at=SITTING + HOUR / 10
    )
    hearing.pauses.create(reason="alarm", started_at=SITTING + HOUR / 2, ended_at=SITTING + HOUR)
    hearing.votes.create(question="Зберегти назву", in_favour=7, against=2, abstained=1, online_in_favour=4)
    return fire(
        hearing,
        "recommend",
        actor=cast.actors["desk"],
        now=SITTING + DAY,
        recommendations="Зберегти назву.\nПодякувати.",
    )


EXPECTED = (
    "Чи перейменовувати вулицю Садову",
    "Розпорядження від 23.11.2026 № 14",
    "Вербівка",
    "Доповідь",
    "Промовиця",
    "18:30",
    "Залишити стару назву",
    "Бо так вулицю називали завжди.",
    "Мешканець громади",
    "Зберегти назву",
    "Подякувати.",
    "Олена Гнатюк",
    "Андрій Мельник",
    "https://video.example.org/1",
)


def test_the_docx_says_what_the_file_holds(held):
    document = Document(BytesIO(as_docx(facts(held), recording="https://video.example.org/1")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    for words in EXPECTED:
        assert words in text, words
    assert cells[cells.index("Вербівка") + 1] == "2"
    assert [row.text for row in document.tables[-1].rows[1].cells] == ["Зберегти назву", "7", "2", "1", "4", "0"]
    assert document.core_properties.language == "uk-UA"
    assert document.paragraphs[0].style.name == "Heading 1"
    assert "guest1@example.org" not in text


def test_the_pdf_is_tagged_and_says_the_same(held):
    reader = PdfReader(BytesIO(as_pdf(facts(held), recording="https://video.example.org/1")))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for words in EXPECTED:
        assert words in text, words
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"].startswith("uk")


def test_a_change_after_the_signatures_asks_for_new_ones(held, cast):
    later = SITTING + 2 * DAY
    with pytest.raises(Refused):
        fire(held, "publish_protocol", actor=cast.actors["desk"], now=later)
    fire(held, "sign_as_chair", actor=cast.actors["head"], now=later)
    with pytest.raises(Refused):
        fire(held, "publish_protocol", actor=cast.actors["desk"], now=later)
    fire(held, "sign_as_secretary", actor=cast.actors["official"], now=later)
    assert fire(held, "publish_protocol", actor=cast.actors["desk"], now=later).state == "protocol"


def test_nobody_signs_twice_nor_for_another(cast):
    hearing = in_state("signed", cast)
    for who, event in (("head", "sign_as_chair"), ("official", "sign_as_chair"), ("head", "sign_as_secretary")):
        with pytest.raises(Refused):
            fire(hearing, event, actor=cast.actors[who], now=SITTING + 2 * DAY)


def test_the_published_protocol_is_frozen_and_everybody_registered_is_told(cast, client):
    hearing = in_state("protocol", cast)
    hearing.agenda.update(title="Підмінено")
    address = f"/uchast/slukhannia/{hearing.number}/protokol"
    assert "Підмінено" not in client.get(f"{address}/").content.decode()
    read = Document(BytesIO(client.get(f"{address}.docx").content))
    assert "Підмінено" not in "\n".join(paragraph.text for paragraph in read.paragraphs)
    assert client.get(f"{address}.pdf").status_code in (200, 302)
    assert Letter.objects.filter(kind="hearings/protocol").count() == 2
    assert hearing.clocks.get(name="protocol").met_at == SITTING + 3 * DAY


def test_an_unpublished_protocol_is_not_public(cast, client):
    hearing = in_state("held", cast)
    for ending in ("/", ".docx", ".pdf"):
        assert client.get(f"/uchast/slukhannia/{hearing.number}/protokol{ending}").status_code == 404
