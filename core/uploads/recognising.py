"""The kind of a file by its content; its name is only a claim."""

import re

import filetype
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .archives import DangerousArchiveError, inspect_archive
from .kinds import KINDS, allowed_kinds, kinds_in_words
from .pdf import has_active_pdf_content
from .pictures import check_picture

HEAD = 8192
BY_SIGNATURE = {
    "application/pdf": "pdf",
    "application/rtf": "rtf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/heic": "heic",
}
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_RTF_OBJECT = re.compile(rb"\\(object|objdata|objocx|template)\b")


def recognise(file, name):
    """Return `(Kind, has_active_content)` of an open `file`; raise ValidationError naming it when it is not allowed."""
    head = _head(file)
    try:
        key, active = _recognise(file, head)
    except DangerousArchiveError as danger:
        raise ValidationError(danger.message, code=danger.code, params={"name": name}) from danger
    if key is None or KINDS[key] not in allowed_kinds():
        raise ValidationError(
            _("The file «%(name)s» is of a kind we cannot accept. Send one of these: %(kinds)s."),
            code="kind",
            params={"name": name, "kinds": kinds_in_words()},
        )
    if key in {"jpg", "png", "webp"} and not check_picture(file):
        raise ValidationError(
            _("The picture «%(name)s» is damaged or too large in pixels. Save it anew and try again."),
            code="picture",
            params={"name": name},
        )
    return KINDS[key], active


def _head(file):
    file.seek(0)
    return file.read(HEAD)


def _recognise(file, head):
    if head.startswith(b"PK"):
        return inspect_archive(file)
    found = filetype.guess(head)
    key = BY_SIGNATURE.get(found.mime) if found else None
    if key == "pdf":
        return key, has_active_pdf_content(_whole(file))
    if key == "rtf":
        return key, bool(_RTF_OBJECT.search(_whole(file)))
    if key is None and found is None and _is_text(_whole(file)):
        key = "txt"
    return key, False


def _whole(file):
    """All bytes; the size was checked against UPLOAD_MAX_BYTES before."""
    file.seek(0)
    return file.read()


def _is_text(data):
    """Text in UTF-8 without control characters (a programme or a damaged file has them)."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not _NOT_TEXT.search(text)
