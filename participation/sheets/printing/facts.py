"""What every paper prints besides the words of its item: who speaks, the address, its QR."""

from dataclasses import dataclass
from typing import Any

import segno
from django.conf import settings
from django.utils import translation

from core import site
from participation.sheets.pack import PrintItem

QR_SCALE = 10


@dataclass(frozen=True)
class Facts:
    """An item with all that its paper needs."""

    item: PrintItem
    number: str
    community: str
    tagline: str
    contact: str
    phone: str
    url: str
    qr: str
    language: str
    collection: Any = None

    @property
    def short_url(self):
        """The address as one reads it aloud."""
        return self.url.split("://")[-1].rstrip("/")


def gather(request, case, item, collection=None):
    """The facts of a paper in the reader's language."""
    house = site.describe(request)
    own = [str(part) for part in (house["phone"] or house["hotline"], house["email"]) if part]
    url = absolute(item.url)
    return Facts(
        item=item,
        number=case.number,
        community=str(house["name"]),
        tagline=str(house["tagline"]),
        contact=str(item.contact or ", ".join(own)),
        phone=str(house["phone"] or house["hotline"] or ""),
        url=url,
        qr=qr(url),
        language=(translation.get_language() or settings.LANGUAGE_CODE).split("-")[0],
        collection=collection,
    )


def absolute(url):
    """A whole address of an address on this site."""
    return url if "://" in url else settings.BASE_URL + url


def qr(url):
    """The QR code of an address as a picture inside the document."""
    return segno.make_qr(url or "-", error="m").png_data_uri(scale=QR_SCALE, border=1)
