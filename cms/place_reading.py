"""What the page of one place prints, gathered in a constant number of queries."""

from django.apps import apps
from django.utils import timezone
from django.utils.text import capfirst

from cms.addresses import page_address
from cms.closures import marks
from cms.place_hours import hours_of
from cms.place_structured import structured_data
from cms.place_week import differences, week_of
from cms.schedule import state_at

STOPS = 3
SERVICES = 100  # more would make the page heavy for an old phone; the catalogue has filters


def context_of(place, request):
    """The context of `place` for this reader."""
    now, told = timezone.now(), marks()
    hours = hours_of(place)
    services = services_of(place)
    return {
        "kind": capfirst(place.get_kind_display()),
        "state": state_at(hours, now, told.get),
        "week": week_of(hours.week),
        "different": differences(hours, told, timezone.localdate(now)),
        "own_hours": own_hours(services, hours, now, told),
        "phones": list(place.phones.all()),
        "services": services[:SERVICES],
        "services_left": max(len(services) - SERVICES, 0),
        "catalogue_url": page_address("posluhy")(),
        "notices": notices_of(services),
        "stops": stops_near(place),
        "structured": structured_data(place, request, hours),
    }


def services_of(place):
    """Services provided here, in the reader's language when they are translated, by name.

    A service names the Ukrainian place; a translated page of the place is the same place (one translation key).
    """
    service = apps.get_model("cms.ServicePage")
    here = service.objects.filter(places__translation_key=place.translation_key).values("pk")
    found = list(service.objects.filter(pk__in=here).visible_to().listed().defer_streamfields().by_name())
    keys = {page.translation_key for page in found if page.locale_id == place.locale_id}
    return [page for page in found if page.locale_id == place.locale_id or page.translation_key not in keys]


def own_hours(services, hours, now, told):
    """Services that keep their own hours here: [(service, its week, its state)]."""
    return [
        (
            service,
            week_of(hours.services[service.translation_key]),
            state_at(hours, now, told.get, service.translation_key),
        )
        for service in services
        if service.translation_key in hours.services
    ]


def notices_of(services):
    """Notices in force about the services of this place."""
    notice = apps.get_model("cms.ServiceNotice")
    rows = notice.objects.in_force().filter(service__in=[service.pk for service in services])
    return list(rows.select_related("service").order_by("-since", "-pk"))


def stops_near(place):
    """The next stops of the mobile centre in the settlement of the place."""
    if place.settlement_id is None:
        return []
    stop = apps.get_model("cms.MobileStop")
    coming = stop.objects.coming().filter(settlement=place.settlement_id)
    return list(coming.select_related("visit", "settlement")[:STOPS])
