"""What a case's print pack says. Every room registers a function that tells it of its own cases.

from participation.sheets import pack
pack.register("idea", lambda case: pack.PrintItem(title=case.public_title, lead=case.public_text, url="/uchast/idei/…"))
"""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class PrintItem:
    """The words of a poster, a large print, a notice. Only `title` is necessary.

    `lead` is one or two sentences. `url` is the address of the page, "/uchast/…" or whole; its QR is printed. `when`,
    `where`, `contact` are lines as they are read. `large` is the plain-language text of the large print (the lead when
    empty). `kicker` names the kind ("Public hearings"), `call` asks ("Come and speak"), `points` is a short list (an
    agenda), `ground` the act behind the notice.
    """

    title: Any
    lead: Any = ""
    url: str = ""
    when: Any = ""
    where: Any = ""
    contact: Any = ""
    large: Any = ""
    kicker: Any = ""
    call: Any = ""
    points: tuple = ()
    ground: Any = ""


_makers = {}


def register(procedure_key, function):
    """Let `function(case)` tell what is printed about cases of a procedure: a `PrintItem`, or None when nothing may be."""
    _makers[procedure_key] = function


def item_for(case):
    """The `PrintItem` of a case as its procedure's own model; None when there is nothing to print.

    A case whose room registered nothing is printed while it collects voices.
    """
    maker = _makers.get(case.procedure, _of_collection)
    return maker(case.specific)


def collection_of(case):
    """The collection that the pack of a case speaks of: the newest one that is not closed, or None."""
    return case.collections.filter(closed_at=None).order_by("-opened_at", "-pk").first()


def _of_collection(case):
    """What can be said of any case that collects voices."""
    collection = collection_of(case)
    if collection is None or not case.public_title:
        return None
    return PrintItem(
        title=collection.title,
        lead=case.public_text,
        url=reverse("sheets:collection", args=[collection.pk]),
        kicker=collection.get_kind_display(),
        call=_("Add your voice"),
    )
