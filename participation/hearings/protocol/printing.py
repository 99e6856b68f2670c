"""The protocol as a tagged PDF, from the same words as the page."""

from functools import cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from core import pdf

SHEET = "static/css/paper/protocol.css"


@cache
def css():
    """The style of the sheet."""
    return (settings.BASE_DIR / SHEET).read_text()


def as_pdf(told, *, recording=""):
    """Return the bytes of the PDF. Raises PdfUnavailableError when the system cannot print."""
    with translation.override("uk"):
        html = render_to_string("hearings/paper/protocol.html", {"told": told, "recording": recording})
    return pdf.write(pdf.lay_out(html, css()))
