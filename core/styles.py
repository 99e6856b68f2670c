"""Few style sheets from many small files, without a build step.

A component and its CSS file share a name, so there are many small files; a phone on a village mast should fetch two: the
sheet of the whole site and the one of the part that is being read (`register_part`), for nobody reads all parts at once.
The finder below joins them when a file is asked for (`runserver`) or collected (`collectstatic`), so manifests,
compression and caching treat it like any other static file.
"""

import re
from functools import partial
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage
from django.templatetags.static import static
from django.utils.html import format_html

LAYERS = ("tokens", "reset", "base", "layout", "components/*", "utilities", "print")
ADMIN_BEFORE, ADMIN_AFTER = ("layout", "components/*"), ("staff/*", "utilities", "admin")
LAYER = re.compile(r"@layer (?:layout|components|utilities) \{")
ROOT = re.compile(r":root \{(.*?)\n  \}", re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


_parts = {}
_usual = []


def register_part(folder, *namespaces, is_usual=False):
    """Make the files of `static/css/<folder>/` the sheet of pages whose address has one of `namespaces`.

    `is_usual`: the part of every page that no other part claims.
    """
    _parts[folder] = frozenset(namespaces)
    if is_usual:
        _usual[:] = [folder]


def part_of(request):
    """The folder whose sheet a page needs beside the sheet of the whole site, or nothing."""
    match = getattr(request, "resolver_match", None)
    claimed = set(match.namespaces) if match else set()
    return next((folder for folder, names in _parts.items() if names & claimed), _usual[0] if _usual else "")


def css_folder():
    """Where the small files stand."""
    return Path(settings.BASE_DIR) / "static" / "css"


def source_files(sheet):
    """Give the paths that make a sheet, in the order of the cascade."""
    names = {
        "css/site.css": LAYERS,
        "css/house-admin.css": (*ADMIN_BEFORE, *(f"{folder}/*" for folder in sorted(_parts)), *ADMIN_AFTER),
    }.get(sheet) or (Path(sheet).stem + "/*",)
    return [path for name in names for path in sorted(css_folder().glob(f"{name}.css"))]


def squeeze(css):
    """Take out comments and the white space that no browser needs."""
    css = re.sub(r"\s+", " ", COMMENT.sub("", css))
    return re.sub(r" ?([{};,]) ?", r"\1", css).replace(";}", "}").strip()


def site_sheet():
    """Join the style sheet of the public site."""
    return squeeze("\n".join(path.read_text() for path in source_files("css/site.css")))


def part_sheet(folder):
    """Join the style sheet of one part of the public site."""
    return squeeze("\n".join(path.read_text() for path in source_files(f"css/{folder}.css")))


def admin_sheet():
    """Join tokens, layout, components and utilities for staff screens: all of them inside `.house`, out of layers.

    Wagtail's own rules stand in no layer and would win over every layer; the `.house` scope keeps our names from
    touching Wagtail's screens. Wagtail sets `color-scheme`, so `light-dark()` follows the theme that a person chose there.
    """
    text = "\n".join(path.read_text() for path in source_files("css/house-admin.css"))
    tokens = ROOT.search((css_folder() / "tokens.css").read_text()).group(1).replace("color-scheme: light dark;", "")
    return squeeze(f".house {{ {tokens} }}\n" + LAYER.sub(".house {", text))


def admin_link():
    """The link to the style sheet of staff screens, for every page of Wagtail's admin."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/house-admin.css"))


def sheets():
    """Every joined sheet: {its path: the function that gives its text}."""
    parts = {f"css/{folder}.css": partial(part_sheet, folder) for folder in _parts}
    return {"css/site.css": site_sheet, "css/house-admin.css": admin_sheet, **parts}


class StyleSheetFinder(BaseFinder):
    """Find the joined style sheets, making them anew when a source is younger than the result."""

    def __init__(self, app_names=None, *args, **kwargs):
        self.storage = FileSystemStorage(location=Path(settings.VAR_DIR) / "styles")
        super().__init__(*args, **kwargs)

    def check(self, **kwargs):
        """Nothing to configure, so nothing to complain about."""
        return []

    def find(self, path, find_all=False, **kwargs):
        """Give the absolute path of a joined sheet, or nothing for any other name."""
        if path not in sheets():
            return []
        target = self.join(path)
        return [target] if find_all else target

    def list(self, ignore_patterns):
        """Yield every joined sheet for `collectstatic`."""
        for path in sheets():
            self.join(path)
            yield path, self.storage

    def join(self, path):
        """Write the sheet if it is missing or stale; give its absolute path."""
        target = Path(self.storage.path(path))
        newest = max(source.stat().st_mtime_ns for source in [*css_folder().rglob("*.css"), Path(__file__)])
        if not target.exists() or target.stat().st_mtime_ns < newest:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(f".{id(self)}.tmp")
            draft.write_text(sheets()[path]())
            draft.replace(target)
        return str(target)
