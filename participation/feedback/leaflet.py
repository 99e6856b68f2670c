"""The leaflet "you said, we did": one sheet of two sides, for the whole community or for one settlement.

It tells of a settlement only what the public page tells: the open number of its voices under a theme, "<5", or nothing. A
quote stands on every leaflet, so that it says nothing of where its author lives.
"""

import functools
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import segno
from django.conf import settings
from django.core.cache import cache
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language

from core import pdf
from participation.feedback.editions import public_of
from participation.feedback.figures import words
from participation.feedback.reading import for_page

SIDES = 2
TRIES = (
    ("roomy", 0),
    ("usual", 0),
    ("tight", 0),
    ("tightest", 0),
    ("tightest", 70),
    ("tightest", 35),
    ("tightest", 15),
)
SMALLEST = 3  # the place of the smallest type in TRIES
KEPT = 24 * 60 * 60  # seconds
QR_SCALE = 8


@dataclass(frozen=True)
class Facts:
    """What the sheet says."""

    summary: Any
    place: Any
    themes: list
    coverage: str
    target: Any
    url: str
    qr: str
    site: dict
    language: str


def gather(summary, place, site):
    """The facts of a published summary for `place`, a settlement or None."""
    page, counts = for_page(summary), counts_of(summary, place)
    here = {theme: words(number) for theme, number in counts.items()}
    themes = [{**entry, "here": here.get(entry["theme"].pk, "")} for entry in page["themes"]]
    themes.sort(
        key=lambda entry: not entry["here"]
    )  # what was said here stands first, the rest in the order of the page
    url = settings.BASE_URL + reverse("feedback:detail", args=[summary.slug])
    return Facts(
        summary=summary,
        place=place,
        themes=themes,
        coverage=page["coverage"],
        target=page["target"],
        url=url,
        qr=segno.make_qr(url, error="m").png_data_uri(scale=QR_SCALE, border=2),
        site=site,
        language=(get_language() or "uk").split("-")[0],
    )


def counts_of(summary, place):
    """{theme: public count} of the themes under which the public page names the settlement."""
    if place is None:
        return {}
    themes = public_of(summary)["themes"]
    found = {theme["id"]: (theme["settlements"] or {}).get(place.name, 0) for theme in themes}
    return {theme: number for theme, number in found.items() if number}


@functools.cache
def style():
    """The style sheets of paper: what all leaflets share, and what only this one has."""
    folder = Path(settings.BASE_DIR) / "static" / "css"
    return (folder / "paper.css").read_text() + (folder / "paper" / "summary.css").read_text()


class Sheet:
    """The leaflet of a summary for a place; `bytes()` lays it out. Call all in the reader's language."""

    def __init__(self, summary, place, site):
        self.facts = gather(summary, place, site)

    @property
    def _name(self):
        return "feedback.leaflet:" + hashlib.sha256((self._html(*TRIES[0]) + style()).encode()).hexdigest()

    def kept(self):
        """The PDF that was laid out for the same words before, or None."""
        return cache.get(self._name)

    def bytes(self):
        """The PDF, laid out anew and kept. Raises PdfUnavailableError."""
        made = pdf.write(self._laid_out())
        cache.set(self._name, made, KEPT)
        return made

    def _laid_out(self):
        """One side if a smaller type is enough for that; else the type shrinks, then long texts lose their ends, to two."""
        document = pdf.lay_out(self._html(*TRIES[0]), style())
        sides = len(document.pages)
        if sides == SIDES:
            tries = (pdf.lay_out(self._html(*one), style()) for one in TRIES[1:SMALLEST])
            return next((smaller for smaller in tries if len(smaller.pages) < SIDES), document)
        is_hopeless = sides > 2 * SIDES  # only the smallest type may help: spare the steps between
        for density, cut in TRIES[SMALLEST:] if is_hopeless else TRIES[1:]:
            if len(document.pages) <= SIDES:
                break
            document = pdf.lay_out(self._html(density, cut), style())
        return document

    def _html(self, density, cut):
        return render_to_string("feedback/leaflet.html", {"facts": self.facts, "density": density, "cut": cut})
