"""HTML into PDF. The library is loaded when the first PDF is asked for: a site without Pango starts and works."""

import functools
import logging

from django.conf import settings

logger = logging.getLogger(__name__)
VARIANT = "pdf/ua-1"


class PdfUnavailableError(Exception):
    """The system lacks the libraries that printing to PDF needs (see tools/pdf_libraries.py)."""


@functools.cache
def _library():
    import weasyprint  # here, because it loads Pango, which a server may lack

    logging.getLogger("weasyprint.progress").setLevel(logging.ERROR)
    return weasyprint


def library():
    """The module that makes PDF. Raises PdfUnavailableError when it cannot be loaded."""
    try:
        return _library()
    except (OSError, ImportError) as error:
        logger.warning("PDF is off: %s", str(error).splitlines()[0] if str(error) else type(error).__name__)
        raise PdfUnavailableError from error


def lay_out(html, css):
    """Return the laid-out document: `.pages`, `.write_pdf()`. Nothing is fetched but what `data:` addresses hold."""
    weasyprint = library()
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=["data"], allow_redirects=False)
    sheet = weasyprint.CSS(string=css, url_fetcher=fetcher)
    source = weasyprint.HTML(string=html, base_url=settings.BASE_URL, url_fetcher=fetcher)
    return source.render(stylesheets=[sheet], pdf_variant=VARIANT, pdf_tags=True)


def write(document):
    """The bytes of a laid-out document: tagged, fonts inside, PDF/UA-1."""
    return document.write_pdf(pdf_variant=VARIANT, pdf_tags=True)
