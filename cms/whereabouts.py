"""Where and when can I get this service: places with their state for it, and the next mobile visits that provide it."""

from dataclasses import dataclass

from django.apps import apps
from django.utils import timezone

from cms.closures import marks
from cms.place_hours import hours_of
from cms.place_week import week_of
from cms.schedule import state_at

VISITS = 5
LOOKED_THROUGH = 60


@dataclass(frozen=True)
class AtPlace:
    """One place: its page, its state for the service, whether the service has hours of its own there, and the week."""

    page: object
    state: object
    has_own_hours: bool
    week: object


@dataclass(frozen=True)
class Whereabouts:
    """What templates/cms/includes/where_and_when.html prints as `whereabouts`."""

    places: list
    stops: list
    mobile_url: str

    def __bool__(self):
        return bool(self.places or self.stops)


def where_and_when(service, moment=None):
    """The Whereabouts of a ServicePage at `moment` (now), in a constant number of queries."""
    moment = moment or timezone.now()
    return Whereabouts(
        places=_places(service, moment),
        stops=_stops(service, moment) if service.on_mobile_visits else [],
        mobile_url=_mobile_url(service) if service.on_mobile_visits else "",
    )


def _places(service, moment):
    """A service names places in one language; the reader gets the page in theirs, where it is translated."""
    place, told, key = apps.get_model("cms.PlacePage"), marks(), service.translation_key
    named = [page.translation_key for page in service.places.all()]
    here = place.objects.filter(translation_key__in=named).visible_to().with_hours().in_order()
    found = list(here)
    own = {page.translation_key for page in found if page.locale_id == service.locale_id}
    pages = [page for page in found if page.locale_id == service.locale_id or page.translation_key not in own]
    return [_at_place(page, hours_of(page), moment, told, key) for page in pages]


def _at_place(page, hours, moment, told, key):
    state = state_at(hours, moment, told.get, key)
    return AtPlace(page, state, key in hours.services, week_of(hours.week_of(key)))


def _stops(service, moment):
    """The next stops of visits that do not name the service as missing; of one settlement only the nearest."""
    stop = apps.get_model("cms.MobileStop")
    coming = stop.objects.coming(moment).exclude(visit__not_available__translation_key=service.translation_key)
    nearest = {}
    for row in coming.select_related("visit", "settlement")[:LOOKED_THROUGH]:
        nearest.setdefault(row.settlement_id, row)
    return list(nearest.values())[:VISITS]


def _mobile_url(service):
    index = (
        apps.get_model("cms.MobileIndexPage").objects.live().filter(locale=service.locale_id).order_by("path").first()
    )
    return index.get_url() if index else ""
