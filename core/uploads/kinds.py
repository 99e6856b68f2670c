"""The kinds of files that may be sent in."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Kind:
    """One kind: its short `key`, media type, extension with the dot, whether a browser may show it in place."""

    key: str
    content_type: str
    extension: str
    inline: bool = False

    @property
    def extensions(self):
        """Every ending this kind is known by."""
        return {"jpg": (".jpg", ".jpeg"), "heic": (".heic", ".heif")}.get(self.key, (self.extension,))


OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
KINDS = {
    kind.key: kind
    for kind in (
        Kind("pdf", "application/pdf", ".pdf", inline=True),
        Kind("docx", f"{OFFICE}.wordprocessingml.document", ".docx"),
        Kind("xlsx", f"{OFFICE}.spreadsheetml.sheet", ".xlsx"),
        Kind("odt", f"{OPEN_DOCUMENT}.text", ".odt"),
        Kind("ods", f"{OPEN_DOCUMENT}.spreadsheet", ".ods"),
        Kind("rtf", "application/rtf", ".rtf"),
        Kind("txt", "text/plain; charset=utf-8", ".txt"),
        Kind("jpg", "image/jpeg", ".jpg", inline=True),
        Kind("png", "image/png", ".png", inline=True),
        Kind("webp", "image/webp", ".webp", inline=True),
        Kind("heic", "image/heic", ".heic"),
    )
}


def allowed_kinds():
    """The kinds that the setting UPLOAD_TYPES allows, in its order. Unknown names are reported by a system check."""
    return [KINDS[key] for key in settings.UPLOAD_TYPES if key in KINDS]


def kind_of(content_type):
    """The kind with this media type, or None."""
    return next((kind for kind in KINDS.values() if kind.content_type == content_type), None)


def kinds_in_words():
    """The allowed kinds for a sentence: «PDF, DOCX, JPG»."""
    return ", ".join(kind.key.upper() for kind in allowed_kinds())


def accept():
    """The allowed endings for the `accept` attribute of a file input."""
    return ",".join(ending for kind in allowed_kinds() for ending in kind.extensions)
