"""Addresses of pages in Latin letters, in the admin's browser as well as on the server."""

from wagtail.admin.widgets import SlugInput as WagtailSlugInput

from core.text import APOSTROPHES, ROMAN, ROMAN_AT_WORD_START, slugify_uk

SLUG_LENGTH = 100
FALLBACK = "storinka"


def page_slug(text):
    """Romanise `text` for an address; never empty, at most SLUG_LENGTH characters."""
    return slugify_uk(text, max_length=SLUG_LENGTH) or FALLBACK


def browser_formatters():
    """Pairs (pattern, replacement, flags) by resolution 55 for the browser; Wagtail's field applies them in order."""
    starts = [(rf"(^|[^а-яёєіїґa-z]){letter}", f"$1{latin}", "giu") for letter, latin in ROMAN_AT_WORD_START.items()]
    letters = [(letter, latin, "giu") for letter, latin in ROMAN.items()]
    return [(f"[{APOSTROPHES}]", "", "gu"), ("зг", "zgh", "giu"), *starts, *letters]


class SlugInput(WagtailSlugInput):
    """Wagtail's slug field that romanises Ukrainian as the server does."""

    def __init__(self, attrs=None):
        super().__init__(attrs=attrs, formatters=browser_formatters(), locale="und")
