"""Pages of the editorial machinery for the table of pages."""

from django.urls import reverse

from cms import drafts
from cms.models import NewsPage, PageOpinion, PreviewLink


def public():
    """Around the pages: opinion, tag, no translation, a draft by a link."""
    page = NewsPage.objects.live().filter(locale__language_code="uk").order_by("pk").first()
    tagged = NewsPage.objects.live().filter(tagged_items__isnull=False).order_by("pk").first()
    link = PreviewLink.objects.working().order_by("pk").first()
    return {
        "was it useful": reverse("cms:opinion", args=[page.pk]),
        "tag": reverse("cms:tag", args=[tagged.tags.order_by("pk").first().slug]),
        "no translation": f"/en/storinka/{page.pk}/bez-perekladu/",
        "draft by a link": reverse("cms:draft", args=[drafts.token_of(link)]),
        "drafts of a link": reverse("cms:draft_contents", args=[drafts.token_of(link)]),
    }


def staff():
    """Reports and links to drafts."""
    spoken = PageOpinion.objects.order_by("pk").first()
    link = PreviewLink.objects.working().order_by("pk").first()
    reports = ("cms_checking", "cms_ready", "cms_links", "cms_opinions", "cms_schedule")
    return {
        **{f"report: {name}": reverse(name) for name in reports},
        "opinions of a page": reverse("cms_opinion_lines", args=[spoken.page_id]),
        "links to a draft": reverse("cms_draft_links", args=[link.page_id]),
    }
