"""What stands at the end of every page: when it was checked, tags, related pages, the question whether it was useful."""

from django import template
from django.urls import reverse

from cms import tagged
from cms.models import ReviewedPage

register = template.Library()


@register.inclusion_tag("cms/includes/checked.html")
def checked_line(page):
    """“Checked on …” for pages that are checked; nothing for others."""
    return {"checked_on": page.checked_on if isinstance(page, ReviewedPage) else None}


@register.inclusion_tag("cms/includes/page_links.html")
def page_links(page):
    """Tags and related pages of a page whose type does not print its own."""
    if page.pk is None or hasattr(type(page), "tags"):
        return {"tags": [], "related": []}
    tags = tagged.tags_of(page)
    return {"tags": tags, "related": tagged.related_to(page, tags)}


@register.inclusion_tag("cms/includes/useful.html", takes_context=True)
def useful_question(context):
    """“Was this page useful?”, but not over a preview, a draft or on paper."""
    request, page = context.get("request"), context.get("page")
    asked = page is not None and page.pk and page.live and not getattr(request, "is_preview", False)
    return {"address": reverse("cms:opinion", args=[page.pk]) if asked else ""}
