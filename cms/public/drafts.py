"""What the holder of a preview link sees."""

from datetime import timedelta

from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms import drafts
from cms.readiness import draft_of
from core.limits import limited


def private(response):
    """Tell browsers, robots and other sites to keep nothing of it."""
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "private, no-store"
    return response


def closed(request):
    """The link was forged, has ended or was taken back; which of them is nobody's business."""
    return private(TemplateResponse(request, "cms/draft_closed.html", status=410).render())


def limits(view):
    """A link is not guessed by trying."""
    return limited("draft", limit=300, window=timedelta(hours=1), methods=("GET", "HEAD"))(view)


@never_cache
@require_safe
@limits
def draft(request, token, pk=None):
    """The newest draft of the page, or of a page below it, as readers would see it."""
    link = drafts.open_token(token)
    page = drafts.page_under(link, pk or link.page_id) if link else None
    if page is None:
        return closed(request)
    drafts.count_use(link)
    notice = {"contents": reverse("cms:draft_contents", args=[token]), "until": link.expires_at}
    shown = draft_of(page)
    return private(shown.make_preview_request(request, shown.default_preview_mode, {"draft_notice": notice}))


@never_cache
@require_safe
@limits
def contents(request, token):
    """The drafts of the section that the same link opens."""
    link = drafts.open_token(token)
    if link is None:
        return closed(request)
    rows = [
        (page.draft_title, reverse("cms:draft_below", args=[token, page.pk]), page.depth - link.page.depth)
        for page in drafts.covered(link)
    ]
    return private(TemplateResponse(request, "cms/draft_contents.html", {"rows": rows, "link": link}).render())
