"""Pictures of the source, taken only from files that the operator gave; nothing is fetched."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.files import File
from PIL import Image as Pillow
from wagtail.images import get_image_model

ENDINGS = {".jpg", ".jpeg", ".png", ".gif", ".webp"}
MAX_BYTES = 15 * 1024 * 1024
SIZE_MARK = re.compile(r"-(?:\d+x\d+|scaled)(?=\.\w+$)")


class Pictures:
    """`find(address)` gives the image of the library made from the file of that name, or None.

    With `folder` None nothing is found. With `dry_run` a file that would be taken counts, but nothing is saved.
    """

    def __init__(self, folder, *, dry_run=False):
        self.dry_run, self.made = dry_run, {}
        self.files = {}
        for path in sorted(Path(folder).rglob("*")) if folder else ():
            if path.is_file() and not path.is_symlink() and path.suffix.lower() in ENDINGS:
                self.files.setdefault(path.name.lower(), path)

    def find(self, address):
        """By the last part of the address, then without the size that WordPress adds to it."""
        name = unquote(urlsplit(address).path.rpartition("/")[2]).lower()
        path = self.files.get(name) or self.files.get(SIZE_MARK.sub("", name))
        if path is None:
            return None
        if path not in self.made:
            self.made[path] = self._take(path)
        return self.made[path]

    def _take(self, path):
        if path.stat().st_size > MAX_BYTES or not is_picture(path):
            return None
        model = get_image_model()
        image = model(title=path.stem[:255])
        with path.open("rb") as stream:
            image.file = File(stream, name=path.name)
            image._set_file_hash()
            known = model.objects.filter(file_hash=image.file_hash).order_by("pk").first()
            if known is not None:
                return known
            if self.dry_run:
                image.pk = 0  # counts, and is not saved
            else:
                image.save()
        return image


def is_picture(path):
    """Whether the file really is a picture that may be opened."""
    try:
        with Pillow.open(path) as picture:
            picture.verify()
    except (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError):
        return False
    return True
