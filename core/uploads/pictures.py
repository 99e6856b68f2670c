"""Pictures: checked before they are kept, and drawn anew before they are shown to everybody."""

import io
import warnings

import pillow_heif
from django.core.files.base import ContentFile
from PIL import Image, ImageOps, UnidentifiedImageError

pillow_heif.register_heif_opener()
MAX_PIXELS = 80_000_000
LONGEST_SIDE = 2400
_UNREADABLE = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    MemoryError,
    OverflowError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


class NoPublicCopyError(Exception):
    """The file is not a picture that can be drawn anew."""


def check_picture(file):
    """Can the header of the picture be read, and is it within MAX_PIXELS (so that it cannot fill the memory)?"""
    file.seek(0)
    try:
        with _bombs_are_errors(), Image.open(file) as picture:
            return 0 < picture.width * picture.height <= MAX_PIXELS
    except _UNREADABLE:
        return False


def public_copy(stored):
    """Return a ContentFile with the stored picture drawn anew as JPEG or PNG, at most 2400 pixels on its longer side.

    Nothing but the pixels goes over: no place, device or author (EXIF), no thumbnail of what was cut away, no bytes after
    the picture. Raises NoPublicCopyError when the file is not a picture or cannot be read.
    """
    if not stored.content_type.startswith("image/"):
        raise NoPublicCopyError(stored.content_type)
    try:
        with stored.file.open("rb") as file, _bombs_are_errors(), Image.open(file) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise NoPublicCopyError("too many pixels")
            return _draw(ImageOps.exif_transpose(picture))
    except _UNREADABLE as error:
        raise NoPublicCopyError(str(error)) from error


def _draw(picture):
    """Save only the pixels into a new file."""
    has_alpha = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    picture = picture.convert("RGBA" if has_alpha else "RGB")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new(picture.mode, picture.size)
    clean.paste(picture)
    target = io.BytesIO()
    if has_alpha:
        clean.save(target, "PNG", optimize=True)
    else:
        clean.save(target, "JPEG", quality=85, optimize=True)
    return ContentFile(target.getvalue(), name="copy.png" if has_alpha else "copy.jpg")


def _bombs_are_errors():
    """Make Pillow's warning about enormous pictures an error within the block."""
    return _Warnings()


class _Warnings(warnings.catch_warnings):
    def __enter__(self):
        entered = super().__enter__()
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        return entered
