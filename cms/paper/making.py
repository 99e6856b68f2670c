"""The two papers of a service: `leaflet(service)` and `card(service)` return the bytes of a PDF."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core import pdf

from . import keeping
from .facts import gather

SHEET_SIDES = 2
DENSITIES = ("roomy", "usual", "tight", "tightest")
CUT_TO = (12, 7, 4)


@dataclass(frozen=True)
class Paper:
    """One kind of paper: its key in addresses and names, its template, its name for people."""

    key: str
    template: str
    label: str


LEAFLET = Paper("lystivka", "cms/paper/leaflet.html", _("Leaflet"))
CARD = Paper("kartka", "cms/paper/card.html", _("Information card"))


def leaflet(service):
    """One sheet, at most two sides. Raises PdfUnavailableError."""
    return make(service, LEAFLET)


def card(service):
    """The whole information card. Raises PdfUnavailableError."""
    return make(service, CARD)


def make(service, paper):
    """The PDF of `service`, from the store when the same words were laid out before."""
    with translation.override(service.locale.language_code):
        return draft(service, paper).bytes()


def draft(service, paper):
    """The words of the paper, not laid out yet. Call it in the language of the service."""
    return Draft(service, paper, gather(service))


def style():
    """The style sheet of paper, the same file that stands among the site's."""
    return (Path(settings.BASE_DIR) / "static" / "css" / "paper.css").read_text()


class Draft:
    """Words and their fingerprint; `bytes()` lays them out unless the store has them."""

    def __init__(self, service, paper, facts):
        self.service, self.paper, self.facts = service, paper, facts
        self.html = self._render(facts, DENSITIES[0])
        self.css = style()

    @property
    def name(self):
        """The name in the store: page, kind, language, and the fingerprint of the words and the look."""
        mark = keeping.fingerprint(self.html, self.css)
        return f"{self.service.pk}-{self.paper.key}-{self.facts.language}-{mark}.pdf"

    def kept(self):
        """The bytes of the store, or None."""
        return keeping.read(self.name)

    def bytes(self):
        """The PDF, made at most once for the same words."""
        found = self.kept()
        if found is None:
            found = pdf.write(self._laid_out())
            keeping.write(self.name, found)
        return found

    def _laid_out(self):
        """A leaflet shrinks, then drops the ends of long lists, until it fits one sheet of two sides; a card just runs on."""
        document = pdf.lay_out(self.html, self.css)
        if self.paper is CARD:
            return document
        hopeless = len(document.pages) > 2 * SHEET_SIDES  # only the smallest type may help: spare the steps between
        tries = [(self.facts, density) for density in (DENSITIES[-1:] if hopeless else DENSITIES[1:])]
        tries += [(self.facts.cut(most), DENSITIES[-1]) for most in CUT_TO]
        for facts, density in tries:
            if len(document.pages) <= SHEET_SIDES:
                break
            document = pdf.lay_out(self._render(facts, density), self.css)
        return document

    def _render(self, facts, density):
        return render_to_string(self.paper.template, {"facts": facts, "service": self.service, "density": density})
