"""A workbook into rows of plain values. Whatever is hostile or unreadable becomes a `Problem` in plain words."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from core.uploads.examining import examine

from .cells import CellError
from .columns import ADDRESS, LANGUAGE, SERVICES, SHEETS

MAX_ROWS = 20_000  # of one sheet
MAX_COLUMNS = 60
MAX_PROBLEMS = 200  # told at once
BROKEN = (
    BadZipFile,
    InvalidFileException,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
)


class WorkbookError(Exception):
    """The whole file is refused; the words are for the person who chose it."""


@dataclass(frozen=True)
class Problem:
    """What is wrong and where: the title of the sheet, the row as the spreadsheet numbers it, the heading, the words."""

    sheet: str
    row: int
    column: str
    message: str


@dataclass
class Row:
    """One row: its number, its address cell, the values of the columns that the sheet has."""

    number: int
    address: str
    values: dict
    is_broken: bool = False  # a cell of it was refused already


@dataclass
class Book:
    """Rows by key of the sheet (only sheets that the file has), and problems."""

    rows: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)

    def complain(self, sheet, row, column, message):
        """Remember a problem; after many the rest is not told."""
        if len(self.problems) < MAX_PROBLEMS:
            heading = str(column.heading) if column is not None else ""
            self.problems.append(Problem(str(sheet.title), row, heading, str(message)))


def check_file(file):
    """Refuse by content, before a spreadsheet library opens it. Raises WorkbookError."""
    try:
        found = examine(file)
    except ValidationError as error:
        raise WorkbookError(" ".join(error.messages)) from error
    if found.kind.key != "xlsx":
        raise WorkbookError(_("This is not an Excel workbook (.xlsx). Save the table as .xlsx and send it again."))


def read(file):
    """Return the `Book` of an open file. Raises WorkbookError when there is nothing to read row by row."""
    check_file(file)
    file.seek(0)
    try:
        book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
        with translation.override(LANGUAGE):
            titles = {sheet: str(sheet.title) for sheet in SHEETS}
        return _read(book, titles)
    except BROKEN as error:
        raise WorkbookError(_("The workbook cannot be read: it is damaged or made in an unusual way.")) from error


def _read(workbook, titles):
    found = Book()
    if titles[SERVICES] not in workbook.sheetnames:
        words = _("The workbook has no sheet «%(title)s». Download the export and fill it in.")
        raise WorkbookError(words % {"title": titles[SERVICES]})
    for sheet, title in titles.items():
        if title in workbook.sheetnames:
            page = workbook[title]
            if not hasattr(page, "iter_rows"):
                raise WorkbookError(_("The sheet «%(title)s» holds no table.") % {"title": title})
            found.rows[sheet.key] = list(_rows(found, sheet, title, page))
    return found


def _rows(found, sheet, title, page):
    lines = page.iter_rows(max_col=MAX_COLUMNS)
    header = _header(found, sheet, next(lines, ()))
    for number, cells in enumerate(lines, 2):
        if number > MAX_ROWS:
            words = _("The sheet «%(title)s» has more than %(limit)s rows. Split the file into parts.")
            raise WorkbookError(words % {"title": title, "limit": MAX_ROWS})
        if any(cell.value not in (None, "") for cell in cells):
            yield _row(found, sheet, header, number, cells)


def _header(found, sheet, cells):
    """{position: column} by the first row; complains of headings that are strange or stand twice."""
    with translation.override(LANGUAGE):
        known = {str(column.heading).casefold(): column for column in sheet.columns}
    header = {}
    for position, cell in enumerate(cells):
        heading = str(cell.value or "").strip()
        column = known.get(heading.casefold())
        if column in header.values():
            found.complain(sheet, 1, column, _("This heading stands twice."))
        elif column is not None:
            header[position] = column
        elif heading:
            words = _("There is no such column: «%(heading)s». Correct the heading or delete the column.")
            found.complain(sheet, 1, None, words % {"heading": heading[:80]})
    for column in sheet.columns:
        needed = column.field == ADDRESS or bool(sheet.relation)  # rows of a list are replaced whole
        if needed and column not in header.values():
            found.complain(sheet, 1, column, _("The sheet lacks this column."))
    return header


def _row(found, sheet, header, number, cells):
    row = Row(number, "", {})
    for position, column in header.items():
        if column.read_only or position >= len(cells):
            continue
        try:
            value = _value(cells[position], column)
        except CellError as error:
            found.complain(sheet, number, column, error)
            row.is_broken = True
            continue
        if value is None and column.keeps:
            continue
        if column.field == ADDRESS:
            row.address = str(value).strip().strip("/")
        else:
            row.values[column.field] = value
    return row


def _value(cell, column):
    kind = getattr(cell, "data_type", "n")
    if kind == "f":
        raise CellError(_("The cell holds a formula. Write the value itself."))
    if kind == "e":
        raise CellError(_("The cell holds an error of the spreadsheet. Write the value itself."))
    with translation.override(LANGUAGE):
        return column.cells.from_cell(cell.value)
