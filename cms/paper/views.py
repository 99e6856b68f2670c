"""Answers to /posluhy/<way>/lystivka.pdf and /posluhy/<way>/kartka.pdf."""

import logging
from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from cms.models import ServiceIndexPage, ServicePage
from core.limits import Rate, hit_by_address, too_many
from core.pdf import PdfUnavailableError
from core.uploads.names import content_disposition

from .making import CARD, LEAFLET, draft

logger = logging.getLogger(__name__)
MAKING = Rate("paper", limit=30, window=timedelta(minutes=10))
FRESH = 300  # seconds for which a browser need not ask again


def find_service(way, user):
    """The published service at `way` ("a" or "a/variant") of a catalogue in the reader's language. Raises Http404."""
    language = (translation.get_language() or "uk").split("-")[0]
    catalogues = ServiceIndexPage.objects.live().filter(locale__language_code=language)
    addresses = [f"{path}{way}/" for path in catalogues.values_list("url_path", flat=True)]
    services = ServicePage.objects.visible_to(user).filter(url_path__in=addresses).select_related("locale")
    found = services.order_by("path").first()
    if found is None:
        raise Http404
    return found


@require_safe
def leaflet(request, way):
    """The leaflet of a service."""
    return _answer(request, way, LEAFLET)


@require_safe
def card(request, way):
    """The information card of a service."""
    return _answer(request, way, CARD)


def _answer(request, way, paper):
    service = find_service(way, request.user)
    paper_draft = draft(service, paper)
    data = paper_draft.kept()
    if data is None:
        verdict = hit_by_address(request, MAKING)
        if not verdict.allowed:
            return too_many(request, verdict)
        try:
            data = paper_draft.bytes()
        except PdfUnavailableError:
            return _on_screen(request, paper_draft)
    return _file(data, f"{service.slug}-{paper.key}.pdf")


def _file(data, name):
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition(name, download=False)
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, public=True, max_age=FRESH)
    return response


def _on_screen(request, paper_draft):
    """Without the libraries: the same facts as a page to print, and a plain word about it."""
    context = {"facts": paper_draft.facts, "service": paper_draft.service, "label": paper_draft.paper.label}
    response = render(request, "cms/paper/on_screen.html", {**context, "is_print": True})
    patch_cache_control(response, no_store=True)
    return response
