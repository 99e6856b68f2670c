"""A business card (vCard 4.0, RFC 6350) of a post: the office's contacts, a name only with a consent."""

from django.http import HttpResponse

from core.text import clean_text
from core.uploads.names import content_disposition

MOST_BYTES = 73  # of a line; RFC 6350 allows 75, and a Ukrainian letter takes two


def vcard(seat, address):
    """The answer with the card of `seat`; `address` is the absolute address of its page."""
    name = seat.holders[0].name if seat.holders else ""
    lines = ["BEGIN:VCARD", "VERSION:4.0", f"FN:{_text(name or seat.post.name)}", f"TITLE:{_text(seat.post.name)}"]
    if seat.unit:
        lines.append(f"ORG:{_text(seat.unit.title)}")
    if seat.post.phone:
        lines.append(f"TEL;TYPE=work:{_text(seat.post.phone)}")
    if seat.post.email:
        lines.append(f"EMAIL;TYPE=work:{_text(seat.post.email)}")
    lines += [f"URL:{address}", "END:VCARD"]
    body = "".join(_folded(line) + "\r\n" for line in lines)
    response = HttpResponse(body, content_type="text/vcard; charset=utf-8")
    response["Content-Disposition"] = content_disposition(f"{seat.post.slug}.vcf")
    response["Cache-Control"] = "private, no-store"
    return response


def _text(value):
    """Escape what has a meaning in a card."""
    value = clean_text(value).replace("\\", "\\\\").replace("\n", "\\n")
    return value.replace(",", "\\,").replace(";", "\\;")


def _folded(line):
    """Break a long line between characters; the next part begins with a space."""
    parts, size = [""], 0
    for sign in line:
        width = len(sign.encode())
        if size + width > MOST_BYTES:
            parts.append(" ")
            size = 1
        parts[-1] += sign
        size += width
    return "\r\n".join(parts)
