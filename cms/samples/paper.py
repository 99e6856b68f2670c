"""The letter as PDF. WeasyPrint needs libraries of the system: where they are absent, DOCX and the print view serve."""

import logging
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string

# They tell each step and could quote what a person wrote.
TALKATIVE = ("weasyprint", "weasyprint.progress", "fontTools")
STYLE = "static/css/paper/letter.css"


@lru_cache(maxsize=1)
def weasyprint():
    """The library, or None when it cannot work here; loaded at the first wish, for it takes a second."""
    try:
        import weasyprint as library
    except (ImportError, OSError):
        return None
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return library


def can_print():
    """Can PDF be made here?"""
    return weasyprint() is not None


def pdf(title, lines):
    """Return the letter as the bytes of a PDF/UA file. Nothing outside the text is fetched."""
    library = weasyprint()
    html = render_to_string("cms/samples/letter_page.html", {"title": title, "lines": lines})
    style = library.CSS(string=(Path(settings.BASE_DIR) / STYLE).read_text())
    fetcher = library.URLFetcher(allowed_protocols=["data"])
    page = library.HTML(string=html, url_fetcher=fetcher)
    return page.write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1")
