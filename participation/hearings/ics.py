"""One event as an iCalendar file (RFC 5545): the same UID for ever, a higher SEQUENCE for every moved date."""

from datetime import UTC

from django.conf import settings
from django.utils import timezone

LONGEST_LINE = 74  # bytes; RFC 5545, 3.1 allows 75


def escaped(text):
    """Text with the characters that the format uses itself marked."""
    text = str(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\n").replace("\n", "\\n")


def folded(line):
    """A line broken into pieces of at most 74 bytes, never inside a letter."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > LONGEST_LINE:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece])


def stamp(moment):
    """A moment in UTC."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def calendar_of(hearing, *, name, now=None):
    """The calendar with the one event of a hearing that has a date."""
    host = settings.BASE_URL.split("://")[-1].partition("/")[0].partition(":")[0]
    is_off = hearing.state in ("cancelled", "not_held")
    url = settings.BASE_URL + hearing.get_absolute_url()
    where = ", ".join(part for part in (hearing.place, hearing.stream_url) if part)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{escaped(name)}//hearings//UK",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:hearing-{hearing.pk}@{host}",
        f"SEQUENCE:{hearing.changes}",
        f"DTSTAMP:{stamp(now or timezone.now())}",
        f"DTSTART:{stamp(hearing.starts_at)}",
        *([f"DTEND:{stamp(hearing.ends_at)}"] if hearing.ends_at else []),
        f"SUMMARY:{escaped(hearing.public_title)}",
        f"LOCATION:{escaped(where)}",
        f"DESCRIPTION:{escaped(url)}",
        f"URL:{url}",
        f"STATUS:{'CANCELLED' if is_off else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(folded(line) for line in lines) + "\r\n"
