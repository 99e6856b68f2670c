"""A Word document into blocks. Whatever a stranger's file holds, it ends in a `Reading` or in words for the person."""

from io import BytesIO

from django.utils.translation import gettext as _
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from core.text import clean_text
from participation.drafts.docx import safety
from participation.drafts.docx.blocks import Block, DocxProblemError, Reading
from participation.drafts.docx.numbering import Numbering
from participation.drafts.docx.styles import Styles
from participation.drafts.docx.words import Words
from participation.drafts.enums import ParagraphKind

MAX_BLOCKS = 3000
MAX_TEXT = 20_000  # characters of one paragraph or table
MAX_ROWS, MAX_COLUMNS = 500, 20
LONGEST_BOLD_HEADING = 200
WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:smartTag"), qn("w:ins")}
PARAGRAPH, TABLE = qn("w:p"), qn("w:tbl")


def read(data):
    """Return the `Reading` of the bytes of a DOCX. Raises DocxProblemError."""
    safety.check(data)
    try:
        reading = Reader(Document(BytesIO(data))).read()
    except DocxProblemError:
        raise
    except Exception as error:  # the XML of a stranger may raise anything in the library
        raise DocxProblemError(_("This file could not be read as a Word document. Save it again as DOCX.")) from error
    if not reading.blocks:
        raise DocxProblemError(_("There is no text in the document. A scan must be recognised first."))
    return reading


class Reader:
    """Walks one document."""

    def __init__(self, document):
        self._body = document.element.body
        self._styles = Styles(document.styles.element)
        self._numbering = Numbering(_root(document.part, RELATIONSHIP_TYPE.NUMBERING))
        self._numbers, self._remarks, self._blocks = [], set(), []
        self._notes = {
            **_notes(_root(document.part, RELATIONSHIP_TYPE.FOOTNOTES), "foot"),
            **_notes(_root(document.part, RELATIONSHIP_TYPE.ENDNOTES), "end"),
        }

    def read(self):
        """Every block with words in it."""
        self._walk(self._body)
        return Reading(tuple(self._blocks), tuple(sorted(self._remarks)))

    def _walk(self, parent):
        for child in parent:
            if child.tag == PARAGRAPH:
                self._keep(self._paragraph(child))
            elif child.tag == TABLE:
                self._keep(self._table(child))
            elif child.tag in WRAPPERS:
                self._walk(child)

    def _keep(self, block):
        if not block.text:
            return
        if len(block.text) > MAX_TEXT:
            words = _("A paragraph or table has more than %(limit)s characters. Divide it: “%(start)s…”")
            raise DocxProblemError(words % {"limit": MAX_TEXT, "start": block.text[:60]})
        if len(self._blocks) >= MAX_BLOCKS:
            raise DocxProblemError(
                _("The document has more than %(limit)s paragraphs. Divide it.") % {"limit": MAX_BLOCKS}
            )
        self._blocks.append(block)

    def _paragraph(self, element):
        words = Words(self._notes, self._numbers, self._remarks).read(element)
        text, properties = clean_text(words.text), element.find(qn("w:pPr"))
        if not text:
            return Block()
        level, listed = self._styles.heading_level(properties), self._styles.list_of(properties)
        marker = self._numbering.marker(*listed) if listed else ""
        if not level and not listed and self._looks_like_heading(words, text, properties):
            level = 2
        kind = ParagraphKind.HEADING if level else ParagraphKind.ITEM if listed else ParagraphKind.TEXT
        return Block(
            kind=kind,
            text="\n* ".join([text, *(note for _number, note in words.notes)]),
            level=min(level, 6) or (listed[1] if listed else 0),
            marker=marker,
            content=_content(words),
        )

    def _looks_like_heading(self, words, text, properties):
        """Acts are often written without styles: a short bold line in the middle is a heading."""
        return len(text) <= LONGEST_BOLD_HEADING and words.is_bold and self._styles.is_centred(properties)

    def _table(self, element):
        rows, notes = [], []
        for row in element.iter(qn("w:tr")):
            if _table_of(row) is element:
                rows.append([self._cell(cell, notes) for cell in _cells(row)][:MAX_COLUMNS])
        if len(rows) > MAX_ROWS:
            raise DocxProblemError(_("A table has more than %(limit)s rows. Divide it.") % {"limit": MAX_ROWS})
        lines = [" | ".join(text for text, _span in row) for row in rows]
        text = clean_text("\n".join(lines)) if any(text for row in rows for text, _span in row) else ""
        head = 1 if len(rows) > 1 and _is_head(element) else 0
        content = {"rows": rows, "head": head, **({"notes": notes} if notes else {})}
        text = "\n* ".join([text, *(note for _number, note in notes)]) if text else ""
        return Block(ParagraphKind.TABLE, text, content=content)

    def _cell(self, element, notes):
        """[words, columns] of a cell; a table inside it becomes words."""
        if element.find(f".//{TABLE}") is not None:
            self._remarks.add("nested")
        lines = []
        for paragraph in element.iter(PARAGRAPH):
            words = Words(self._notes, self._numbers, self._remarks).read(paragraph)
            listed = self._styles.list_of(paragraph.find(qn("w:pPr")))
            marker = self._numbering.marker(*listed) if listed else ""
            marks = "".join(f"[{number}]" for number, _words in words.notes)
            lines.append(clean_text(f"{marker} {words.text}{marks}"))
            notes += words.notes
        return [clean_text("\n".join(filter(None, lines))), _span(element)]


def _content(words):
    """The look of a paragraph as it is stored."""
    content = {"pieces": [[clean_keeping_ends(text), look] for text, look in words.pieces]}
    return {**content, "notes": words.notes} if words.notes else content


def clean_keeping_ends(text):
    """`clean_text` of a piece in the middle of a line: the spaces around it divide words."""
    cleaned = clean_text(text)
    if not cleaned:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{cleaned}{' ' if text[-1].isspace() else ''}"


def _root(part, kind):
    """The XML of a related part, or None."""
    for relation in part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            return parse_xml(relation.target_part.blob)
    return None


def _notes(root, kind):
    """{(kind, id): words} of a part of notes."""
    found = {}
    for note in root if root is not None else ():
        if note.get(qn("w:type")) in {None, "normal"}:
            words = clean_text(" ".join(text.text or "" for text in note.iter(qn("w:t"))), single_line=True)
            found[kind, note.get(qn("w:id"))] = words[:2000]
    return found


def _table_of(row):
    """The nearest table around a row."""
    return next(row.iterancestors(TABLE), None)


def _cells(row):
    """The cells of a row itself, also inside content controls."""
    return [cell for cell in row.iter(qn("w:tc")) if next(cell.iterancestors(qn("w:tr")), None) is row]


def _span(cell):
    found = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    value = found.get(qn("w:val")) if found is not None else ""
    return min(int(value), MAX_COLUMNS) if value and value.isascii() and value.isdigit() and len(value) < 4 else 1


def _is_head(table):
    """Whether the first row says that it repeats on every page, or the table's look marks it."""
    row = table.find(qn("w:tr"))
    if row is not None and row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
        return True
    look = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
    return look is not None and look.get(qn("w:firstRow")) == "1"
