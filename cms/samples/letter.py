"""A filled document as a letter on the screen and on paper: its paragraphs and tables, read back from DOCX."""

from dataclasses import dataclass
from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from docx.table import Table as DocxTable

ASIDE = Cm(5)  # a paragraph that begins farther right stands in the right half: to whom, from whom
ALIGNED = {WD_ALIGN_PARAGRAPH.CENTER: "centre", WD_ALIGN_PARAGRAPH.RIGHT: "right", WD_ALIGN_PARAGRAPH.JUSTIFY: "even"}


@dataclass(frozen=True)
class Piece:
    """Words of one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Line:
    """A paragraph: its pieces and place on the sheet ("", centre, right, even, aside)."""

    pieces: tuple
    place: str = ""
    rows: tuple = ()

    @property
    def text(self):
        """The words without their look."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Grid:
    """A table: rows of cells, each a tuple of lines."""

    rows: tuple


def lines_of(data):
    """Read the bytes of a DOCX: a list of `Line` and `Grid` in the order of the text."""
    return [_block(part) for part in Document(BytesIO(data)).iter_inner_content()]


def _block(part):
    if isinstance(part, DocxTable):
        return Grid(tuple(tuple(tuple(map(_line, cell.paragraphs)) for cell in row.cells) for row in part.rows))
    return _line(part)


def _line(paragraph):
    pieces = tuple(Piece(run.text, bool(run.bold), bool(run.italic)) for run in paragraph.runs if run.text)
    indent = paragraph.paragraph_format.left_indent or 0
    return Line(pieces, "aside" if indent >= ASIDE else ALIGNED.get(paragraph.alignment, ""))
