"""What a page weighs for a phone on a village mast: its HTML, the style sheets it links to, all scripts of the site."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

HEAVIEST_PAGE = 100_000  # bytes, without pictures
SHEET = re.compile(r'<link rel="stylesheet" href="[^"]*?/static/([^"]+)"')


def weight_of_scripts():
    """Bytes of all scripts of the public site together, as they stand in the repository."""
    return sum(path.stat().st_size for path in (Path(settings.BASE_DIR) / "static" / "js").rglob("*.js"))


def weight_of_sheets(html):
    """Bytes of the style sheets that a page links to."""
    found = SHEET.findall(html)
    assert found, "the page links to no style sheet"
    return sum(Path(finders.find(path)).stat().st_size for path in found)


def weight(html):
    """Bytes of a page with everything but pictures."""
    return len(html.encode()) + weight_of_sheets(html) + weight_of_scripts()
