"""The printable slip (талон) of a case."""

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import mark_safe

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
        "track_address": settings.BASE_URL.split("://")[-1] + reverse("casework:track"),
        "qr": mark_safe(drawn),
        "due_at": case.due_at,
        "received_at": case.received_at,
    }
