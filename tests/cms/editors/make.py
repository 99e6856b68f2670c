"""Pages for the tests of the editorial machinery: `place(address="…")`, `service()`, `simple()`."""

from datetime import time
from itertools import count

from cms.models import (
    OpeningInterval,
    PlaceIndexPage,
    PlacePage,
    PlacePhone,
    ServiceIndexPage,
    ServicePage,
    StandardPage,
)
from home.models import HomePage

_numbers = count(1)
FIELDS = {"address": "вул. Садова, 1", "barrier_free": "yes"}


def front(language="uk"):
    """The front page of a language."""
    return HomePage.objects.get(locale__language_code=language)


def place(title="", *, ready=True, live=True, language="uk", **fields):
    """A place; with everything a visitor needs unless not `ready`."""
    page = PlacePage(title=title or f"Центр {next(_numbers)}", live=live, **{**(FIELDS if ready else {}), **fields})
    if ready:
        page.phones = [PlacePhone(number="044 123 45 67")]
        page.intervals = [OpeningInterval(weekday=0, opens=time(8), closes=time(17))]
    PlaceIndexPage.objects.get(locale__language_code=language).add_child(instance=page)
    page.save_revision()
    return PlacePage.objects.get(pk=page.pk)


def service(title="", *, live=True, **fields):
    """A service that lacks most of its card."""
    page = ServicePage(title=title or f"Послуга {next(_numbers)}", lead="Коротко.", live=live, **fields)
    ServiceIndexPage.objects.get(locale__language_code="uk").add_child(instance=page)
    page.save_revision()
    return ServicePage.objects.get(pk=page.pk)


def simple(title="", *, live=True, language="uk", parent=None, body=(), **fields):
    """A simple page below the front page."""
    fields.setdefault("lead", "Лід.")
    page = StandardPage(title=title or f"Сторінка {next(_numbers)}", live=live, body=list(body), **fields)
    (parent or front(language)).add_child(instance=page)
    page.save_revision()
    return StandardPage.objects.get(pk=page.pk)


def place_form(page=None, **changes):
    """What the editor's form of a place posts."""
    rows = {"phones": "044 123 45 67"} if changes.pop("with_rows", True) else {}
    data = {
        "title": page.title if page else "Новий центр",
        "slug": page.slug if page else "",
        "kind": "centre",
        "address": "вул. Садова, 1",
        "barrier_free": "yes",
        "booking": "none",
        "check_every_days": "365",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "exceptions-TOTAL_FORMS": "0",
        "exceptions-INITIAL_FORMS": "0",
        **formset("phones", [{"number": number} for number in rows.values()]),
        **formset(
            "intervals", [{"weekday": "0", "opens": "08:00", "closes": "17:00", "kind": "walk_in"}] if rows else []
        ),
    }
    return {**data, **changes}


def formset(name, rows):
    """A formset of new rows as a browser sends it."""
    data = {f"{name}-TOTAL_FORMS": str(len(rows)), f"{name}-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        data |= {f"{name}-{number}-{key}": value for key, value in row.items()}
        data |= {f"{name}-{number}-ORDER": str(number + 1), f"{name}-{number}-id": "", f"{name}-{number}-DELETE": ""}
    return data
