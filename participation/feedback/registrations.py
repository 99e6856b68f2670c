"""What this room tells the rest of the house about itself."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from accounts import mydata
from accounts.roles import Role, grant
from casework import panels
from core import audit
from core.jobs import periodic
from participation import sources
from participation.feedback import commented, mail, on_hub, people
from participation.feedback.panels import decided_panel
from participation.feedback.services import forget_unconfirmed, remind_owners

ACTIONS = (
    ("feedback.start", _("Start summary"), _("Started a summary")),
    ("feedback.change", _("Change summary"), _("Changed the words of the summary")),
    ("feedback.sort", _("Sort contributions"), _("Chose or sorted contributions")),
    ("feedback.discard", _("Delete draft of summary"), _("Deleted the draft of the summary")),
    ("feedback.submit", _("Send summary to the head"), _("Sent the summary to the head")),
    ("feedback.send_back", _("Return summary"), _("Returned the summary for changes")),
    ("feedback.approve", _("Approve summary"), _("Approved the summary")),
    ("feedback.publish", _("Publish summary"), _("Published the summary")),
    ("feedback.correct", _("Correct summary"), _("Started a corrected version of the summary")),
    ("feedback.quote", _("Choose quotes"), _("Chose or took out a quote")),
    ("feedback.evidence", _("Photos of measure"), _("Changed the photos of a measure")),
    ("feedback.verify", _("Verify measure"), _("Verified a measure")),
    ("feedback.measure", _("Report on measure"), _("Reported on a measure")),
)


def register():
    """Letters, audit actions, the panel on a case's page, rights, the reminder of owners."""
    mail.declare_letters()
    for action, label, message in ACTIONS:
        audit.declare(action, label, message)
    panels.register(decided_panel)
    on_hub.register()
    sources.register(commented.SOURCE)
    for role in (Role.OFFICIAL, Role.HEAD, Role.PRESS_OFFICER):
        grant(role, "feedback.view_summary")
    periodic("feedback.measures", timedelta(hours=6))(remind_owners)
    periodic("feedback.subscriptions", timedelta(days=1))(forget_unconfirmed)
    mydata.register("summaries", export=people.export, erase=people.erase)
