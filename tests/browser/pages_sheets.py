"""Collections of voices for the table of pages; there are none until a room's demo begins one."""

from django.urls import reverse

from accounts.models import User
from participation.sheets.models import Collection
from participation.sheets.services import print_sheets


def _shown():
    """A collection that everybody may read about, a signature before the others."""
    return Collection.objects.in_public().filter(closed_at=None).order_by("-kind", "pk").first()


def voices_pages():
    """The page of a collection and its print pack."""
    collection = _shown()
    if collection is None:
        return {}
    return {
        "collection of voices": reverse("sheets:collection", args=[collection.pk]),
        "print pack": reverse("sheets:pack", args=[collection.case.number]),
    }


def voices_screens():
    """The screens of a collection, with one sheet that waits to be keyed in."""
    collection = _shown()
    pages = {"collections of voices": reverse("sheets_staff:index")}
    if collection is None:
        return pages
    sheet = print_sheets(collection, copies=1, rows_per_sheet=12, actor=User.objects.get(email="head@example.org"))[0]
    own = ("screen", "print_sheets", "desk", "records", "close")
    return {
        **pages,
        **{f"collection: {name}": reverse(f"sheets_staff:{name}", args=[collection.pk]) for name in own},
        "keying in a sheet": reverse("sheets_staff:key_in", args=[sheet.pk]),
        "sheets of the initiator": reverse("sheets:sheets", args=[collection.pk]),
    }
