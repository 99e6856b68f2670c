"""The letters of bodies, applications and meetings."""

from django.utils.translation import gettext_lazy as _

from casework.mail import ABOUT_A_CASE
from core.outbox import declare

TO_APPLICANT = {
    "proposed": _("Proposal of a body received"),
    "founded": _("The proposed body was founded"),
    "declined": _("The proposed body was not founded"),
    "application_received": _("Application for a seat received"),
    "application_accepted": _("Application for a seat accepted"),
    "application_refused": _("Application for a seat refused"),
    "application_appointed": _("Appointed to a body"),
    "application_lapsed": _("Application for a seat lapsed"),
}
TO_OTHERS = {
    "call_closed": _("A call for members ended"),
    "term_ending": _("The term of a body is ending"),
    "term_ending_member": _("The term of your body is ending"),
    "stopped": _("A body was stopped"),
    "meeting_announced": _("A meeting was announced"),
    "meeting_moved": _("A meeting was moved"),
    "meeting_cancelled": _("A meeting was cancelled"),
    "minutes_published": _("Minutes were published"),
    "recommendations": _("Recommendations wait for an answer"),
    "recommendations_answered": _("Recommendations were answered"),
}


def declare_letters():
    """Declare every letter; those to applicants hold what opens the case and what people wrote."""
    for name, label in TO_APPLICANT.items():
        declare(f"groups/{name}", label=label, context=(*ABOUT_A_CASE, "code"), secret=True)
    for name, label in TO_OTHERS.items():
        declare(f"groups/{name}", label=label, context=ABOUT_A_CASE)
    declare("groups/mandate_ending", label=_("A mandate is ending"), context=("member", "body", "link"))
    declare(
        "groups/answer_overdue",
        label=_("The authority’s answer is overdue"),
        context=("meeting", "body", "link", "due_at"),
    )
    declare("groups/access_granted", label=_("Access to a workspace"), context=("body", "access", "link"))
