"""What the header and the footer show: core knows no municipal noun, so the rooms above register it here.

`register_provider(function)`: `function(request) -> dict` with any of the keys of `DEFAULTS`; later providers win.
`register_navigation(order, label, target)`: a link of the main menu; target is a URL name or a function without arguments.
`register_footer(order, heading, label, target)`: a link of the footer, gathered under its heading.
`register_account(order, label, target)`: a link of the menu beside a signed-in person's own pages.
`register_without_account(order, label, target)`: what one can do without signing in, shown where one signs in.
"""

from dataclasses import dataclass

from django.conf import settings
from django.urls import NoReverseMatch, reverse

DEFAULTS = {
    "name": "",
    "tagline": "",
    "logo": "",
    "hotline": "",
    "hotline_href": "",
    "email": "",
    "phone": "",
    "address": "",
    "hours_text": "",
    "open_now": "",
    "social": (),
    "alerts": (),
}

_providers = []
_links = {"navigation": [], "footer": [], "account": [], "without_account": []}


@dataclass(frozen=True)
class Link:
    """A registered link: its place, words and target."""

    order: int
    label: object
    target: object
    heading: object = ""

    @property
    def url(self):
        """The address, or an empty string while the room that owns it is not installed."""
        if callable(self.target):
            return self.target()
        if str(self.target).startswith(("/", "http")):
            return self.target
        try:
            return reverse(self.target)
        except NoReverseMatch:
            return ""


def _register(kind, link):
    if link not in _links[kind]:
        _links[kind].append(link)


def register_provider(function):
    """Let `function(request) -> dict` add to what every page knows about the site; usable as a decorator."""
    if function not in _providers:
        _providers.append(function)
    return function


def register_navigation(order, label, target):
    """Add a link to the main menu."""
    _register("navigation", Link(order, label, target))


def register_footer(order, heading, label, target):
    """Add a link to the footer under a heading."""
    _register("footer", Link(order, label, target, heading))


def register_account(order, label, target):
    """Add a link to the menu of a person's own pages."""
    _register("account", Link(order, label, target))


def register_without_account(order, label, target):
    """Add a link to what a person can do without signing in; the pages of sign-in show them."""
    _register("without_account", Link(order, label, target))


def links(kind, path):
    """Give the links of a menu as dicts (label, url, heading, current), sorted; those without an address are left out."""
    found = []
    for link in sorted(_links[kind], key=lambda link: link.order):
        if url := link.url:
            current = path == url or (url.count("/") > 1 and path.startswith(url))
            found.append({"label": link.label, "url": url, "heading": link.heading, "current": current})
    return found


def footer_groups(path):
    """Give the footer links by heading, in order of first appearance."""
    groups = {}
    for link in links("footer", path):
        groups.setdefault(str(link["heading"]), []).append(link)
    return list(groups.items())


def describe(request):
    """Ask every provider and give one dict for the templates' `site`."""
    site = {**DEFAULTS, "name": settings.WAGTAIL_SITE_NAME}
    for provider in _providers:
        site.update({key: value for key, value in provider(request).items() if value not in (None, "")})
    path = getattr(request, "path", "/")
    site.setdefault("navigation", links("navigation", path))
    site.setdefault("footer", footer_groups(path))
    site.setdefault("account", links("account", path))
    site.setdefault("without_account", links("without_account", path))
    return site
