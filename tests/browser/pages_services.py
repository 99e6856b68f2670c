"""The pages of services for the table of pages; those of the demo community are looked up, so that any number of them will do."""

from django.urls import reverse

from cms.models import ServicePage

MOST = 3


def shown():
    """A few services of the demo that differ most: those with an algorithm and with variants come first."""
    live = ServicePage.objects.live().filter(locale__language_code="uk").order_by("-numchild", "sort_key", "pk")
    return sorted(live, key=lambda page: not page.algorithm)[:MOST]


def public():
    """The catalogue as it stands, filtered, empty, in English, and some services."""
    return {
        "catalogue": "/posluhy/",
        "catalogue, filtered": "/posluhy/?audience=people&way=in-person",
        "catalogue, nothing found": "/posluhy/?q=нічогісінько",
        "catalogue in English": "/en/posluhy/",
        **{f"service, {page.slug}": page.get_url() for page in shown()},
    }


def staff():
    """The list of services and the lists around it."""
    return {
        "services of staff": reverse("services:index"),
        "services due for checking": reverse("services:index") + "?check=due",
        "service notices": reverse("wagtailsnippets_cms_servicenotice:list"),
        "service providers": reverse("wagtailsnippets_cms_serviceprovider:list"),
        "audiences": reverse("wagtailsnippets_cms_audience:list"),
    }
