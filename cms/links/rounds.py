"""The round over all published pages, at night and on demand; what it finds replaces what was found before."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from cms.models import LinkFinding, Problem
from cms.models.findings import URL_LENGTH

from . import inside, outside
from .collecting import links_of

AT_ONCE = 100


def check_page(page, site, ask=None):
    """Look at every link of one page (of its own type); give unsaved findings. `ask(url)` is asked about other sites."""
    found = {}
    for link in links_of(page):
        external = bool(link.url) and not site.is_ours(link.url) and link.url.startswith(("http://", "https://"))
        problem = (ask(link.url) if ask else None) if external else inside.problem_of(link, page, site)
        if problem:
            target = _target(link)
            fields = {"words": link.words, "problem": problem, "is_external": external, "checked_at": timezone.now()}
            found[(target, link.place[:200])] = LinkFinding(
                page_id=page.pk, target=target, place=link.place[:200], **fields
            )
    return list(found.values())


def _target(link):
    if link.page_id is not None:
        page = Page.objects.filter(pk=link.page_id).first()
        return page.title if page else f"#{link.page_id}"
    return f"#{link.document_id}" if link.document_id is not None else link.url[:URL_LENGTH]


def keep(page, findings):
    """Put the findings of one page in the place of the former ones."""
    with transaction.atomic():
        LinkFinding.objects.filter(page_id=page.pk).delete()
        LinkFinding.objects.bulk_create(findings)


def check_everything():
    """Walk all published pages; returns the number of broken links. Other sites are asked once each, if the settings say so."""
    site, answers = inside.Known(), {}

    def ask(url):
        if url not in answers:
            answers[url] = outside.ask(url)
        return answers[url]

    total = 0
    for page in Page.objects.live().filter(depth__gt=1).order_by("pk").specific().iterator(chunk_size=AT_ONCE):
        findings = check_page(page, site, ask if settings.LINK_CHECK_EXTERNAL else None)
        keep(page, findings)
        total += len(findings)
    LinkFinding.objects.exclude(page__live=True).delete()
    return total


def broken_inside(page):
    """The broken links of one draft, other sites left alone: for the warning at publication."""
    return check_page(page, inside.Known())


def words_of(findings):
    """Findings in words for a message: “leads to” and what is wrong."""
    return [f"{finding.words or finding.target}: {Problem(finding.problem).label}" for finding in findings]
