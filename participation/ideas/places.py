"""Points of ideas as a drawing of our own: no map of a stranger is asked, and the list beside says the same."""

from dataclasses import dataclass
from math import cos, radians
from typing import Any

from participation.ideas.models import Idea

MOST_POINTS = 60
WIDTH, MARGIN = 600, 24
LEAST_SPAN = 0.01  # degrees: one point, or several of one yard, are not blown up to the whole drawing


@dataclass(frozen=True)
class Point:
    """A numbered idea and where it stands in the drawing."""

    number: int
    idea: Any


def points_of(rows):
    """The newest public ideas among `rows` that have a point, numbered from the north."""
    keys = rows.filter(latitude__isnull=False).order_by("-listed_at", "-case_ptr_id").values_list("pk", flat=True)
    found = Idea.objects.in_public_register().filter(pk__in=list(keys[:MOST_POINTS])).select_related("settlement")
    only = ("number", "public_title", "latitude", "longitude", "place", "state", "procedure", "settlement__name")
    ordered = sorted(found.only(*only), key=lambda idea: (-idea.latitude, idea.longitude, idea.pk))
    return [Point(number, idea) for number, idea in enumerate(ordered, start=1)]


def picture(points):
    """The drawing: its size and where each point falls; None without points. A degree of longitude is shorter than one of
    latitude, so the shape of the community is kept."""
    if not points:
        return None
    norths = [float(point.idea.latitude) for point in points]
    easts = [float(point.idea.longitude) for point in points]
    narrow = cos(radians(sum(norths) / len(norths)))
    south, north, west, east = min(norths), max(norths), min(easts), max(easts)
    span = max((east - west) * narrow, north - south, LEAST_SPAN)
    scale = (WIDTH - 2 * MARGIN) / span
    height = round(max(north - south, LEAST_SPAN) * scale) + 2 * MARGIN
    dots = [
        {
            "point": point,
            "x": round(MARGIN + (float(point.idea.longitude) - west) * narrow * scale),
            "y": round(MARGIN + (north - float(point.idea.latitude)) * scale),
        }
        for point in points
    ]
    return {"width": WIDTH, "height": height, "dots": dots}
