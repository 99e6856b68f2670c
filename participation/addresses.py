"""Addresses of the hub, and of all that rooms show on it, for the map of the site."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from participation import openings

BACK, AHEAD = timedelta(days=365), timedelta(days=365)
DECIDED = 200


def addresses():
    """The hub, its calendar and rules; then each process that is open, stands in the calendar or was decided."""
    now = timezone.now()
    shown = [
        *openings.open_now(now),
        *openings.between(now - BACK, now + AHEAD),
        *openings.decided(now, DECIDED),
    ]
    own = [reverse(f"participation:{name}") for name in ("hub", "calendar", "rules")]
    found = dict.fromkeys([*own, *(_page_of(row.url) for row in shown)])
    return [(address, None) for address in found if address.startswith("/")]


def _page_of(url):
    """The address without the place on the page and the query."""
    return url.partition("#")[0].partition("?")[0]
