"""What the register holds of a person: shown in the cabinet, given out, made nameless."""

from django.utils import timezone

from casework.models import Applicant, Case
from core.text import fold

SHOWN_IN_CABINET = 50


def cabinet_section(request):
    """The person's own cases, newest first."""
    cases = Case.objects.filter(submitter=request.user).select_related("unit")[: SHOWN_IN_CABINET + 1]
    return "casework/cabinet.html", {"cases": cases[:SHOWN_IN_CABINET], "has_more": len(cases) > SHOWN_IN_CABINET}


def export_cases(user):
    """Everything in the register that the person sent or that was written to them (Law 2297-VI, Art. 8)."""
    cases = (
        Case.objects.filter(submitter=user)
        .select_related("applicant")
        .prefetch_related("messages", "answers", "attachments")
    )
    return [_exported(case) for case in cases]


def _exported(case):
    """One case as plain values."""
    applicant = getattr(case, "applicant", None)
    return {
        "number": case.number,
        "procedure": case.procedure,
        "state": case.state,
        "received_at": case.received_at.isoformat(),
        "text": case.text,
        "name": applicant.name if applicant else "",
        "email": applicant.email if applicant else "",
        "phone": applicant.phone if applicant else "",
        "postal_address": applicant.postal_address if applicant else "",
        "messages": [
            {"at": row.at.isoformat(), "direction": row.direction, "text": row.text} for row in case.messages.all()
        ],
        "answers": [{"version": row.version, "text": row.text} for row in case.answers.all() if row.is_given],
        "files": [row.original_name for row in case.attachments.all()],
    }


def erase_cases(user):
    """Make the person's cases nameless; the public record stays (PROTECT, not CASCADE)."""
    erase_applicants(Applicant.objects.filter(case__submitter=user))


def erase_applicants(applicants, now=None):
    """Empty the personal data of `applicants` and the originals of their closed cases; returns how many were emptied.

    An open case keeps what is needed to answer it until it is closed; then the retention job empties it.
    """
    now, count = now or timezone.now(), 0
    for applicant in applicants.filter(erased_at=None, case__closed_at__isnull=False).select_related("case"):
        for name in ("name", "representative", "email", "phone", "postal_address", "name_folded"):
            setattr(applicant, name, "")
        applicant.publish_name, applicant.erased_at = False, now
        applicant.save()
        case = applicant.case
        case.text, case.search_folded = case.public_text, fold(f"{case.number} {case.public_title}")
        Case.objects.filter(pk=case.pk).update(text=case.text, search_folded=case.search_folded)
        case.messages.update(text="")
        case.specific.erase_originals()
        count += 1
    applicants.filter(erased_at=None, case__closed_at=None).update(keep_until=timezone.localdate(now))
    return count


def erase_expired(now=None):
    """The retention job: empty personal data whose end date has come on closed cases; returns how many."""
    return erase_applicants(Applicant.objects.filter(keep_until__lte=timezone.localdate(now)), now)
