"""One style sheet from many small files, without a build step.

A component and its CSS file share a name, so there are many small files; a phone on a village mast should fetch one.
The finder below joins them when the file is asked for (`runserver`) or collected (`collectstatic`), so manifests,
compression and caching treat it like any other static file.
"""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage
from django.templatetags.static import static
from django.utils.html import format_html

LAYERS = ("tokens", "reset", "base", "layout", "components/*", "utilities", "print")
ADMIN_PARTS = ("layout", "components/*", "utilities", "admin")
LAYER = re.compile(r"@layer (?:layout|components|utilities) \{")
ROOT = re.compile(r":root \{(.*?)\n  \}", re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def css_folder():
    """Where the small files stand."""
    return Path(settings.BASE_DIR) / "static" / "css"


def source_files(sheet):
    """Give the paths that make `css/site.css` or `css/house-admin.css`, in the order of the cascade."""
    names = LAYERS if sheet == "css/site.css" else ADMIN_PARTS
    return [path for name in names for path in sorted(css_folder().glob(f"{name}.css"))]


def squeeze(css):
    """Take out comments and the white space that no browser needs."""
    css = re.sub(r"\s+", " ", COMMENT.sub("", css))
    return re.sub(r" ?([{};,]) ?", r"\1", css).replace(";}", "}").strip()


def site_sheet():
    """Join the style sheet of the public site."""
    return squeeze("\n".join(path.read_text() for path in source_files("css/site.css")))


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


SHEETS = {"css/site.css": site_sheet, "css/house-admin.css": admin_sheet}


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
        if path not in SHEETS:
            return []
        target = self.join(path)
        return [target] if find_all else target

    def list(self, ignore_patterns):
        """Yield every joined sheet for `collectstatic`."""
        for path in SHEETS:
            self.join(path)
            yield path, self.storage

    def join(self, path):
        """Write the sheet if it is missing or stale; give its absolute path."""
        target = Path(self.storage.path(path))
        newest = max(source.stat().st_mtime_ns for source in [*css_folder().rglob("*.css"), Path(__file__)])
        if not target.exists() or target.stat().st_mtime_ns < newest:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(f".{id(self)}.tmp")
            draft.write_text(SHEETS[path]())
            draft.replace(target)
        return str(target)
