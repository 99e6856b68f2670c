"""The list of a tag: pages of all types."""

from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from cms import tagged
from cms.models import ContentTag
from core.query import PageField, QueryForm, paginate

PER_PAGE = 20


class TagQuery(QueryForm):
    """Which page of the list."""

    page = PageField()


@require_safe
def tag(request, slug):
    """Everything that carries the tag, in the reader's language."""
    found = get_object_or_404(ContentTag, slug=slug)
    language = (translation.get_language() or "uk").split("-")[0]
    pages = paginate(tagged.pages_with(found, language), TagQuery.read(request.GET), PER_PAGE)
    return TemplateResponse(request, "cms/tag.html", {"tag": found, "page_obj": pages})
