"""Finished PDFs, kept under a name made of their own words: the same words are laid out once, changed words anew."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

FOLDER = "paper"
FINGERPRINT = 32


def folder():
    """Where they stand: among private files, which no address serves by itself."""
    return Path(settings.PRIVATE_ROOT) / FOLDER


def fingerprint(*texts):
    """A short name of what was said."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(text.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:FINGERPRINT]


def read(name):
    """The bytes kept under `name`, or None."""
    try:
        return (folder() / name).read_bytes()
    except FileNotFoundError:
        return None


def write(name, data):
    """Keep `data`, whole or not at all, and forget older editions of the same paper of the same page."""
    place = folder()
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place, prefix=".", delete=False) as made:
        made.write(data)
    os.replace(made.name, place / name)
    for older in place.glob(f"{name.rpartition('-')[0]}-*.pdf"):
        if older.name != name:
            older.unlink(missing_ok=True)
