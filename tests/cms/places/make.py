"""Places, services and visits for tests: `place(week=…)`, `service(places=[…])`, `visit(stops=[…])`."""

from datetime import date, time
from itertools import count

from django.utils import timezone

from cms.models import (
    MobileIndexPage,
    MobileRoute,
    MobileStop,
    MobileVisit,
    OpeningException,
    OpeningInterval,
    PlaceIndexPage,
    PlacePage,
    PlacePhone,
    ServiceIndexPage,
    ServicePage,
)
from tests import factories

_numbers = count(1)
WORKING_WEEK = [(day, "8:00", "17:00") for day in range(5)]


def clock(text):
    """8:30 from “8:30”."""
    hours, minutes = text.split(":")
    return time(int(hours), int(minutes))


def interval(weekday, opens, closes, kind="walk_in", service=None):
    """One row of hours, not saved."""
    return OpeningInterval(weekday=weekday, opens=clock(opens), closes=clock(closes), kind=kind, service=service)


def exception(first, last=None, opens=None, closes=None, reason="Ремонт"):
    """One exception, not saved; without hours it is closed."""
    return OpeningException(
        first_day=first,
        last_day=last or first,
        is_closed=opens is None,
        opens=clock(opens) if opens else None,
        closes=clock(closes) if closes else None,
        reason=reason,
    )


def place(title="", *, week=WORKING_WEEK, exceptions=(), phones=(), language="uk", **fields):
    """Make a published place."""
    number = next(_numbers)
    page = PlacePage(title=title or f"Місце {number}", **fields)
    page.intervals = [interval(*row) for row in week]
    page.exceptions = list(exceptions)
    page.phones = [PlacePhone(number=phone) for phone in phones]
    PlaceIndexPage.objects.get(locale__language_code=language).add_child(instance=page)
    page.save_revision().publish()
    return PlacePage.objects.get(pk=page.pk)


def service(title="", *, places=(), language="uk", **fields):
    """Make a published service that `places` provide."""
    number = next(_numbers)
    page = ServicePage(title=title or f"Послуга {number}", lead="Коротко.", **fields)
    page.places = list(places)
    ServiceIndexPage.objects.get(locale__language_code=language).add_child(instance=page)
    page.save_revision().publish()
    return ServicePage.objects.get(pk=page.pk)


def route(name=""):
    """Make a route."""
    return MobileRoute.objects.create(name=name or f"Маршрут {next(_numbers)}")


def visit(day=None, *, on=None, stops=None, not_available=(), **fields):
    """Make a planned visit; `stops` are (settlement, arrives, leaves)."""
    row = MobileVisit.objects.create(route=on or route(), day=day or timezone.localdate(), **fields)
    for number, (settlement, arrives, leaves) in enumerate(stops or [(factories.settlement(), "9:00", "11:00")]):
        MobileStop.objects.create(
            visit=row,
            sort_order=number,
            settlement=settlement,
            point=f"біля крамниці {number}",
            arrives=clock(arrives),
            leaves=clock(leaves),
        )
    row = MobileVisit.objects.get(pk=row.pk)
    if not_available:
        row.not_available.set(list(not_available))
        row.save()
    return row


def mobile_index(language="uk"):
    """The schedule that came with the site."""
    return MobileIndexPage.objects.get(locale__language_code=language)


def november(day):
    """A day of November 2026."""
    return date(2026, 11, day)
