"""What a reader is told about a file before downloading it: how many pages it has, as far as the file itself says."""

import re
import zipfile
import zlib

from django.utils.translation import ngettext

from core.uploads.archives import DangerousArchiveError, inspect_archive

MAX_BYTES = 20 * 1024 * 1024
MAX_PAGES = 999
MAX_STREAMS = 200
MAX_INFLATED = 2 * 1024 * 1024  # bytes of one object stream
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_OBJECT_STREAM = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
_DOCX_PAGES = re.compile(rb"<(?:\w+:)?Pages>\s*(\d{1,6})\s*<")
_ODT_PAGES = re.compile(rb"page-count=\"(\d{1,6})\"")
INSIDE = {"docx": ("docProps/app.xml", _DOCX_PAGES), "odt": ("meta.xml", _ODT_PAGES)}


def count_pages(document):
    """How many pages a document of the library says it has, or None when it does not say (or cannot be read)."""
    try:
        with document.file.open("rb") as file:
            return _count(file, document.file_extension.lower())
    except (OSError, ValueError, DangerousArchiveError, zipfile.BadZipFile, KeyError):
        return None


def _count(file, extension):
    if extension == "pdf":
        found = count_pdf_pages(file.read(MAX_BYTES))
    elif extension in INSIDE:
        found = _count_inside(file, *INSIDE[extension])
    else:
        return None
    return found if 1 <= found <= MAX_PAGES else None


def _count_inside(file, name, pattern):
    inspect_archive(file)
    file.seek(0)
    with zipfile.ZipFile(file) as archive, archive.open(name) as part:
        found = pattern.search(part.read(64 * 1024))
    return int(found[1]) if found else 0


def count_pdf_pages(data):
    """Count the page objects in the bytes of a PDF, in compressed object streams too; 0 when none is found."""
    number = len(_PAGE.findall(data))
    for found in list(_OBJECT_STREAM.finditer(data))[:MAX_STREAMS]:
        try:
            number += len(_PAGE.findall(zlib.decompressobj().decompress(data[found.end() :], MAX_INFLATED)))
        except zlib.error:
            continue
    return number


def row(document, pages):
    """What the component `file_list` prints: name, address, format, size, pages in words."""
    return {
        "name": document.title,
        "url": document.url,
        "kind": document.file_extension.upper(),
        "size": document.get_file_size() or 0,
        "note": ngettext("%(number)d page", "%(number)d pages", pages) % {"number": pages} if pages else "",
    }
