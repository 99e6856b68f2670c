"""Why a step of a consultation cannot be taken now. Every guard returns words for the person, or nothing."""

from django.utils import timezone
from django.utils.translation import gettext as _

from participation.drafts.services.deciding import undecided
from participation.drafts.services.publishing import why_not_publish


def has_text(case, actor, now):
    """There is a text that may be published, and nothing else is discussed under it."""
    document = case.specific.document
    if document.newest is None:
        return _("Import the text of the document first.")
    others = document.consultations.filter(state__in=("open", "processing")).exclude(pk=case.pk)
    if others.exists():
        return _("Another consultation on this document is under way.")
    return "" if document.newest.is_published else why_not_publish(document.newest)


def has_new_version(case, actor, now):
    """There is a version that nobody reads yet, without doubts."""
    newest = case.specific.document.newest
    if newest is None or newest.is_published:
        return _("Import the new version first.")
    return why_not_publish(newest)


def window_runs(case, actor, now):
    """The last day has not passed."""
    return "" if case.specific.is_taking_comments(now) else _("The time for comments is over.")


def window_over(case, actor, now):
    """Nobody ends the time for comments early."""
    closes = case.specific.closes_on
    return _("The time for comments is not over.") if closes and closes >= timezone.localdate(now) else ""


def all_decided(case, actor, now):
    """Every comment has its decision."""
    left = undecided(case.specific.document).count()
    return _("Comments without a decision: %(number)s.") % {"number": left} if left else ""
