"""The map of published pages, and of what rooms register in `core.sitemaps` at addresses of their own."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.utils import translation
from wagtail.models import Page

from cms.models import NewsPage
from core import sitemaps


class PageSitemap(Sitemap):
    """Every public page of both languages, without what editors took off the lists."""

    limit = 5000

    def items(self):
        """Pages in the order of the tree; the root of the tree is not a page of the site."""
        unlisted = NewsPage.objects.filter(show_in_listing=False).values("pk")
        return Page.objects.live().public().filter(depth__gt=1).exclude(pk__in=unlisted).order_by("path")

    def location(self, page):
        """The address without the host."""
        return page.get_url() or "/"

    def lastmod(self, page):
        """When the published text last changed."""
        return page.last_published_at

    def get_urls(self, page=1, site=None, protocol=None):
        """Leave out pages that no site leads to."""
        return [entry for entry in super().get_urls(page=page, site=site, protocol=protocol) if entry["location"]]


class RoomSitemap(Sitemap):
    """What rooms tell: each address in both languages."""

    limit = 5000

    def items(self):
        """Every (address, last change), language by language; what has one address in both stands once."""
        found = {}
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                found.update(sitemaps.addresses())
        return list(found.items())

    def location(self, entry):
        """The address without the host."""
        return entry[0]

    def lastmod(self, entry):
        """When it last changed, if the room knows."""
        return entry[1]


SITEMAPS = {"pages": PageSitemap, "rooms": RoomSitemap}
