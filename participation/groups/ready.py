"""What this room tells the rest of the house about itself."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from accounts import mydata
from casework.procedure import register as register_procedure
from core import audit, site
from core.jobs import periodic
from participation import openings
from participation.groups import happenings, mail, people, printing, services
from participation.groups.procedures.application import APPLICATION
from participation.groups.procedures.body import BODY
from participation.groups.procedures.meeting import MEETING
from participation.sheets import pack

ACTIONS = (
    ("groups.access", _("Change access to workspace"), _("Changed who opens a workspace")),
    ("groups.member", _("Change composition"), _("Changed the composition of a body")),
    ("groups.document", _("Change documents of body"), _("Changed the documents of a body")),
    ("groups.minutes", _("Write minutes"), _("Wrote the agenda or the minutes of a meeting")),
)


def register():
    """Enter everything; called once by the app's `ready()`."""
    for procedure in (BODY, APPLICATION, MEETING):
        register_procedure(procedure)
    mail.declare_letters()
    for action, label, message in ACTIONS:
        audit.declare(action, label, message)
    periodic("groups.terms", timedelta(hours=1))(services.keep_terms)
    mydata.register("groups", export=people.export_groups, erase=people.erase_groups)
    pack.register(BODY.key, printing.of_body)
    pack.register(MEETING.key, printing.of_meeting)
    site.register_footer(24, _("Participation"), _("Working groups"), "groups:list")
    openings.register_kind(happenings.KIND, _("Working groups"))
    openings.register_open(happenings.open_calls)
    openings.register_dates(happenings.meetings_between)
    openings.register_decided(happenings.decided_lately)
