"""Pages of places and of the mobile centre for the tests that walk every page."""

from django.urls import reverse

from accounts.models import Settlement
from cms.models import MobileVisit, PlacePage


def public():
    """Every place, the lists with and without answers, the schedule of one settlement."""
    village = Settlement.objects.get(name="Вербівка")
    return {
        "places": "/tsentry/",
        "places in English": "/en/tsentry/",
        "places, nothing found": f"/tsentry/?amenity=bank&settlement={village.pk}",
        **{f"place, {page.slug}": page.get_url() for page in PlacePage.objects.live().order_by("pk")},
        "mobile centre": "/mobilnyi-tsnap/",
        "mobile centre, one settlement": f"/mobilnyi-tsnap/?settlement={village.pk}",
        "mobile centre, not understood": "/mobilnyi-tsnap/?month=x",
        "mobile centre, rules": "/mobilnyi-tsnap/poriadok/",
    }


def staff():
    """Screens of the desk."""
    place = PlacePage.objects.live().order_by("pk").first()
    moved = MobileVisit.objects.filter(state="moved").order_by("pk").first()
    standing = MobileVisit.objects.filter(state="confirmed").order_by("pk").first()
    return {
        "places of staff": reverse("cms_places:index"),
        "closed because": reverse("cms_places:days", args=[place.pk]),
        "visits of staff": reverse("mobile_visits:index"),
        "visit moved": reverse("cms_visits:screen", args=[moved.pk]),
        "visit confirmed": reverse("cms_visits:screen", args=[standing.pk]),
        "moving a visit": reverse("cms_visits:act", args=[standing.pk, "move"]),
    }
