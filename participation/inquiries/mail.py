"""The letters of requests and suggestions."""

from django.utils.translation import gettext_lazy as _

from casework.mail import ABOUT_A_CASE
from core.outbox import declare

TO_APPLICANT = {
    "registered": _("Request registered"),
    "urgent_on": _("Request accepted as urgent"),
    "urgent_off": _("Request not accepted as urgent"),
    "forwarded": _("Request forwarded"),
    "forwarded_part": _("A part of the request forwarded"),
    "extended": _("Term of the request extended"),
    "clarify": _("A clarification is asked"),
    "bill": _("Bill for copying"),
    "paid": _("Payment received"),
    "postponed": _("Answer postponed"),
    "resumed": _("Work on the answer resumed"),
    "answered": _("Answer to the request"),
    "corrected": _("Corrected answer"),
    "appealed": _("Complaint received"),
    "upheld": _("Complaint considered, answer unchanged"),
    "withdrawn": _("Request withdrawn"),
    "closed": _("Request closed"),
    "suggestion_received": _("Suggestion received"),
    "suggestion_taken_up": _("Suggestion taken up"),
    "suggestion_answered": _("Suggestion answered"),
    "suggestion_declined": _("Suggestion declined"),
}
TO_OTHERS = {
    "urgent_claimed": _("An urgent request came"),
    "forwarded_to_holder": _("A request for another holder"),
    "to_approve": _("An answer waits for approval"),
    "returned": _("A draft was returned"),
    "withdrawn_staff": _("The applicant withdrew a request"),
    "appeal_filed": _("A complaint about an answer came"),
}


def declare_letters():
    """Declare every letter with what it may print; the code stands only in letters to the applicant.

    All of them are closed to whoever keeps the outbox: they repeat what people wrote.
    """
    for name, label in TO_APPLICANT.items():
        declare(f"inquiries/{name}", label=label, context=(*ABOUT_A_CASE, "code"), secret=True)
    for name, label in TO_OTHERS.items():
        declare(f"inquiries/{name}", label=label, context=ABOUT_A_CASE, secret=True)
