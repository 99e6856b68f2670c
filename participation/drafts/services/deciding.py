"""What becomes of each comment."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import audit
from participation.comments.models import Comment
from participation.drafts.enums import Verdict
from participation.drafts.models import CommentDecision, Consultation
from participation.drafts.services.publishing import NotReady

TOLD, UNDER_WAY = {"reported", "closed"}, {"open", "processing"}


@transaction.atomic
def decide(comment, *, actor, verdict, reason="", now=None):
    """Write or change the decision on a comment and return it.

    Raises NotReady without a reason for what is not accepted, for an answer in a branch, and once the report is published.
    """
    document = comment.thread.document
    Comment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    if why := why_not_decide(document, comment):
        raise NotReady(why)
    if verdict != Verdict.ACCEPTED and not reason.strip():
        raise NotReady(_("Say why."))
    decision, _made = CommentDecision.objects.update_or_create(
        comment=comment,
        defaults={
            "verdict": verdict,
            "reason": reason.strip(),
            "decided_by": actor,
            "decided_at": now or timezone.now(),
        },
    )
    audit.record(document, "drafts.decide", user=actor, data={"comment": comment.pk, "verdict": str(verdict)})
    return decision


def why_not_decide(document, comment=None):
    """Why comments on a document are not decided now, or nothing."""
    if comment is not None and (comment.root_id or comment.is_official):
        return _("Only comments are decided on, not answers to them.")
    states = set(Consultation.objects.filter(document=document).values_list("state", flat=True))
    if states & TOLD and not states & UNDER_WAY:
        return _("The report is published: the decisions stand.")
    return ""


def to_decide(document):
    """The comments in view on which a decision is due: beginnings, not those of officials."""
    return Comment.objects.shown().beginnings().filter(thread=document.thread_id, is_official=False)


def undecided(document):
    """Those without a decision."""
    return to_decide(document).filter(decision=None) if document.thread_id else Comment.objects.none()
