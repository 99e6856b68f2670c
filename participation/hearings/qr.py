"""The QR code of a registration: it opens the door's page for the member of staff who scans it."""

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import mark_safe


def door_qr(registration):
    """The code as inline SVG. Strangers who scan it are asked to sign in as staff."""
    link = settings.BASE_URL + reverse("hearings_staff:door", args=[registration.code])
    drawn = segno.make(link, error="m").svg_inline(
        scale=4, border=2, omitsize=True, svgclass="qr__code", lineclass=None
    )
    return mark_safe(drawn)
