"""Looking into an uploaded file once: its true kind, checksum, active content, virus scan."""

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from . import scanner
from .kinds import Kind
from .names import clean_name
from .recognising import recognise
from .states import ScanState

CHUNK = 64 * 1024


@dataclass(frozen=True)
class Examined:
    """What was found: the kind by content, size in bytes, SHA-256 in hexadecimal, scripts inside, the scanner's word."""

    kind: Kind
    size: int
    sha256: str
    has_active_content: bool
    scan_state: str


def examine(uploaded_file):
    """Look into a file and return `Examined`; a second call on the same object returns the first answer.

    Raises ValidationError, with a sentence that names the file, for a file that is empty, too large, of a kind that is
    not allowed, dangerous or infected. A scanner that is down leaves the file "not scanned" and lets it in.
    """
    found = getattr(uploaded_file, "examined", None)
    if found is None:
        found = uploaded_file.examined = _examine(uploaded_file)
    return found


def _examine(uploaded_file):
    name = clean_name(uploaded_file.name)
    _check_size(uploaded_file.size, name)
    uploaded_file.seek(0)
    kind, has_active_content = recognise(uploaded_file, name)
    state = scanner.scan(uploaded_file)
    if state == ScanState.INFECTED:
        raise ValidationError(
            _("The file «%(name)s» contains a virus and was not accepted."), code="infected", params={"name": name}
        )
    digest = checksum(uploaded_file)
    uploaded_file.seek(0)
    return Examined(kind, uploaded_file.size, digest, has_active_content, state)


def _check_size(size, name):
    if not size:
        raise ValidationError(_("The file «%(name)s» is empty."), code="empty", params={"name": name})
    if size > settings.UPLOAD_MAX_BYTES:
        raise ValidationError(
            _("The file «%(name)s» is too large: %(size)s. The limit is %(limit)s."),
            code="too_large",
            params={
                "name": name,
                "size": filesizeformat(size),
                "limit": filesizeformat(settings.UPLOAD_MAX_BYTES),
            },
        )


def checksum(file):
    """The SHA-256 of an open file in hexadecimal, read in pieces."""
    file.seek(0)
    digest = hashlib.sha256()
    for piece in iter(lambda: file.read(CHUNK), b""):
        digest.update(piece)
    return digest.hexdigest()
