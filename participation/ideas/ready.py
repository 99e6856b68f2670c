"""What this room tells the rest of the house about itself."""

from django.utils.translation import gettext_lazy as _

from accounts import mydata
from accounts.roles import Role, grant
from casework.procedure import register as register_procedure
from core import site
from core.links import offer
from participation import openings
from participation.ideas import hub, mail, moderated, people
from participation.ideas.procedure import IDEA
from participation.ideas.services import goal_was_reached
from participation.moderation.kinds import register as register_kind
from participation.sheets.signals import threshold_reached

KEPT_BY_STAFF = ("ideacall", "ideatag")


def register():
    """Enter everything; called once by the app's `ready()`."""
    register_procedure(IDEA)
    mail.declare_letters()
    register_kind(moderated.KIND)
    mydata.register("ideas", export=people.export, erase=people.erase)
    threshold_reached.connect(goal_was_reached, dispatch_uid="ideas.goal")
    offer("cms.service", hub.improve_service)
    for role in (Role.HEAD, Role.ADMINISTRATOR, Role.OFFICIAL):
        grant(role, *(f"ideas.{right}_{model}" for model in KEPT_BY_STAFF for right in ("view", "add", "change")))
    openings.register_kind(hub.KIND, _("Ideas"))
    openings.register_open(hub.open_calls)
    openings.register_dates(hub.call_dates)
    openings.register_decided(hub.decided_ideas)
    site.register_footer(22, _("Participation"), _("Ideas"), "ideas:list")
