"""The leaflet and the card are real PDF: tagged, fonts inside, Ukrainian letters whole, a QR to the live page."""

import io
import logging

import pytest
from django.core.cache import cache
from pypdf import PdfReader
from wagtail.models import Locale, PageViewRestriction

from cms.models import RequiredDocument, ServicePage
from cms.paper import keeping, making
from core import pdf
from tests.cms.paper.make import WORDS, place, service, step

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path


def opened(data):
    return PdfReader(io.BytesIO(data))


def words_of(data):
    return " ".join(" ".join(page.extract_text() for page in opened(data).pages).split())


def fonts_of(reader):
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            yield font.get_object()["/DescendantFonts"][0].get_object()


@pytest.mark.parametrize("make", [making.leaflet, making.card])
def test_ukrainian_letters_and_facts_are_in_the_text(make):
    page = service("Послуга про ґанок")
    page.places = [place()]
    page.save()
    text = words_of(make(page))
    for word in (*WORDS, "Ґрунтова", "Паспорт ґ", "10 робочих днів", "Пн–Пт 8:00–17:00", "2-11-22", "Заповніть заяву"):
        assert word in text, word
    assert "1\u00a0234,50" in text.replace(" 234", "\u00a0234")
    assert page.full_url in text


@pytest.mark.parametrize("make", [making.leaflet, making.card])
def test_fonts_are_inside_and_the_document_is_tagged_and_named(make):
    page = service()
    reader = opened(make(page))
    fonts = list(fonts_of(reader))
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] or "/FontFile3" in font["/FontDescriptor"] for font in fonts)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "uk"
    assert page.title in reader.metadata.title
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_a_leaflet_holds_a_picture_of_the_code_and_its_edition(clock):
    page = service()
    reader = opened(making.leaflet(page))
    assert len(reader.pages) == 1
    assert reader.pages[0].images
    text = reader.pages[0].extract_text()
    assert "23.11.2026" in text
    assert f"№ {page.live_revision_id}" in text


def test_a_long_leaflet_still_fits_one_sheet():
    page = service(algorithm=[step(f"Крок {number} " + "довгий " * 12) for number in range(12)])
    page.documents = [
        RequiredDocument(name=f"Документ {number} " + "дуже довга назва " * 15, note="примітка " * 20)
        for number in range(40)
    ]
    page.save()
    data = making.leaflet(page)
    assert len(opened(data).pages) <= 2
    assert "На аркуші вмістилося не все" in words_of(data)


def test_the_same_words_are_laid_out_once(monkeypatch):
    page = service()
    first = making.leaflet(page)
    monkeypatch.setattr(pdf, "lay_out", lambda *args: pytest.fail("laid out twice"))
    assert making.leaflet(ServicePage.objects.get(pk=page.pk)) == first


def test_a_new_edition_replaces_the_old_file():
    page = service()
    making.leaflet(page)
    making.card(page)
    page.lead = "Інші слова."
    page.save_revision().publish()
    text = words_of(making.leaflet(ServicePage.objects.get(pk=page.pk)))
    assert "Інші слова." in text
    assert len(list(keeping.folder().glob("*.pdf"))) == 2


def test_the_twin_is_in_english():
    page = service()
    english = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.title = "Residence registration"
    english.save_revision().publish()
    twin = ServicePage.objects.get(pk=english.pk)
    data = making.leaflet(twin)
    assert "What to bring" in words_of(data)
    assert "10 working days" in words_of(data)
    assert opened(data).trailer["/Root"]["/Lang"] == "en"


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "static/icons.svg", "//example.org/x"]
)
def test_nothing_is_read_from_disk_or_net(address, caplog):
    with caplog.at_level(logging.ERROR, logger="weasyprint"):
        document = pdf.lay_out(f"<html lang=uk><title>x</title><p>x<img src='{address}' alt=x>", "")
        pdf.write(document)
    assert "disallowed protocol" in caplog.text or "Failed to load image" in caplog.text
    assert not opened(pdf.write(document)).pages[0].images


def test_what_an_editor_typed_is_text_on_paper():
    page = service("<b>Жирна</b> <img src=x>", lead="{{ 7|add:7 }} <script>")
    assert "<b>Жирна</b> <img src=x>" in words_of(making.leaflet(page))


@pytest.mark.parametrize("name", ["lystivka.pdf", "kartka.pdf"])
def test_anyone_downloads_the_paper_of_a_published_service(client, name):
    page = service("Видача довідки")
    answer = client.get(page.get_url() + name)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith('inline; filename="vydacha-dovidky')
    assert answer.content.startswith(b"%PDF")
    assert "public" in answer["Cache-Control"]


def test_a_variant_has_its_own_paper(client):
    variant = service("Уперше", parent=service("Паспорт"))
    assert client.get(variant.get_url() + "lystivka.pdf").status_code == 200


def test_drafts_and_closed_pages_have_no_paper(client):
    draft, closed = service("Чернетка", live=False), service("Закрита")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    cache.clear()
    for page in (draft, closed):
        assert client.get(f"/posluhy/{page.slug}/lystivka.pdf").status_code == 404
    for way in ("nema", "a/b/c", "%00", "x" * 500, "'--"):
        assert client.get(f"/posluhy/{way}/kartka.pdf").status_code in (400, 404)


def test_the_english_address_does_not_give_the_ukrainian_paper(client):
    assert client.get(f"/en/posluhy/{service().slug}/lystivka.pdf").status_code == 404


def test_without_the_libraries_the_address_answers_with_a_page_to_print(client, monkeypatch):
    def absent():
        raise OSError("cannot load library 'libpango-1.0-0'")

    page = service()
    monkeypatch.setattr(pdf, "_library", absent)
    answer = client.get(page.get_url() + "kartka.pdf")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "PDF зараз не створюється" in text
    assert "Паспорт ґ" in text
    assert "data-print" in text
    assert "no-store" in answer["Cache-Control"]


def test_making_is_limited_and_kept_paper_is_not(client):
    pages = [service() for _number in range(2)]
    client.get(pages[0].get_url() + "lystivka.pdf")
    pdf_address = pages[1].get_url() + "lystivka.pdf"
    for _time in range(29):
        client.get(f"{pages[0].get_url()}lystivka.pdf")
    assert client.get(pdf_address).status_code == 200


def test_too_much_making_is_told_when_to_come_again(client, monkeypatch):
    monkeypatch.setattr(keeping, "write", lambda name, data: None)
    monkeypatch.setattr(pdf, "lay_out", lambda html, css: type("Laid", (), {"pages": [1]})())
    monkeypatch.setattr(pdf, "write", lambda document: b"%PDF-1.7")
    address = service().get_url() + "kartka.pdf"
    answers = [client.get(address).status_code for _time in range(31)]
    assert answers[:30] == [200] * 30
    assert answers[30] == 429


def test_the_number_of_questions_does_not_grow_with_the_places(constant_queries):
    page = service()

    def more(number):
        page.places.add(*[place(f"Місце {index}") for index in range(number)])
        page.save()

    constant_queries(lambda: making.draft(ServicePage.objects.get(pk=page.pk), making.CARD), more, few=2, more=6)
