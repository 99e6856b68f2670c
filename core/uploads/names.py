"""Names of files: what a stranger may call a file, and how a name travels in a header."""

import re
from pathlib import PurePath
from urllib.parse import quote

from core.text import clean_text, slugify_uk

MAX_NAME = 150
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*%]+')


def clean_name(name, *, default="file"):
    """Return the original `name` fit to be shown and sent in a header: no path, no control characters, 150 at most."""
    name = clean_text(str(name or "").replace("\\", "/").rpartition("/")[2], single_line=True)
    name = _FORBIDDEN.sub("_", name).strip(" .")
    if not name:
        return default
    path = PurePath(name)
    suffix = path.suffix[:12]
    return path.stem[: MAX_NAME - len(suffix)].rstrip(" .") + suffix if suffix else name[:MAX_NAME]


def with_extension(name, extension):
    """Return `name` ending in `extension` (with the dot), so that a file is opened by what can read its content."""
    _stem, dot, last = name.rpartition(".")
    same = {".jpeg": ".jpg", ".heif": ".heic"}.get(f".{last.lower()}", f".{last.lower()}")
    if dot and same == extension:
        return name
    return f"{name}{extension}"


def content_disposition(name, *, download=True):
    """Return the header's value by RFC 6266: a Latin name for old clients and the true one in UTF-8."""
    name = clean_name(name)
    stem, dot, last = name.rpartition(".")
    latin = slugify_uk(stem if dot else name, max_length=100) or "file"
    extension = f".{slugify_uk(last)}" if dot and slugify_uk(last) else ""
    kind = "attachment" if download else "inline"
    return f"{kind}; filename=\"{latin}{extension}\"; filename*=UTF-8''{quote(name, safe='')}"
