"""The document and the table of decisions as Word files."""

from io import BytesIO

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from core.exports import cell
from participation.drafts.enums import ParagraphKind


def document_file(document, version, paragraphs):
    """The bytes of a DOCX with the paragraphs of a version, their labels before them."""
    made = _blank(document.title)
    made.add_heading(document.title, 0)
    made.add_paragraph(about(version))
    for paragraph in paragraphs:
        _add(made, paragraph)
    return _saved(made)


def about(version):
    """Which version it is."""
    if version.published_at is None:
        return _("Version %(number)s, in work") % {"number": version.number}
    day = date_format(version.published_at, "j E Y")
    return _("Version %(number)s, published on %(day)s") % {"number": version.number, "day": day}


def table_file(title, subtitle, header, rows):
    """The bytes of a DOCX in landscape with one table whose head repeats on every page."""
    made = _blank(title)
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    made.add_heading(title, 0)
    if subtitle:
        made.add_paragraph(subtitle)
    table = made.add_table(rows=1, cols=len(header))
    table.style = "Table Grid"
    _fill(table.rows[0], header, bold=True)
    _repeat(table.rows[0])
    for row in rows:
        _fill(table.add_row(), row)
    return _saved(made)


def _blank(title):
    made = Document()
    made.core_properties.title = title[:250]
    made.core_properties.author = ""
    made.core_properties.language = "uk-UA"
    made.styles["Normal"].font.size = Pt(11)
    for section in made.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
    return made


def _add(made, paragraph):
    """One stored paragraph."""
    if paragraph.kind == ParagraphKind.TABLE:
        _add_table(made, paragraph)
    elif paragraph.kind == ParagraphKind.HEADING:
        made.add_heading(f"[{paragraph.label}] {_words(paragraph)}", min(max(paragraph.level, 1), 6))
    else:
        line = made.add_paragraph(f"[{paragraph.label}] " + (f"{paragraph.marker} " if paragraph.marker else ""))
        line.paragraph_format.left_indent = Cm(paragraph.level) if paragraph.kind == ParagraphKind.ITEM else None
        for text, look in paragraph.content.get("pieces", ()):
            run = line.add_run(text)
            run.bold, run.italic, run.font.superscript = "b" in look, "i" in look, look == "n"
    for number, words in paragraph.content.get("notes", ()):
        made.add_paragraph(f"[{number}] {words}").paragraph_format.left_indent = Cm(1)


def _words(paragraph):
    text = "".join(words for words, _look in paragraph.content.get("pieces", ()))
    return f"{paragraph.marker} {text}".strip()


def _add_table(made, paragraph):
    rows = paragraph.content.get("rows", ())
    made.add_paragraph(f"[{paragraph.label}]")
    width = max((sum(span for _text, span in row) for row in rows), default=1)
    table = made.add_table(rows=0, cols=width)
    table.style = "Table Grid"
    for row in rows:
        cells, place = table.add_row().cells, 0
        for text, span in row:
            target = cells[place]
            if span > 1 and place + span <= width:
                target = target.merge(cells[place + span - 1])
            target.text = text
            place += span


def _fill(row, values, *, bold=False):
    for target, value in zip(row.cells, values, strict=True):
        value = cell(value)
        run = target.paragraphs[0].add_run(date_format(value, "d.m.Y") if hasattr(value, "year") else str(value))
        run.bold, run.font.size = bold, Pt(9)


def _repeat(row):
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _saved(made):
    target = BytesIO()
    made.save(target)
    return target.getvalue()
