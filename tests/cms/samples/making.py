"""Templates, documents and samples for tests."""

import io
from itertools import count

from django.core.files.base import ContentFile
from docx import Document
from wagtail.documents import get_document_model

from cms.models import SampleField, SampleIndexPage, SamplePage

_numbers = count(1)
LINES = ("Кому: {{ кому }}", "Від: {{ піб }}", "Прошу: {{ суть }}", "Дата: {{ дата }}", "Телефон: {{ телефон }}")
ROWS = (
    {"key": "кому", "label": "Кому", "kind": "choice", "choices": "Голові\nСтарості"},
    {"key": "піб", "label": "Ваше ім’я", "autocomplete": "name"},
    {"key": "суть", "label": "Про що просите", "kind": "long"},
    {"key": "дата", "label": "Дата", "kind": "date"},
    {"key": "телефон", "label": "Телефон", "kind": "phone", "required": False},
)
ANSWERS = {
    "zrazok-кому": "Голові",
    "zrazok-піб": "Ґалаґан Єва Іллівна",
    "zrazok-суть": "полагодити місток",
    "zrazok-дата": "2026-11-23",
}


def word_file(*lines, header="", title="", table=()):
    """An open Word document with these paragraphs, a header, a title among its properties, a row of a table."""
    document, target = Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if table:
        cells = document.add_table(1, len(table)).rows[0].cells
        for cell, text in zip(cells, table, strict=True):
            cell.text = text
    document.core_properties.title = title
    document.save(target)
    return target


def document(data=b"words", name="file.txt", title="Файл"):
    """A document of the library."""
    return get_document_model().objects.create(title=title, file=ContentFile(data, name=name))


def word_document(*lines, name="blank.docx", **more):
    """A Word document of the library."""
    return document(word_file(*lines, **more).getvalue(), name, "Бланк")


def library(language="uk"):
    """The library that came with the site."""
    return SampleIndexPage.objects.get(locale__language_code=language)


def sample(title="", *, rows=(), parent=None, **fields):
    """Make a published sample."""
    page = SamplePage(title=title or f"Зразок {next(_numbers)}", **fields)
    page.online_fields = [SampleField(sort_order=order, **row) for order, row in enumerate(rows)]
    (parent or library()).add_child(instance=page)
    page.save_revision().publish()
    return SamplePage.objects.get(pk=page.pk)


def fillable(title="Заява про місток", **fields):
    """A sample that can be filled in online."""
    return sample(title, template_docx=word_document(*LINES, name="template.docx"), rows=ROWS, **fields)


def words_of(data):
    """The paragraphs of a Word document given as bytes."""
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]
