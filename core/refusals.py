"""Refusing a request in plain words before any page sees it."""

from django.http import HttpResponse
from django.template import loader
from django.utils import translation
from django.utils.translation import get_language_from_request

NOTHING_BUT_STYLE = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def refuse(request, status, words):
    """Return a page with `words` that needs no database, session or host name; `status` is 400, 413 or 414."""
    with translation.override(get_language_from_request(request, check_path=True)):
        page = loader.render_to_string("refused.html", {"words": words, "language": translation.get_language()})
    response = HttpResponse(page, status=status)
    response["Content-Security-Policy"] = NOTHING_BUT_STYLE
    response["X-Content-Type-Options"] = "nosniff"
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    return response
