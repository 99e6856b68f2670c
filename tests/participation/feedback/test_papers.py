"""The text for the press and the leaflets: the same decisions, no number that the page does not tell."""

import io

import pytest
from django.urls import reverse
from docx import Document
from pypdf import PdfReader

from core import pdf
from core.site import DEFAULTS
from participation.feedback import leaflet, press, services
from participation.feedback.models import Measure, Theme
from tests.factories import head, official, settlement
from tests.participation.feedback.making import draft_over, many_voices, measure_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def spread(clock):
    """A published summary: nine voices of Верби, six of Озера, two of Хутір; nobody of Яр."""
    composer, boss = official(), head()
    places = {name: settlement(name) for name in ("Верби", "Озера", "Хутір", "Яр")}
    summary, theme, _cases = draft_over(9, actor=composer, settlement=places["Верби"])
    many_voices(theme, 6, settlement=places["Озера"], unit=composer.unit)
    many_voices(theme, 2, settlement=places["Хутір"], unit=composer.unit)
    measure_of(theme, boss)
    other = Theme.objects.create(
        summary=summary, order=200, title="Світло", said="Темно.", position="rejected", ground="Ст. 1", reason="Ні."
    )
    many_voices(other, 12, settlement=places["Озера"], unit=composer.unit)
    summary = services.approve(services.submit(summary, actor=composer), actor=boss)
    return services.publish(summary, actor=boss), places


def address(name, summary, *more):
    return reverse(f"feedback:{name}", args=[summary.slug, *more])


def here(summary, place):
    return {entry["theme"].title: entry["here"] for entry in leaflet.gather(summary, place, DEFAULTS).themes}


def test_a_leaflet_tells_of_a_settlement_what_the_page_tells(spread):
    summary, places = spread
    public = {theme["title"]: theme["settlements"] for theme in leaflet.public_of(summary)["themes"]}
    for name, place in places.items():
        for title, told in here(summary, place).items():
            exact = public[title].get(name, 0)
            assert told == (leaflet.words(exact) if exact else "")
    assert here(summary, places["Хутір"]) == {"Черга": "<5", "Світло": ""}
    assert not any(here(summary, places["Яр"]).values())


def test_the_two_of_the_hamlet_stay_hidden_on_every_leaflet_together(spread):
    summary, places = spread
    told = [here(summary, place)["Черга"] for place in places.values()]
    assert "2" not in told
    known = sum(int(words) for words in told if words.isdigit())
    assert 17 - known > 4  # what is left over is more than the small group, so it tells nothing exact


def test_what_was_said_here_stands_first(spread):
    summary, places = spread
    titles = [entry["theme"].title for entry in leaflet.gather(summary, places["Озера"], DEFAULTS).themes]
    assert set(titles) == {"Черга", "Світло"}
    assert here(summary, places["Верби"])["Світло"] == ""
    assert leaflet.gather(summary, places["Верби"], DEFAULTS).themes[0]["theme"].title == "Черга"


def test_a_replaced_versions_leaflet_is_the_one_that_holds(spread, client):
    summary, places = spread
    services.correct(summary, actor=summary.composed_by, reason="Уточнення")
    assert client.get(address("leaflets", summary)).status_code == 200
    summary.state = "corrected"
    summary.save()
    assert client.get(address("leaflets", summary)).status_code == 404
    assert client.get(address("leaflet_of", summary, places["Яр"].pk)).status_code == 404


def test_every_settlement_has_a_leaflet_whether_or_not_it_spoke(spread, client):
    summary, places = spread
    page = client.get(address("leaflets", summary)).content.decode()
    for place in places.values():
        assert address("leaflet_of", summary, place.pk) in page
    assert client.get(address("leaflet_of", summary, 2**62)).status_code == 404


def test_the_sheet_is_tagged_and_has_two_sides_at_most(spread, client):
    try:
        pdf.library()
    except pdf.PdfUnavailableError:
        pytest.skip("no PDF libraries here")
    summary, places = spread
    long = " ".join(["Дуже довге пояснення рішення."] * 100)
    Theme.objects.filter(summary=summary).update(reason=long, said=long[:2000])
    answer = client.get(address("leaflet_of", summary, places["Хутір"].pk))
    assert answer["Content-Type"] == "application/pdf"
    sheet = PdfReader(io.BytesIO(answer.content))
    assert len(sheet.pages) <= leaflet.SIDES
    assert sheet.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert sheet.trailer["/Root"]["/Lang"] == "uk"
    words = " ".join(page.extract_text() for page in sheet.pages)
    assert "Хутір: <5" in " ".join(words.split())


def test_without_the_libraries_the_leaflet_is_a_page_to_print(spread, client, monkeypatch):
    def unavailable():
        raise OSError("no pango")

    monkeypatch.setattr(pdf, "_library", unavailable)
    summary, places = spread
    answer = client.get(address("leaflet_of", summary, places["Хутір"].pk))
    assert answer.status_code == 200
    assert "&lt;5" in answer.content.decode()


def test_the_press_reads_headline_decision_and_promise(spread, client):
    summary, _places = spread
    text = press.as_text(summary)
    assert text.startswith(summary.title)
    for words in ("Черга", "Довго чекаємо.", "Поставимо табло.", "Поставити табло", "Ст. 1", summary.slug):
        assert words in text, words
    page = client.get(address("press", summary)).content.decode()
    assert "data-copy=" in page
    file = client.get(address("press_text", summary))
    assert file.content.decode() == text
    assert "attachment" in file["Content-Disposition"]


def test_the_document_has_real_headings(spread, client):
    summary, _places = spread
    document = Document(io.BytesIO(client.get(address("press_docx", summary)).content))
    looks = {(line.style.name, line.text) for line in document.paragraphs}
    assert ("Title", summary.title) in looks
    assert {("Heading 1", "Черга"), ("Heading 1", "Світло")} <= looks
    assert any(style == "List Bullet" and "Поставити табло" in text for style, text in looks)


def test_a_draft_has_no_papers(clock, client):
    summary, _theme, _cases = draft_over(5)
    for name in ("press", "press_text", "press_docx", "leaflets", "leaflet"):
        assert client.get(address(name, summary)).status_code == 404


def test_a_long_list_of_measures_costs_the_same(spread, client, constant_queries):
    summary, _places = spread
    theme, boss = summary.themes.first(), head()

    def more(number):
        Measure.objects.bulk_create(
            Measure(theme=theme, text=f"Захід {n}", owner=boss, owner_position="Голова", due_on="2026-12-10")
            for n in range(number)
        )

    constant_queries(lambda: client.get(address("press", summary)), more)
