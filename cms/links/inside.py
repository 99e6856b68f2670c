"""Links within the site: whether the page is published, the document kept, the address known, the part there."""

import re
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import Http404
from django.urls import resolve
from django.urls.exceptions import Resolver404
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.documents import get_document_model
from wagtail.models import Page, Site
from wagtail.views import serve as serve_page

from cms.models import Problem

ANCHOR = re.compile(r"""\bid\s*=\s*["']?([^\s"'>]+)""")
OTHER_SCHEMES = ("mailto", "tel", "sms", "viber", "tg", "geo")


class Known:
    """What is known of the site during one round; asked once."""

    def __init__(self):
        self.live = dict(Page.objects.filter(depth__gt=1).values_list("pk", "live"))
        self.documents = set(get_document_model().objects.values_list("pk", flat=True))
        self.roots = {site.root_page.locale.language_code: site.root_page for site in self._sites()}
        self.hosts = {site.hostname for site in self._sites()} | {urlsplit(settings.BASE_URL).hostname}
        self._anchors = {}
        for root in list(self.roots.values()):
            for twin in root.get_translations().select_related("locale"):
                self.roots.setdefault(twin.locale.language_code, twin)
        self.paths = dict(Page.objects.live().filter(depth__gt=1).values_list("url_path", "pk"))

    def _sites(self):
        return list(Site.objects.select_related("root_page__locale").order_by("pk"))

    def is_ours(self, url):
        """Does the address belong to this site?"""
        parts = urlsplit(url)
        return (not parts.scheme and not parts.netloc) or parts.hostname in self.hosts

    def anchors(self, page):
        """The ids in the page as readers get it; rendered once in a round."""
        if page.pk not in self._anchors:
            response = page.specific.make_preview_request()
            html = response.content.decode(errors="replace") if response.status_code == 200 else ""
            self._anchors[page.pk] = set(ANCHOR.findall(html))
        return self._anchors[page.pk]


def problem_of(link, page, site):
    """What is wrong with a link of `page` that stays on the site: a Problem, or None."""
    if link.page_id is not None:
        return page_problem(link.page_id, site)
    if link.document_id is not None:
        return None if link.document_id in site.documents else Problem.GONE_FILE
    return address_problem(link.url, page, site)


def page_problem(key, site):
    """Deleted, hidden, or fine."""
    if key not in site.live:
        return Problem.GONE_PAGE
    return None if site.live[key] else Problem.HIDDEN_PAGE


def address_problem(url, page, site):
    """An address of this site, relative, or only an anchor."""
    parts = urlsplit(url)
    if parts.scheme in OTHER_SCHEMES:
        return None
    if not parts.path and not parts.netloc:
        return anchor_problem(page, parts.fragment, site)
    path = parts.path if parts.path.startswith("/") else "/" + parts.path
    target, known = find(path, site)
    if not known:
        return None if is_redirected(path) else Problem.NO_ADDRESS
    return anchor_problem(target, parts.fragment, site) if target else None


def anchor_problem(target, fragment, site):
    """Is the part there? An empty fragment means the top."""
    if not fragment or fragment in ("top", "main"):
        return None
    return None if unquote(fragment) in site.anchors(target) else Problem.NO_ANCHOR


def is_redirected(path):
    """Does an editor's redirect lead on from here?"""
    return Redirect.objects.filter(old_path=Redirect.normalise_path(path)).exists()


def find(path, site):
    """Find what answers at a path of this site: (page or None, is anything there)."""
    language = "en" if path.startswith("/en/") or path == "/en" else "uk"
    with translation.override(language):
        try:
            match = resolve(path if path.endswith("/") else f"{path}/")
        except (Resolver404, Http404):
            return None, False
    if match.func is not serve_page:
        return None, True
    return find_page(match.args[0] if match.args else match.kwargs.get("path", ""), site.roots.get(language), site)


def find_page(path, root, site):
    """The published page at a path below `root`; a page with routes of its own answers for what stands below it."""
    if root is None:
        return None, False
    parts = [part for part in path.split("/") if part]
    for length in range(len(parts), -1, -1):
        key = site.paths.get(root.url_path + "".join(f"{part}/" for part in parts[:length]))
        if key is not None:
            page = Page.objects.get(pk=key).specific
            return page, length == len(parts) or isinstance(page, RoutablePageMixin)
    return None, False
