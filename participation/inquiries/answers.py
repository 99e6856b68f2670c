"""Drafting, approving and correcting the answer to a request: versions that a second person must approve."""

from datetime import timedelta

from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from casework.enums import AnswerKind, AnswerState, AttachmentPurpose
from casework.errors import Refused
from casework.models import Answer, Attachment, CaseNote
from core.uploads.pictures import NoPublicCopyError, public_copy
from core.workdays import Calendar
from participation.inquiries.enums import AppealOutcome
from participation.inquiries.guards import draft_of, given_answer
from participation.inquiries.models import Refusal

REFUSING = (AnswerKind.PARTIAL, AnswerKind.REFUSED)
COPIED = ("file", "original_name", "content_type", "size", "sha256", "scan_state", "has_active_content")


def draft(case, data, actor, now):
    """Store a draft version with its refusal and files; an older waiting draft is set aside."""
    case.answers.filter(state=AnswerState.DRAFTED).update(state=AnswerState.RETURNED)
    version = (case.answers.aggregate(last=Max("version"))["last"] or 0) + 1
    refusing = data["kind"] in REFUSING
    answer = Answer.objects.create(
        case_id=case.pk,
        version=version,
        kind=data["kind"],
        text=data["text"],
        given_part=data["given_part"] if data["kind"] == AnswerKind.PARTIAL else "",
        ground=data["ground"].article if refusing else "",
        reasoning=reasoning(data) if refusing else "",
        appeal=data["appeal"],
        officer_name=data["officer_name"],
        officer_position=data["officer_position"],
        signed_on=data["signed_on"],
        correction_reason=data.get("correction_reason", ""),
        public_text=data["public_text"],
        drafted_by=actor.user,
        drafted_at=now,
    )
    if refusing:
        names = ("ground", "reasons", "interest", "harm", "balance", "signature")
        Refusal.objects.create(answer=answer, **{name: data[name] for name in names})
    _keep_files(case, answer, data, actor)
    return {"version": version}


def reasoning(data):
    """The reasons with the three-part test under them, in the official language, as the applicant reads them."""
    if not data["interest"]:
        return data["reasons"]
    with translation.override("uk"):
        parts = [
            data["reasons"],
            _("Three-part test (Art. 6 p. 2 of the Law “On Access to Public Information”)"),
            _("1. The protected interest: %(text)s") % {"text": data["interest"]},
            _("2. The substantial harm of disclosure: %(text)s") % {"text": data["harm"]},
            _("3. Why the harm outweighs the public interest: %(text)s") % {"text": data["balance"]},
        ]
    return "\n\n".join(parts)


def _keep_files(case, answer, data, actor):
    """Attach new files and copies of the rows of earlier files that the official kept."""
    for uploaded in data.get("files") or ():
        Attachment.take(
            uploaded,
            case_id=case.pk,
            answer=answer,
            purpose=AttachmentPurpose.ANSWER,
            uploaded_by=actor.user,
        )
    kept = case.attachments.filter(purpose=AttachmentPurpose.ANSWER, pk__in=data.get("kept_files") or ())
    for earlier in kept:
        Attachment.objects.create(
            case_id=case.pk,
            answer=answer,
            purpose=AttachmentPurpose.ANSWER,
            uploaded_by=actor.user,
            **{name: getattr(earlier, name) for name in COPIED},
        )


def gaps(answer):
    """What a refusal still lacks (Art. 22 p. 4), in words; nothing when it is complete or is no refusal."""
    if answer.kind not in REFUSING:
        return ()
    refusal = getattr(answer, "refusal", None)
    asked = {
        _("officer’s name"): answer.officer_name,
        _("officer’s position"): answer.officer_position,
        _("date"): answer.signed_on,
        _("ground and reasons"): answer.ground and answer.reasoning and refusal,
        _("how to appeal"): answer.appeal,
        _("three-part test"): refusal and not refusal.lacks_test,
        _("what is given"): answer.given_part or answer.kind == AnswerKind.REFUSED,
    }
    return tuple(name for name, value in asked.items() if not value)


def approve(case, data, actor, now):
    """Give the waiting version to the applicant; the one before it becomes a corrected one. Raises Refused."""
    answer = draft_of(case)
    if missing := gaps(answer):
        raise Refused(_("The refusal is incomplete: %(missing)s.") % {"missing": ", ".join(missing)})
    case.answers.filter(state=AnswerState.PUBLISHED).update(state=AnswerState.CORRECTED)
    answer.state = AnswerState.PUBLISHED
    answer.approved_by, answer.approved_at, answer.published_at = actor.user, now, now
    answer.save()
    case.outcome = answer.kind
    if case.decided_at is None:
        case.answered_late, case.days_used = is_late(case, now), working_days_used(case.received_at, now)
        case.decided_at = now
    return {"version": answer.version, "ground": answer.ground}


def grant_appeal(case, data, actor, now):
    """Give a new answer instead of the one complained about."""
    case.appeal_outcome = AppealOutcome.GRANTED
    return approve(case, data, actor, now)


def is_late(case, now):
    """Whether the answer comes after a term of the answer clock: the running one, or one that had run out before it was replaced."""
    for clock in case.clocks.filter(name="answer"):
        abandoned_urgency = clock.rule == "request-urgent" and clock.replaced_at and not case.is_urgent
        if not abandoned_urgency and (clock.replaced_at or now) > clock.due_at:
            return True
    return False


def working_days_used(received_at, now):
    """Working days from the day of receipt (day zero) to the day of the answer."""
    calendar, first, last = Calendar.load(), timezone.localdate(received_at), timezone.localdate(now)
    days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    return sum(calendar.is_working(day) for day in days)


def send_back(case, data, actor, now):
    """Return the waiting version for changes; the reason is a note for colleagues."""
    answer = draft_of(case)
    answer.state = AnswerState.RETURNED
    answer.save(update_fields=["state"])
    CaseNote.objects.create(case_id=case.pk, author=actor.user, text=data["reason"], at=now)
    return {"version": answer.version}


def edit_public_answer(case, data, actor, now):
    """Store the public edition of the answer and its public files. Raises Refused when a picture cannot be drawn anew."""
    answer = draft_of(case) or given_answer(case)
    answer.public_text = data["public_text"]
    answer.save(update_fields=["public_text"])
    public = {"case_id": case.pk, "purpose": AttachmentPurpose.PUBLIC_COPY, "uploaded_by": actor.user}
    case.attachments.filter(purpose=AttachmentPurpose.PUBLIC_COPY, pk__in=data["hidden_files"]).delete()
    for uploaded in data["public_files"]:
        Attachment.take(uploaded, answer=answer, **public)
    for picture in case.attachments.filter(purpose=AttachmentPurpose.ANSWER, pk__in=data["pictures"]):
        try:
            Attachment.take(public_copy(picture), answer=answer, public_copy_of=picture, **public)
        except NoPublicCopyError as error:
            raise Refused(_("This picture cannot be read. Upload a public file instead.")) from error
    return {"version": answer.version}
