"""Office documents are zip archives: look inside without unpacking to disk."""

import posixpath
import re
import zipfile
import zlib

from django.utils.translation import gettext_lazy as _

MAX_ENTRIES = 3000
MAX_UNPACKED = 150 * 1024 * 1024  # bytes of the whole document when unpacked
MAX_RATIO = 250  # unpacked to packed; XML packs up to about 1:50
RATIO_FREE = 5 * 1024 * 1024  # bytes under which a high ratio is harmless
PIECE = 256 * 1024

_MACRO_PATHS = re.compile(r"(^|/)(vbaproject\.bin|vbadata\.xml|basic/.+|scripts/.+|macrosheets/.+)$", re.IGNORECASE)
_EMBEDDED = re.compile(
    r"(^|/)(embeddings|activex)/|(^|/)object \d+$|\.(exe|dll|js|vbs|jar|scr|cmd|bat|ps1)$", re.IGNORECASE
)
_MACRO_TYPES = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_OUTSIDE_TEMPLATE = re.compile(rb"attachedTemplate[^>]*TargetMode=\"External\"", re.IGNORECASE)
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


class DangerousArchiveError(Exception):
    """The archive could harm who opens it; `message` has one hole, %(name)s."""

    def __init__(self, code, message):
        super().__init__(code)
        self.code = code
        self.message = message


def bomb():
    """The archive unpacks to far more than it seems."""
    return DangerousArchiveError("bomb", _("The file «%(name)s» unpacks to more than we can accept."))


def damaged():
    """The archive cannot be read whole."""
    return DangerousArchiveError("damaged", _("The file «%(name)s» is damaged or locked with a password."))


def macros():
    """The document carries a program."""
    return DangerousArchiveError(
        "macros",
        _("The file «%(name)s» contains macros. Save it without macros, for example as PDF, and send it again."),
    )


def paths():
    """The archive names files outside itself."""
    return DangerousArchiveError("paths", _("The file «%(name)s» is built in an unsafe way and was not accepted."))


def inspect_archive(file):
    """Return `(key of the kind or None, has_active_content)`; raise DangerousArchiveError for bombs, macros, bad paths."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            _check_entries(entries, _size(file))
            _check_unpacking(archive, entries)
            key = _key(archive)
            return key, bool(key) and _is_active(archive, entries)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise damaged() from error


def _size(file):
    file.seek(0, 2)
    return file.tell()


def _check_entries(entries, size):
    """Refuse by what the directory of the archive says, before anything is unpacked."""
    names = [entry.filename for entry in entries]
    if len(names) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise bomb()
    if sum(entry.compress_size for entry in entries) > size:  # entries that overlap
        raise bomb()
    if any(entry.file_size > RATIO_FREE and entry.file_size > MAX_RATIO * entry.compress_size for entry in entries):
        raise bomb()
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise damaged()
    if len(set(map(str.lower, names))) != len(names) or not all(map(_is_inside, names)):
        raise paths()
    if any(_MACRO_PATHS.search(name) for name in names):
        raise macros()


def _is_inside(name):
    """Does the entry stay within the archive on every system?"""
    if "\\" in name or ":" in name or name.startswith("/") or any(ord(letter) < 32 for letter in name):
        return False
    return not posixpath.normpath(name).startswith("..")


def _check_unpacking(archive, entries):
    """Unpack every entry in pieces into nothing: a directory that lies about sizes is found by count and checksum."""
    unpacked = 0
    for entry in entries:
        with archive.open(entry) as stream:
            while piece := stream.read(PIECE):
                unpacked += len(piece)
                if unpacked > MAX_UNPACKED:
                    raise bomb()


def _key(archive):
    """Which document it is: by the `mimetype` entry (ODF) or by the main part (Office Open XML)."""
    names = set(archive.namelist())
    if "mimetype" in names:
        return _OPEN_DOCUMENT.get(archive.read("mimetype")[:100].strip())
    if "[Content_Types].xml" not in names:
        return None
    if _MACRO_TYPES.search(archive.read("[Content_Types].xml")):
        raise macros()
    if "word/document.xml" in names:
        return "docx"
    return "xlsx" if "xl/workbook.xml" in names else None


def _is_active(archive, entries):
    """Embedded objects or a template fetched from elsewhere: accepted, but staff are told."""
    for entry in entries:
        if _EMBEDDED.search(entry.filename):
            return True
        if entry.filename.endswith(".rels") and _OUTSIDE_TEMPLATE.search(archive.read(entry)):
            return True
    return False
