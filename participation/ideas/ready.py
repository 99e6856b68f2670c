"""What this room tells the rest of the house about itself."""

from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _

from accounts import mydata
from accounts.roles import Role, grant
from casework import panels
from casework.procedure import register as register_procedure
from core import site
from core.links import offer
from participation import openings, sources
from participation.comments.kinds import register as register_discussion
from participation.ideas import hub, mail, moderated, paper, people
from participation.ideas.panels import idea_panel
from participation.ideas.procedure import IDEA
from participation.ideas.services import goal_was_reached, keep_to_the_call
from participation.moderation.kinds import register as register_kind
from participation.sheets import pack
from participation.sheets.models import Record
from participation.sheets.signals import threshold_reached

KEPT_BY_STAFF = ("ideacall", "ideatag")


def register():
    """Enter everything; called once by the app's `ready()`."""
    register_procedure(IDEA)
    mail.declare_letters()
    register_kind(moderated.KIND)
    register_discussion(moderated.TALK)
    sources.register(sources.Source(IDEA.key, _("Ideas"), procedures=(IDEA.key,)))
    panels.register(idea_panel)
    mydata.register("ideas", export=people.export, erase=people.erase)
    threshold_reached.connect(goal_was_reached, dispatch_uid="ideas.goal")
    pre_save.connect(keep_to_the_call, sender=Record, dispatch_uid="ideas.limit")
    pack.register(IDEA.key, paper.printed)
    offer("cms.service", hub.improve_service)
    for role in (Role.HEAD, Role.ADMINISTRATOR, Role.OFFICIAL):
        grant(role, *(f"ideas.{right}_{model}" for model in KEPT_BY_STAFF for right in ("view", "add", "change")))
    openings.register_kind(hub.KIND, _("Ideas"))
    openings.register_open(hub.open_calls)
    openings.register_dates(hub.call_dates)
    openings.register_decided(hub.decided_ideas)
    site.register_footer(22, _("Participation"), _("Ideas"), "ideas:list")
