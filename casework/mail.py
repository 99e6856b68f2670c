"""The letters that the register itself writes."""

from django.utils.translation import gettext_lazy as _

from core.outbox import declare

ABOUT_A_CASE = ("case", "number", "procedure", "state", "due_at", "event", "link", "data")


def declare_letters():
    """Declare every letter of the register with what it may print; what opens a case is not for staff's eyes."""
    declare(
        "casework/message", label=_("The office wrote to the applicant"), context=(*ABOUT_A_CASE, "code"), secret=True
    )
    declare("casework/message_received", label=_("The applicant wrote to the office"), context=ABOUT_A_CASE)
    declare("casework/assigned", label=_("A case was assigned"), context=ABOUT_A_CASE)
    declare("casework/reminder", label=_("A legal term is ending"), context=(*ABOUT_A_CASE, "clock", "overdue"))
    declare("casework/clock_moved", label=_("A due date moved"), context=(*ABOUT_A_CASE, "clock", "before"))
