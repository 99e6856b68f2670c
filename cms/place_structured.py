"""A place in the words of schema.org, as JSON-LD that search engines read. Data, not a script: no policy is loosened."""

import json
from datetime import date, timedelta

from django.utils.safestring import mark_safe

from cms.schedule import Hours, day_of

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
MONDAY = date(2024, 1, 1)  # any week will do: the days stand without exceptions and holidays
CLOSED = {"opens": "00:00", "closes": "00:00"}


def structured_data(place, request, hours):
    """The text for `<script type="application/ld+json">`, with nothing in it that could end the element."""
    data = {
        "@context": "https://schema.org",
        "@type": "GovernmentOffice",
        "name": place.title,
        "url": place.get_full_url(request),
        "address": place.address,
        "email": place.email,
        "telephone": [phone.number for phone in place.phones.all()],
        "openingHoursSpecification": _week(hours),
        "specialOpeningHoursSpecification": _special(hours),
        "amenityFeature": [
            {"@type": "LocationFeatureSpecification", "name": str(label), "value": True}
            for _value, label in place.amenity_pairs
        ],
    }
    if place.latitude is not None:
        data["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(place.latitude),
            "longitude": float(place.longitude),
        }
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))


def _week(hours):
    """Hours without breaks, day by day."""
    plain = Hours(week=hours.week)
    days = (day_of(plain, MONDAY + timedelta(days=number)) for number in range(7))
    return [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": DAYS[piece.weekday], **_span(piece)}
        for day in days
        for piece in day.pieces
    ]


def _special(hours):
    found = [
        {
            "@type": "OpeningHoursSpecification",
            "validFrom": row.first_day.isoformat(),
            "validThrough": row.last_day.isoformat(),
            **(CLOSED if row.opens is None else _span(row)),
        }
        for row in hours.exceptions
    ]
    if hours.shut_reason and hours.shut_until:
        found.append({"@type": "OpeningHoursSpecification", "validThrough": hours.shut_until.isoformat(), **CLOSED})
    return found


def _span(row):
    return {"opens": f"{row.opens:%H:%M}", "closes": f"{row.closes:%H:%M}"}
