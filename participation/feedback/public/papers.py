"""The summary for the press and on paper, and the photos of its measures."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from accounts.models import Settlement
from core.limits import Rate, hit_by_address, too_many
from core.pdf import PdfUnavailableError
from core.site import describe
from core.uploads import serve_to
from core.uploads.names import content_disposition
from participation.feedback import leaflet, press
from participation.feedback.models import Evidence, Summary

MAKING = Rate("feedback.leaflet", limit=30, window=timedelta(minutes=10))
LARGEST_ID = 2**63 - 1


def published_summary(slug):
    """The version that holds. Raises Http404."""
    return get_object_or_404(Summary.objects.published().select_related("unit", "compared_to"), slug=slug)


@require_safe
def press_page(request, slug):
    """The plain text with a button to copy it, and the same as files."""
    summary = published_summary(slug)
    return render(request, "feedback/press.html", {"summary": summary, "text": press.as_text(summary)})


@require_safe
def press_text(request, slug):
    """The plain text as a file."""
    summary = published_summary(slug)
    return as_file(press.as_text(summary).encode(), "text/plain; charset=utf-8", f"{summary.slug}.txt")


@require_safe
def press_docx(request, slug):
    """The text as a document of a word processor."""
    summary = published_summary(slug)
    return as_file(press.as_docx(summary), press.DOCX, f"{summary.slug}.docx")


def as_file(data, content_type, name, *, download=True):
    """An answer with a file."""
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = content_disposition(name, download=download)
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
def leaflets(request, slug):
    """The leaflets: one for the whole community, one for every settlement, whether or not anybody wrote from there."""
    places = Settlement.objects.order_by("name", "pk")
    return render(request, "feedback/leaflets.html", {"summary": published_summary(slug), "places": places})


@require_safe
def leaflet_pdf(request, slug, place=None):
    """One leaflet as PDF; as a page to print where the server cannot make PDF."""
    summary = published_summary(slug)
    if place is not None:
        place = get_object_or_404(Settlement, pk=min(place, LARGEST_ID))
    sheet = leaflet.Sheet(summary, place, describe(request))
    name = f"{summary.slug}-{place.pk if place else 'hromada'}.pdf"
    if (kept := sheet.kept()) is not None:
        return as_file(kept, "application/pdf", name, download=False)
    verdict = hit_by_address(request, MAKING)
    if not verdict.allowed:
        return too_many(request, verdict)
    try:
        return as_file(sheet.bytes(), "application/pdf", name, download=False)
    except PdfUnavailableError:
        response = render(request, "feedback/leaflet_screen.html", {"facts": sheet.facts, "is_print": True})
        patch_cache_control(response, no_store=True)
        return response


@require_safe
def photo(request, pk):
    """One photo of a measure, for whoever may see it."""
    found = Evidence.objects.select_related("measure__theme__summary").filter(pk=min(pk, LARGEST_ID)).first()
    if found is None:
        raise Http404
    return serve_to(request.user, found, download=False)
