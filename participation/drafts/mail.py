"""Letters about drafts: to everyone who commented or follows, and to each commenter the decisions on their own words."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core import outbox
from participation.comments.models import Comment
from participation.drafts.services.deciding import to_decide
from participation.follows.services import followers_of

ABOUT = ("case", "document", "link", "reason", "until")
TO_ALL = {
    "prolonged": _("More time for comments on a draft"),
    "replaced": _("A new version of a draft"),
    "withdrawn": _("A draft was withdrawn"),
}


def declare_letters():
    """Declare every letter with what it may print."""
    for name, label in TO_ALL.items():
        outbox.declare(f"drafts/{name}", label=label, context=ABOUT)
    outbox.declare(
        "drafts/decisions", label=_("What was decided on your comments"), context=(*ABOUT, "lines"), secret=True
    )
    outbox.declare("drafts/reported", label=_("The report on a draft is published"), context=ABOUT)


def facts(case, language, reason=""):
    """What every letter prints, in the reader's language."""
    with translation.override(language):
        link = settings.BASE_URL + case.document.get_absolute_url()
    return {"case": case, "document": case.document, "link": link, "reason": reason, "until": case.closes_on}


def commenters(case):
    """{address: language} of everyone whose comment is in view."""
    rows = Comment.objects.shown().filter(thread=case.document.thread_id, author__is_active=True)
    rows = rows.filter(is_official=False).exclude(author__email="").order_by("author")
    return dict(rows.values_list("author__email", "author__language").distinct())


def tell_commenters(case, kind, now, reason=""):
    """Write the letter `kind` to everyone who commented or follows, one rendering for each language."""
    readers = {**dict(followers_of(case)), **commenters(case)}
    _write(case, kind, now, readers, reason)


def _write(case, kind, now, readers, reason=""):
    languages = {}
    for address, language in readers.items():
        languages.setdefault(language, []).append(address)
    for language, addresses in languages.items():
        outbox.write_copies(
            kind,
            event=f"consultation:{case.pk}:{now.isoformat()}",
            recipients=addresses,
            context=facts(case, language, reason),
            language=language,
        )


def tell_decisions(case, now):
    """Write each commenter the decisions on their comments, and followers that the report is there."""
    lines = {}
    rows = to_decide(case.document).select_related("author", "decision").filter(author__is_active=True)
    for comment in rows.exclude(author__email="").order_by("created_at", "pk"):
        lines.setdefault(comment.author, []).append(comment)
    for person, comments in lines.items():
        outbox.write(
            "drafts/decisions",
            event=f"consultation:{case.pk}:report",
            recipient=person.email,
            context={**facts(case, person.language), "lines": comments},
            language=person.language,
        )
    told = {person.email for person in lines}
    others = {address: language for address, language in followers_of(case) if address not in told}
    _write(case, "drafts/reported", now, others)
