"""Scripts and programs inside PDF: found, so that staff are told before they open the file."""

import re
import zlib

MAX_STREAMS = 300
MAX_INFLATED = 4 * 1024 * 1024  # bytes of one stream
MAX_INFLATED_TOTAL = 24 * 1024 * 1024

_ACTIVE = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData|SubmitForm)(?![A-Za-z0-9])")
_HEX_IN_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_OBJECT_STREAM = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)


def has_active_pdf_content(data):
    """Do the bytes of a PDF hold a script, a command to start a program, an attached file or a form that sends itself?

    Looks into compressed object streams too, within limits of memory; names written with #41-escapes are read as meant.
    """
    if _looks_active(data):
        return True
    left = MAX_INFLATED_TOTAL
    for number, found in enumerate(_OBJECT_STREAM.finditer(data)):
        if number >= MAX_STREAMS or left <= 0:
            return True  # too much to look through: say so rather than call it clean
        inflated = _inflate(data[found.end() : found.end() + MAX_INFLATED])
        left -= len(inflated)
        if _looks_active(inflated):
            return True
    return False


def _looks_active(data):
    return bool(_ACTIVE.search(_HEX_IN_NAME.sub(lambda found: bytes([int(found[1], 16)]), data)))


def _inflate(data):
    try:
        return zlib.decompressobj().decompress(data, MAX_INFLATED)
    except zlib.error:
        return b""
