"""Handing out private files: who may, and under headers that keep a browser from running them."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404

from .kinds import kind_of
from .names import content_disposition
from .states import ScanState

NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"
PDF_VIEWER = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"


class InfectedFile(PermissionDenied):
    """The scanner found a virus after the file had been accepted."""


def serve_to(user, stored, *, download=True):
    """Hand out a file to `user`; a file they may not read does not exist for them (Http404)."""
    if not stored.can_read(user):
        raise Http404
    return serve(stored, download=download)


def serve(stored, *, download=True):
    """Return the FileResponse of a StoredFile; the caller has checked `stored.can_read(user)`.

    With `download=False` PDF and pictures are shown in place, unless they carry active content; everything else is always
    a download. Raises Http404 when the bytes are gone, InfectedFile (403) when the scanner found a virus.
    """
    if stored.is_infected:
        raise InfectedFile
    kind = kind_of(stored.content_type)
    inline = bool(kind and kind.inline and not download and not stored.has_active_content)
    try:
        file = stored.file.open("rb")
    except (FileNotFoundError, ValueError) as error:
        raise Http404 from error
    response = FileResponse(file, content_type=stored.content_type if inline else "application/octet-stream")
    response["Content-Disposition"] = content_disposition(stored.original_name, download=not inline)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = PDF_VIEWER if inline and kind.key == "pdf" else NOTHING_RUNS
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    response["X-Scan-State"] = ScanState(stored.scan_state).value
    return response
