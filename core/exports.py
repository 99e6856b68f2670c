"""Tables that staff and the public download: CSV and XLSX, row by row, with no cell that a spreadsheet would run."""

import csv
import math
import re
import tempfile
from datetime import date, datetime, time
from decimal import Decimal

from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from core.uploads.names import content_disposition

BOM = "\ufeff"
MAX_CELL = 32_767  # characters that a spreadsheet keeps in one cell
MAX_ROWS = 1_048_575  # rows of a sheet under its header
EXACT_DIGITS = 15  # a spreadsheet rounds longer numbers
LARGEST_EXPONENT = 300  # of a number that a spreadsheet can hold
FIRST_YEAR = 1900  # a spreadsheet knows no earlier date
COLUMN_WIDTH = 22
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FORMULA = re.compile(r"^\s*[=+\-@\t\r\n＝＋－＠﹢﹣﹦﹫−]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def cell(value):
    """Return `value` as a cell of a table: str, int, float, Decimal, date, or naive datetime in local time; None becomes "".

    Words lose control characters and what is beyond 32,767 characters; truth becomes "yes" or "no". No guard against
    formulas yet: CSV needs an apostrophe (`guarded`), XLSX marks the cell as text.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float | Decimal):
        return _number(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value if value.year >= FIRST_YEAR else value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, list | tuple | set | frozenset):
        value = "; ".join(str(cell(part)) for part in value)
    text = _UNPRINTABLE.sub("", str(value).replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - 1] + "…"


def _number(value):
    if isinstance(value, Decimal):
        return _decimal(value)
    if not math.isfinite(value):
        return ""
    return str(value) if isinstance(value, int) and abs(value) >= 10**EXACT_DIGITS else value


def _decimal(value):
    if not value.is_finite():
        return ""
    is_exact = len(value.as_tuple().digits) <= EXACT_DIGITS and abs(value.adjusted()) < LARGEST_EXPONENT
    return value if is_exact else str(value)


def _moment(value):
    if timezone.is_aware(value):
        value = timezone.localtime(value)
    value = value.replace(tzinfo=None, microsecond=0)
    return value if value.year >= FIRST_YEAR else value.isoformat(" ")


def guarded(value):
    """Return a cell for CSV: words that a spreadsheet would take for a formula get an apostrophe before them.

    Looks through leading white space and knows the full-width signs that some spreadsheets read as `=`.
    """
    value = cell(value)
    if isinstance(value, str) and _FORMULA.match(value):
        return f"'{value}"
    if isinstance(value, datetime):
        return value.isoformat(" ", timespec="minutes")
    return value


class _Line:
    """A file that gives back what is written to it, so that `csv.writer` makes one line at a time."""

    def write(self, text):
        return text


def stream_csv(filename, header, rows, *, delimiter=","):
    """Return a streamed CSV in UTF-8 with a byte order mark (Excel needs it), lines ended by CR LF.

    `filename` comes without ending; today's date and `.csv` are added. `rows` may be any iterable of sequences: it is read
    while the answer is being sent, so give `queryset.iterator()` and nothing is held in memory. Dates are in ISO 8601.
    """
    writer = csv.writer(_Line(), delimiter=delimiter, lineterminator="\r\n")

    def lines():
        yield BOM + writer.writerow([guarded(value) for value in header])
        for row in rows:
            yield writer.writerow([guarded(value) for value in row])

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    return _with_headers(response, f"{filename}-{timezone.localdate():%Y-%m-%d}.csv")


def stream_xlsx(filename, header, rows, *, sheet=""):
    """Return an XLSX as FileResponse, written row by row through a temporary file.

    Words are stored as text whatever they begin with; numbers, dates and moments keep their type. A table longer than a
    sheet holds ends with a row that says so. `filename` as in `stream_csv`; `sheet` names the sheet.
    """
    book = Workbook(write_only=True)
    page = book.create_sheet(_sheet_title(sheet or filename))
    page.freeze_panes = "A2"
    header = list(header)
    for number in range(1, len(header) + 1):
        page.column_dimensions[get_column_letter(number)].width = COLUMN_WIDTH
    page.append([typed(page, title, bold=True) for title in header])
    for number, row in enumerate(rows, start=1):
        if number >= MAX_ROWS:
            page.append([typed(page, _("The rest does not fit into a sheet. Choose a shorter period or CSV."))])
            break
        page.append([typed(page, value) for value in row])
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the answer closes it when it is sent)
    book.save(file)
    file.seek(0)
    response = FileResponse(file, content_type=XLSX)
    return _with_headers(response, f"{filename}-{timezone.localdate():%Y-%m-%d}.xlsx")


def typed(page, value, *, bold=False):
    """A cell of its own type; words are marked as text, so `=1+1` stays words."""
    value = cell(value)
    made = WriteOnlyCell(page, value)
    if isinstance(value, str):
        made.data_type = "s"
    elif isinstance(value, datetime):
        made.number_format = "dd.mm.yyyy hh:mm"
    elif isinstance(value, date):
        made.number_format = "dd.mm.yyyy"
    if bold:
        made.font = Font(bold=True)
    return made


def _sheet_title(title):
    """A title that Excel accepts: 31 characters, none of `[]:*?/\\`, no apostrophe at the ends."""
    return re.sub(r"[\[\]:*?/\\]", " ", str(cell(title)))[:31].strip("' ") or "1"


def _with_headers(response, filename):
    response["Content-Disposition"] = content_disposition(filename)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
