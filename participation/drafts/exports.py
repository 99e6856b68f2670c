"""The document and the table of decisions as files: DOCX, PDF, XLSX, CSV."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core import pdf
from core.exports import stream_csv, stream_xlsx
from core.uploads.kinds import KINDS
from core.uploads.names import content_disposition
from participation.drafts import table
from participation.drafts.docx import writing

FORMATS = ("docx", "pdf", "xlsx", "csv")
SHEET = "static/css/paper/draft.css"


def document_in(kind, document, version):
    """A version of the document as a file. Raises PdfUnavailableError when PDF cannot be made here."""
    paragraphs = list(version.paragraphs.order_by("order"))
    name = f"{document.slug}-v{version.number}"
    if kind == "docx":
        return attachment(writing.document_file(document, version, paragraphs), name, "docx")
    if kind == "pdf":
        context = {"document": document, "about": writing.about(version), "paragraphs": paragraphs}
        return attachment(printed("drafts/paper/document.html", context), name, "pdf")
    header = [_("Paragraph"), _("Kind"), _("Number in the document"), _("Text")]
    rows = ([row.label, row.get_kind_display(), row.marker, row.text] for row in paragraphs)
    return spreadsheet(kind, name, header, rows)


def table_in(kind, document, lines, version=None):
    """The table “comment, decision, reason” as a file. Raises PdfUnavailableError when PDF cannot be made here."""
    name = f"tablytsia-{document.slug}"
    title = _("Comments on the draft “%(title)s” and what was decided") % {"title": document.title}
    header, rows = table.header(), list(table.rows_of(lines))
    if kind == "docx":
        figures = "; ".join(f"{label}: {number}" for label, number, _key in table.figures(lines))
        return attachment(writing.table_file(title, figures, header, rows), name, "docx")
    if kind == "pdf":
        context = {"title": title, "header": header, "rows": rows, "figures": table.figures(lines)}
        return attachment(printed("drafts/paper/table.html", context), name, "pdf")
    return spreadsheet(kind, name, header, rows)


def spreadsheet(kind, name, header, rows):
    """CSV or XLSX."""
    return (stream_csv if kind == "csv" else stream_xlsx)(name, header, rows)


@cache
def paper_sheet():
    """The style of drafts on paper."""
    return (Path(settings.BASE_DIR) / SHEET).read_text()


def printed(template, context):
    """The bytes of a PDF made of a template."""
    context = {**context, "language": get_language() or settings.LANGUAGE_CODE, "today": timezone.localdate()}
    return pdf.write(pdf.lay_out(render_to_string(template, context), paper_sheet()))


def attachment(data, name, kind):
    """A file to download."""
    response = HttpResponse(data, content_type=KINDS[kind].content_type)
    response["Content-Disposition"] = content_disposition(f"{name}.{kind}")
    response["X-Content-Type-Options"] = "nosniff"
    return response
