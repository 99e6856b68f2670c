"""A strange file before anyone opens it: only a plain Word document of sane size passes."""

import re
import zipfile
from io import BytesIO

from django.utils.translation import gettext as _

from core.uploads.archives import DangerousArchiveError, inspect_archive
from participation.drafts.docx.blocks import DocxProblemError

MAX_PART = 30 * 1024 * 1024  # bytes of one XML part when unpacked
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>", re.IGNORECASE)
_OUTSIDE = re.compile(rb"TargetMode\s*=\s*[\"']External", re.IGNORECASE)
_HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']", re.IGNORECASE)


def check(data):
    """Refuse bytes that are not a plain Word document. Raises DocxProblemError with words for the person."""
    file = BytesIO(data)
    try:
        kind, active = inspect_archive(file) if data[:2] == b"PK" else (None, False)
    except DangerousArchiveError as danger:
        raise DocxProblemError(str(danger.message) % {"name": "DOCX"}) from danger
    if kind != "docx":
        raise DocxProblemError(_("Choose a Word document (DOCX)."))
    if active:
        raise DocxProblemError(_("The document holds embedded objects or a template from elsewhere. Take them out."))
    with zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            if entry.filename.endswith((".xml", ".rels")):
                _check_part(archive, entry)


def _check_part(archive, entry):
    if entry.file_size > MAX_PART:
        raise DocxProblemError(_("The text of the document is too long. Divide it into parts."))
    data = archive.read(entry)
    if _DECLARATION.search(data):
        raise DocxProblemError(_("The document is built in an unsafe way. Save it anew in a word processor."))
    if entry.filename.endswith(".rels") and any(map(_is_fetched, _RELATION.findall(data))):
        raise DocxProblemError(
            _("The document takes pictures or parts from the internet. Put them into the file itself.")
        )


def _is_fetched(relation):
    """Whether a relation points outside and is more than a link to click."""
    return bool(_OUTSIDE.search(relation)) and not _HYPERLINK.search(relation)
