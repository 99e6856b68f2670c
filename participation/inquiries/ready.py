"""What the room tells the house: its procedures, letters, jobs, rights and links."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from accounts import mydata
from accounts.roles import Role, grant
from casework.procedure import register as register_procedure
from core import site
from core.jobs import periodic
from participation import sources
from participation.inquiries import mail, people, services
from participation.inquiries.procedures.request import REQUEST
from participation.inquiries.procedures.suggestion import SUGGESTION

KEPT_BY_STAFF = ("copyingcap", "copyingtariff", "refusalground", "suggestiontopic")


def register():
    """Enter everything; called once by the app's `ready()`."""
    register_procedure(REQUEST)
    register_procedure(SUGGESTION)
    sources.register(sources.Source("request", _("Information requests"), procedures=("request",)))
    sources.register(sources.Source("suggestion", _("Suggestions"), procedures=("suggestion",)))
    mail.declare_letters()
    periodic("inquiries.close", timedelta(hours=1))(services.close_due)
    mydata.register("inquiries", export=people.export_originals, erase=people.erase_nothing_more)
    grant(Role.HEAD, "inquiries.approve_answer")
    for role in (Role.HEAD, Role.ADMINISTRATOR):
        rights = ("view", "add", "change")
        grant(role, *(f"inquiries.{right}_{model}" for model in KEPT_BY_STAFF for right in rights))
    site.register_navigation(20, _("Ask or suggest"), "inquiries:hub")
    site.register_footer(10, _("Inquiries"), _("Request public information"), "inquiries:request")
    site.register_footer(11, _("Inquiries"), _("Suggestion box"), "inquiries:suggestion")
    site.register_footer(12, _("Inquiries"), _("Register of requests"), "inquiries:register")
