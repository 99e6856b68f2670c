"""Addresses of the pages that the header and the footer lead to; a page that is not published gives no dead link."""

from functools import partial

from django.core.cache import cache
from django.utils import translation
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

KEY = "cms.addresses"
FRONT_DEPTH = 2
KEEP_FOR = 300


def page_address(slug):
    """A function that tells the address of the page `slug` below the front page in the reader's language, or ""."""
    return partial(_find, slug)


def _find(slug):
    language = (translation.get_language() or "uk").split("-")[0]
    return _addresses().get((language, slug), "")


def _addresses():
    found = cache.get(KEY)
    if found is None:
        pages = Page.objects.live().public().filter(depth=FRONT_DEPTH + 1).select_related("locale")
        found = {(page.locale.language_code, page.slug): page.get_url() or "" for page in pages}
        cache.set(KEY, found, KEEP_FOR)
    return found


def forget(**kwargs):
    """Some page was published, taken down, renamed or moved."""
    cache.delete(KEY)


def connect():
    """Listen to Wagtail."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(forget, dispatch_uid="cms.addresses.forget")
