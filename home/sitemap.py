"""The map of published pages. Rooms with addresses of their own add a class to SITEMAPS."""

from django.contrib.sitemaps import Sitemap
from wagtail.models import Page

from cms.models import NewsPage


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


SITEMAPS = {"pages": PageSitemap}
