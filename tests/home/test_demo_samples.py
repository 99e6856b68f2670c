"""The demo samples: real templates that agree with their forms, papers that open, texts with what the law demands."""

import io
import zipfile
from xml.etree import ElementTree

import pypdf
import pytest
from docx import Document
from wagtail.documents import get_document_model

from cms.models import SamplePage, ServiceIndexPage, ServicePage
from cms.samples import paper
from cms.samples.page_form import disagreements, read_document
from home.demo import samples

pytestmark = pytest.mark.django_db


def add_service():
    service = ServicePage(title="Реєстрація", slug="reiestratsiia-mistsia-prozhyvannia", lead="Коли переїхали.")
    ServiceIndexPage.objects.get(locale__language_code="uk").add_child(instance=service)
    return service


def data_of(document):
    with document.file.open("rb") as file:
        return file.read()


def check_papers(page):
    """Every file of a page opens and holds its words."""
    words = "\n".join(part.text for part in Document(io.BytesIO(data_of(page.blank_docx))).paragraphs)
    assert "____" in words
    assert "{{" not in words
    assert len(words) > 150
    archive = zipfile.ZipFile(io.BytesIO(data_of(page.blank_odt)))
    assert archive.infolist()[0].filename == "mimetype"
    text = "".join(ElementTree.fromstring(archive.read("content.xml")).itertext())
    assert "____" in text
    if paper.can_print():
        for document in (page.blank_pdf, page.filled_sample):
            assert len(pypdf.PdfReader(io.BytesIO(data_of(document))).pages) == 1, document


def test_the_whole_set(client):
    samples.load()
    pages = SamplePage.objects.filter(locale__language_code="uk")
    assert pages.current().count() >= 12
    assert pages.count() == len(samples.SAMPLES)
    assert set(pages.current().values_list("purpose", flat=True)) >= {
        "request_person", "request_company", "proposal", "application", "complaint",
    }  # fmt: skip
    for page in pages.fillable():
        rows = list(page.online_fields.all())
        assert not disagreements(read_document(page.template_docx).keys, [row.key for row in rows]), page
        for row in rows:
            row.full_clean(exclude=["sample"])
        page.full_clean()
        assert page.is_demo
        check_papers(page)
    explained = pages.get(slug="skarha").how_to_fill
    explained.stream_block.clean(explained)
    assert len(explained[0].value["notes"]) == 9
    listed = client.get("/zrazky/")
    assert len(listed.content) < 60_000
    twin = SamplePage.objects.get(locale__language_code="en")
    assert "Request for public information" in client.get(twin.get_url()).content.decode()
    service = add_service()
    documents = get_document_model().objects.count()
    samples.load()  # a second time changes nothing but what came meanwhile
    assert get_document_model().objects.count() == documents
    assert [page.slug for page in service.samples.all()] == ["zaiava-pro-reiestratsiiu-mistsia-prozhyvannia"]
