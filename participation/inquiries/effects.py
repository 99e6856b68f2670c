"""What the steps of a request write, besides its answer."""

from django.utils import translation

from casework.common import write_message
from casework.enums import Direction
from casework.models import Message
from participation.inquiries.enums import AppealOutcome, ExtensionReason
from participation.inquiries.models import Forwarding


def tell(case, text, actor, now, *, direction=Direction.OUT):
    """Keep a notice in the correspondence, so that it is read without e-mail too."""
    Message.objects.create(case_id=case.pk, direction=direction, author=actor.user, text=text, at=now)


def register(case, data, actor, now):
    """The moment of registration; the clock started at receipt."""
    case.registered_at = now


def declare_urgent(case, data, actor, now):
    """The head agrees that 48 hours apply (Art. 20 p. 2)."""
    case.is_urgent = True
    tell(case, data["reason"], actor, now)


def declare_ordinary(case, data, actor, now):
    """The head finds no urgency."""
    case.is_urgent = False
    tell(case, data["reason"], actor, now)


def forward(case, data, actor, now):
    """Name the holder to whom the request, or a part of it, goes."""
    Forwarding.objects.create(
        request_id=case.pk,
        holder=data["holder"],
        holder_email=data["holder_email"],
        part=data.get("part", ""),
        at=now,
    )
    return {"holder": data["holder"]}


def extend(case, data, actor, now):
    """The reason by the law is public, its explanation is the applicant's."""
    case.extension_reason = data["reason_code"]
    tell(case, data["reason"], actor, now)
    with translation.override("uk"):
        return {"reason": str(ExtensionReason(data["reason_code"]).label)}


def ask_clarify(case, data, actor, now):
    """Ask; the clock does not stop."""
    case.is_clarification_asked = True
    return write_message(Direction.OUT)(case, data, actor, now)


def write_to_office(case, data, actor, now):
    """The applicant wrote: a clarification, if one was asked, has come."""
    case.is_clarification_asked = False
    return write_message(Direction.IN)(case, data, actor, now)


def bill(case, data, actor, now):
    """The sum by the tariff; the answer waits for the payment."""
    case.bill_pages, case.bill_amount = data["pages"], data["amount"]
    tell(case, data["notice"], actor, now)
    return {"pages": data["pages"], "amount": str(data["amount"])}


def postpone(case, data, actor, now):
    """Force majeure, for this request only, until a named day (Art. 22 p. 6)."""
    case.postponed_until, case.postponement_reason = data["until"], data["reason"]
    tell(case, data["notice"], actor, now)
    return {"reason": data["reason"]}


def withdraw(case, data, actor, now):
    """The applicant's own words, if any."""
    if data["reason"]:
        tell(case, data["reason"], actor, now, direction=Direction.IN)


def appeal(case, data, actor, now):
    """The complaint joins the correspondence."""
    tell(case, data["text"], actor, now, direction=Direction.IN)


def uphold(case, data, actor, now):
    """The head leaves the answer as it is and says why."""
    case.appeal_outcome = AppealOutcome.UPHELD
    tell(case, data["reason"], actor, now)


def rate(case, data, actor, now):
    """The answer to the one question."""
    case.helped = data["helped"]
    return {"helped": data["helped"]}
