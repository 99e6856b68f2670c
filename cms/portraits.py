"""A portrait: only the pixels of what was sent, no larger than a page needs."""

import io

from PIL import Image, ImageOps

from core.uploads.pictures import check_picture

SIDE = 480


class NotAPicture(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The file cannot be drawn."""


def portrait(file):
    """Return bytes of a JPEG of at most SIDE × SIDE pixels without place, device or author. Raises NotAPicture."""
    if not check_picture(file):
        raise NotAPicture
    file.seek(0)
    try:
        with Image.open(file) as picture:
            drawn = ImageOps.exif_transpose(picture).convert("RGB")
    except (OSError, ValueError, SyntaxError) as error:
        raise NotAPicture from error
    drawn.thumbnail((SIDE, SIDE))
    clean = Image.new("RGB", drawn.size)
    clean.paste(drawn)
    target = io.BytesIO()
    clean.save(target, "JPEG", quality=85, optimize=True)
    return target.getvalue()
