"""Facts with an English twin: `title` and `title_en` of one row."""

from django.utils.translation import get_language


def is_english():
    """Whether the reader reads English."""
    return (get_language() or "uk").startswith("en")


def in_language(row, field):
    """The English twin of `field` for an English reader when it is filled in, otherwise the Ukrainian one."""
    english = getattr(row, f"{field}_en", "") if is_english() else ""
    return english or getattr(row, field)
