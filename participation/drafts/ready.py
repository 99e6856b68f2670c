"""What this room tells the rest of the house about itself."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from accounts.roles import Role, grant
from casework.procedure import register as register_procedure
from core import audit, site
from core.jobs import periodic
from participation import openings
from participation.drafts import hub, mail, services
from participation.drafts.procedure import CONSULTATION

ACTIONS = (
    ("drafts.start", _("Start document"), _("Started a draft document")),
    ("drafts.change", _("Change document"), _("Changed what is said about the draft document")),
    ("drafts.import", _("Import version"), _("Imported a version of the draft document")),
    ("drafts.settle", _("Settle paragraphs"), _("Settled which paragraph is which")),
    ("drafts.publish", _("Publish version"), _("Published a version of the draft document")),
    ("drafts.decide", _("Decide comment"), _("Decided on a comment")),
)


def register():
    """Procedure, letters, jobs, audit actions, rights, links, openings; called once by the app's `ready()`."""
    register_procedure(CONSULTATION)
    mail.declare_letters()
    for action, label, message in ACTIONS:
        audit.declare(action, label, message)
    for role in (Role.OFFICIAL, Role.HEAD):
        grant(role, "drafts.view_document")
    periodic("drafts.close_windows", timedelta(minutes=5))(services.close_windows)
    openings.register_kind(hub.KIND, _("Drafts for discussion"))
    openings.register_open(hub.open_now)
    openings.register_dates(hub.dates)
    openings.register_decided(hub.decided)
    site.register_footer(23, _("Participation"), _("Drafts for discussion"), "drafts:list")
