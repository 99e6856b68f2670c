"""The minutes as PDF, laid out by the house's own printer."""

from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from core import pdf
from participation.groups.minutes.word import title_of, when_of

SHEET = "static/css/paper/minutes.css"


def write(content):
    """The bytes of the PDF. Raises PdfUnavailableError when the server lacks the libraries."""
    pdf.library()
    css = (Path(settings.BASE_DIR) / SHEET).read_text()
    with translation.override("uk"):
        facts = {**content, "title": title_of(content["meeting"]), "when": when_of(content["meeting"])}
        html = render_to_string("groups/paper/minutes.html", facts)
    return pdf.write(pdf.lay_out(html, css))
