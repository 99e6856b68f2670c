"""The letters of hearings."""

from django.utils.translation import gettext_lazy as _

from casework.mail import ABOUT_A_CASE
from core.outbox import declare

TO_APPLICANT = {
    "initiative_received": _("Initiative of a hearing received"),
    "signatures_opened": _("Collection of signatures for a hearing opened"),
    "threshold_reached": _("Enough signatures for a hearing"),
    "lapsed": _("Too few signatures for a hearing"),
    "refused": _("Hearing refused"),
    "appointed": _("Hearing appointed"),
    "announced": _("Hearing announced"),
    "called_off": _("Hearing cancelled, to its initiator"),
    "protocol_published": _("Protocol of a hearing, to its initiator"),
    "results_published": _("Results of a hearing, to its initiator"),
    "proposal_received": _("Proposal to a hearing received"),
    "proposal_admitted": _("Proposal to a hearing admitted"),
    "proposal_set_aside": _("Proposal to a hearing set aside"),
    "proposal_handed": _("Proposal to a hearing handed over"),
    "proposal_decided": _("Proposal to a hearing answered"),
}
TO_STAFF = {
    "to_check": _("An initiative of a hearing is to be checked"),
    "to_answer": _("Proposals of a hearing are to be answered"),
}
FOR_ALL = ("hearing", "link", "calendar", "ticket")
TO_REGISTERED = {
    "registered": (_("Registered for a hearing"), ("registration",)),
    "waiting": (_("On the waiting list of a hearing"), ("registration",)),
    "promoted": (_("A place at a hearing became free"), ("registration",)),
    "announced_anew": (_("A hearing is announced anew"), ()),
    "date_changed": (_("A hearing is moved"), ("before", "reason")),
    "cancelled": (_("A hearing is cancelled"), ("reason",)),
    "not_held": (_("A hearing did not take place"), ("reason", "note")),
    "soon": (_("A hearing in three days"), ()),
    "tomorrow": (_("A hearing tomorrow"), ()),
    "protocol": (_("Protocol of a hearing published"), ()),
    "results": (_("Results of a hearing published"), ()),
}


def declare_letters():
    """Declare every letter with what it may print; those with a code or a person's own page are closed to staff."""
    for name, label in TO_APPLICANT.items():
        declare(f"hearings/{name}", label=label, context=(*ABOUT_A_CASE, "code"), secret=True)
    for name, label in TO_STAFF.items():
        declare(f"hearings/{name}", label=label, context=ABOUT_A_CASE)
    declare(
        "hearings/news", label=_("News of a hearing that a person follows"), context=("case", "title", "site", "what")
    )
    for name, (label, more) in TO_REGISTERED.items():
        declare(f"hearings/{name}", label=label, context=(*FOR_ALL, *more), secret=True)
