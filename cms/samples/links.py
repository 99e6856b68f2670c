"""Samples that the pages of requests and appeals lead to."""

from functools import partial

from django.db.models import Case, Value, When
from django.utils.translation import get_language

from cms.models import SamplePage
from cms.samples.kinds import APPEALS, REQUESTS, SamplePurpose
from core.links import offer

PLACES = {"inquiries.request": REQUESTS, "inquiries.hub": (*REQUESTS, *APPEALS)}


def connect():
    """Offer the samples to the pages of inquiries."""
    for place, givers in GIVERS.items():
        offer(place, givers)


def samples_for(purposes, request):
    """Links to the current samples of these purposes, in their order, in the language of the reader (else Ukrainian)."""
    order = Case(*(When(purpose=purpose, then=Value(number)) for number, purpose in enumerate(purposes)))
    rows = SamplePage.objects.visible_to(request.user).current().filter(purpose__in=purposes)
    language = (get_language() or "uk").split("-")[0]
    rows = rows.select_related("locale").order_by(order, "title", "pk")
    found = [page for page in rows if page.locale.language_code == language]
    return [link(page) for page in found or [page for page in rows if page.locale.language_code == "uk"]]


def link(page):
    """What the other room prints."""
    return {
        "label": page.title,
        "url": page.get_url(),
        "fill_url": page.fill_url,
        "note": str(SamplePurpose(page.purpose).label),
    }


GIVERS = {place: partial(samples_for, purposes) for place, purposes in PLACES.items()}
