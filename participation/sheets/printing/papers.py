"""The papers of a pack: what each is for, and how its words become a PDF."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from core import pdf

DENSITIES = ("roomy", "usual", "tight", "tightest", "tightest cut")  # the last leaves out what is on the page too
TEAR_OFFS = range(8)


@dataclass(frozen=True)
class Paper:
    """One kind of paper: its key in addresses, its template, its name, what it is for; `most` pages, 0 for any number."""

    key: str
    template: str
    label: Any
    about: Any
    most: int = 0
    extra: dict = field(default_factory=dict)


POSTER = Paper(
    "plakat",
    "sheets/print/poster.html",
    _("Poster with tear-offs"),
    _(
        "A4 in colour: the invitation in large letters, a QR code and eight strips to tear off. For doors, shops, bus stops."
    ),
    most=1,
    extra={"tear_offs": TEAR_OFFS},
)
LARGE = Paper(
    "velykyi-shryft",
    "sheets/print/large.html",
    _("Large print"),
    _("Letters of 20 points and short sentences, for people who see poorly. Also good to read aloud."),
)
NOTICE = Paper(
    "oholoshennia",
    "sheets/print/notice.html",
    _("Notice for the village board"),
    _("Black and white, with a place to write when it was put up and taken down: proof that people were told."),
    most=1,
)
PAPERS = (POSTER, LARGE, NOTICE)


def paper(key):
    """The paper with this key, or None."""
    return next((paper for paper in PAPERS if paper.key == key), None)


def style():
    """The style sheet of the pack, which is no part of the site's."""
    return (Path(settings.BASE_DIR) / "static" / "css" / "paper" / "pack.css").read_text()


def make(paper, facts):
    """The bytes of the PDF; letters shrink, then words are cut, until it fits. Raises PdfUnavailableError."""
    css = style()
    for density in DENSITIES:
        context = {"facts": facts, "item": facts.item, "density": density, "is_cut": "cut" in density, **paper.extra}
        html = render_to_string(paper.template, context)
        document = pdf.lay_out(html, css)
        if not paper.most or len(document.pages) <= paper.most:
            break
    return pdf.write(document)


def make_sheets(sheets, facts):
    """The PDF of numbered sheets, each on paper of its own. `sheets` are (sheet, QR of its screen) pairs."""
    context = {"facts": facts, "item": facts.item, "sheets": sheets, "collection": facts.collection}
    return pdf.write(pdf.lay_out(render_to_string("sheets/print/sheets.html", context), style()))
