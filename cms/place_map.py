"""The map of places: only when the settings name a server of tiles, and only beside the list. Nothing foreign otherwise."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

HOLES = ("{z}", "{x}", "{y}")
HOST = re.compile(r"(?:\{s\}\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?", re.IGNORECASE)
LOOPBACK = ("127.0.0.1", "localhost")


@dataclass(frozen=True)
class Map:
    """What the page hands to static/js/places-map.js."""

    tiles: str
    attribution: str
    points: list


def check_tiles(address):
    """A validator: https, a plain host, the three holes. Raises ValidationError."""
    if not all(hole in address for hole in HOLES):
        raise ValidationError(_("The address must contain {z}, {x} and {y}."))
    if not source_of(address):
        raise ValidationError(_("Give a full address that begins with https://."))


def source_of(address):
    """The source for `img-src` of the content policy, or "" for an address that must not be trusted."""
    parts = urlsplit(address)
    host = parts.netloc
    is_secure = parts.scheme == "https" or (parts.scheme == "http" and host.split(":")[0] in LOOPBACK)
    if not is_secure or not HOST.fullmatch(host) or any(sign in address for sign in " ;,'\""):
        return ""
    return f"{parts.scheme}://{host.replace('{s}', '*')}"


def map_of(request, places):
    """The Map of `places` ({page, state}) with coordinates, or None without tiles or without anything to show."""
    settings = settings_of(request)
    points = [point_of(item) for item in places if item.page.latitude is not None]
    if settings is None or not source_of(settings.map_tiles_url) or not points:
        return None
    request.map_source = source_of(settings.map_tiles_url)
    return Map(settings.map_tiles_url, settings.map_attribution, points)


def point_of(item):
    """One marker, numbered as in the list."""
    page = item.page
    return {
        "number": item.number,
        "title": page.title,
        "text": f"{page.address}. {str(item.state).capitalize()}" if page.address else str(item.state).capitalize(),
        "url": page.get_url(),
        "at": [float(page.latitude), float(page.longitude)],
    }


def settings_of(request):
    """The settings of the site that is read, or None."""
    site = Site.find_for_request(request)
    return getattr(site, "sitesettings", None) if site else None


def allow_tiles(response):
    """Widen the content policy of this response by the source that `map_of` remembered."""
    request = getattr(response, "_request", None)
    source = getattr(request, "map_source", "")
    if source:
        response._csp_update = {"img-src": [source]}
    return response
