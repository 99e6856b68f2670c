"""When a page has no twin in the reader's language."""

from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.models import Page


@require_safe
def no_twin(request, pk):
    """Say honestly that the page is not in this language yet, link to it and to the nearest section that is."""
    language = (translation.get_language() or "uk").split("-")[0]
    page = Page.objects.live().public().filter(pk=min(pk, 2**63 - 1), depth__gt=1).select_related("locale").first()
    if page is None or not page.get_url(request):
        raise Http404
    if page.locale.language_code == language:
        return HttpResponseRedirect(page.get_url(request))
    twin = _twin(page, language)
    if twin is not None and twin.get_url(request):
        return HttpResponseRedirect(twin.get_url(request))
    context = {"original": page, "original_url": page.get_url(request), "nearest": _nearest(page, language)}
    return TemplateResponse(request, "cms/no_twin.html", context)


def _twin(page, language):
    return page.get_translations().live().public().filter(locale__language_code=language).first()


def _nearest(page, language):
    """The closest section above the page that readers of `language` have, as a page, or None."""
    for parent in page.get_ancestors().filter(depth__gt=1).order_by("-depth"):
        if twin := _twin(parent, language):
            return twin
    return None
