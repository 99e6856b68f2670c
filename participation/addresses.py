"""Addresses of the hub for the map of the site."""

from django.urls import reverse


def addresses():
    """The hub, its calendar and its rules."""
    return [(reverse(f"participation:{name}"), None) for name in ("hub", "calendar", "rules")]
