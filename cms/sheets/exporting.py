"""The workbook of all services of a language, as staff see them: drafts included."""

import tempfile

from django.utils import translation
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from core.exports import typed

from .columns import ADDRESS, CHILDREN, LANGUAGE, SERVICES, SHEETS
from .state import Tree, fields_of, newest, rows_of, status


def workbook(language="uk"):
    """Return an open temporary file that holds the workbook. Words are stored as words, whatever they begin with."""
    book = Workbook(write_only=True)
    tree = Tree(language)
    with translation.override(LANGUAGE):
        pages = {sheet.key: _begin(book, sheet) for sheet in SHEETS}
        for page in tree.pages().iterator(chunk_size=200):
            _write(pages, tree.address(page), page, newest(page))
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the answer closes it when it is sent)
    book.save(file)
    file.seek(0)
    return file


def _begin(book, sheet):
    page = book.create_sheet(str(sheet.title))
    page.freeze_panes = "C2" if sheet is SERVICES else "B2"
    for number, column in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(number)].width = column.width
    page.append([typed(page, str(column.heading), bold=True) for column in sheet.columns])
    return page


def _write(pages, address, page, service):
    values = {**fields_of(service), ADDRESS: address, "status": status(page)}
    _append(pages[SERVICES.key], SERVICES, values)
    for sheet in CHILDREN:
        for row in rows_of(service, sheet):
            _append(pages[sheet.key], sheet, {**row, ADDRESS: address})


def _append(page, sheet, values):
    page.append([typed(page, column.cells.to_cell(values[column.field])) for column in sheet.columns])
