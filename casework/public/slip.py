"""The printable slip (талон) of a case."""

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from casework.services.tracking import tracking_code, tracking_link


def slip(case):
    """Return what the slip prints: number, code, link, its QR as inline SVG, due moment."""
    link = tracking_link(case)
    drawn = segno.make(link, error="m").svg_inline(
        scale=4, border=2, omitsize=True, svgclass="qr__code", lineclass=None
    )
    return {
        "number": case.number,
        "code": tracking_code(case),
        "link": link,
        "qr": mark_safe(drawn),
        "items": items(case),
    }


def items(case):
    """Return the slip's lines as (label, value): when it came, until when the answer is due, where to follow it."""
    lines = [(_("Received"), words(case.received_at, "j E Y, H:i"))]
    if case.due_at:
        lines.append((_("Answer due by"), words(case.due_at, "j E Y")))
    return [*lines, (_("Follow at"), settings.BASE_URL.split("://")[-1] + reverse("casework:track"))]


def words(moment, pattern):
    """A moment in local words."""
    return date_format(localtime(moment), pattern)
