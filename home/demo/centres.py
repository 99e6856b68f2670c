"""Five places with hours, exceptions, phones; the demo services are told where they are provided."""

from datetime import time, timedelta
from decimal import Decimal

from django.utils import timezone

from accounts.models import Settlement, Unit, User
from cms.models import OpeningException, OpeningInterval, PlaceIndexPage, PlacePage, PlacePhone, ServicePage
from home.demo.centres_texts import EVERYWHERE, PLACES, REMOTE
from home.demo.places import CENTRE
from home.tree import ensure_tree

FRIDAY = 4
AS_THEY_ARE = ("slug", "title", "lead", "kind", "address", "directions", "entrance", "barrier_free", "accessibility")


def load():
    """Publish what is missing; places that exist are left alone."""
    index = PlaceIndexPage.objects.child_of(ensure_tree()).first()
    if index is None:
        return
    head = User.objects.filter(email="head@example.org").first()
    known = set(PlacePage.objects.child_of(index).values_list("slug", flat=True))
    for entry in PLACES:
        if entry["slug"] not in known:
            page = make(entry)
            index.add_child(instance=page)
            page.save_revision(user=head).publish(user=head)
    places = {page.slug: page for page in PlacePage.objects.child_of(index)}
    _tell_services(places)
    _keep_own_hours(places.get("tsnap-zrazkove"), head)


def make(entry):
    """One place, not saved yet."""
    today = timezone.localdate()
    kind, address, note = entry["booking"]
    page = PlacePage(
        **{name: entry[name] for name in AS_THEY_ARE},
        amenities=entry["amenities"],
        amenities_note=entry.get("amenities_note", ""),
        email=entry["email"],
        booking=kind,
        booking_url=address,
        booking_note=note,
        settlement=Settlement.objects.filter(name=entry["settlement"]).first() if entry["settlement"] else None,
        responsible_unit=Unit.objects.filter(name=CENTRE).first(),
        checked_on=today - timedelta(days=12),
    )
    if entry["at"]:
        page.latitude, page.longitude = map(Decimal, entry["at"])
    if "shut" in entry:
        page.closed_reason, days = entry["shut"]
        page.closed_until = today + timedelta(days=days)
    page.phones = [
        PlacePhone(number=number, label=label, checked_on=today - timedelta(days=days))
        for number, label, days in entry["phones"]
    ]
    page.intervals = [
        OpeningInterval(weekday=day, opens=clock(opens), closes=clock(closes), kind=sort)
        for day, opens, closes, sort in entry["week"]
    ]
    page.exceptions = _exceptions(today, entry)
    return page


def _exceptions(today, entry):
    rows = [_exception(today, *row) for row in entry["exceptions"]]
    if "short_fridays" in entry:
        rows += _fridays(today, {row.first_day for row in rows}, *entry["short_fridays"])
    return rows


def _fridays(today, taken, opens, closes, reason):
    """The last Fridays of this month and the next, as the note to the hours of the site says."""
    next_month = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    for last in (next_month - timedelta(days=1), (next_month + timedelta(days=32)).replace(day=1) - timedelta(days=1)):
        day = last - timedelta(days=(last.weekday() - FRIDAY) % 7)
        if day not in taken:
            yield OpeningException(
                first_day=day, last_day=day, is_closed=False, opens=clock(opens), closes=clock(closes), reason=reason
            )


def _exception(today, first, last, opens, closes, reason):
    first_day = _workday(today + timedelta(days=first))
    return OpeningException(
        first_day=first_day,
        last_day=max(first_day, today + timedelta(days=last)),
        is_closed=not opens,
        opens=clock(opens) if opens else None,
        closes=clock(closes) if closes else None,
        reason=reason,
    )


def _workday(day):
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return day


def clock(text):
    """8:30 from “8:30”."""
    hours, minutes = text.split(":")
    return time(int(hours), int(minutes))


def _tell_services(places):
    """Say of each demo service that names no place where it is provided."""
    main = [places[slug] for slug in ("tsnap-zrazkove", "pidrozdil-verbivka") if slug in places]
    remote = [places[slug] for slug in ("vrm-kovalivka", "vrm-ozerne") if slug in places]
    services = ServicePage.objects.live().filter(locale__language_code="uk", is_demo=True).by_name()
    silent = list(services.filter(places__isnull=True))
    if silent and not services.filter(on_mobile_visits=True).exists():
        ServicePage.objects.filter(pk__in=[page.pk for page in silent[:EVERYWHERE]]).update(on_mobile_visits=True)
        silent = list(services.filter(places__isnull=True))
    for service in silent:
        is_remote = any(word in service.slug for word in REMOTE)
        service.places.set([*main, *remote] if is_remote else main)
        service.save_revision().publish()


def _keep_own_hours(centre, head):
    """Passports end an hour before the doors close."""
    service = ServicePage.objects.live().filter(slug__contains="pasport", locale__language_code="uk").by_name().first()
    if centre is None or service is None or centre.intervals.filter(service__isnull=False).exists():
        return
    centre.intervals.add(
        *(OpeningInterval(weekday=day, opens=clock("8:00"), closes=clock("16:00"), service=service) for day in range(5))
    )
    centre.save_revision(user=head).publish(user=head)
