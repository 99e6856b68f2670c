"""What this room tells the rest of the house about itself."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from accounts import mydata
from accounts.roles import Role, grant
from core import audit
from core.jobs import periodic
from participation.moderation import mail, people
from participation.moderation.services import send_digest

MODERATORS = (Role.PRESS_OFFICER, Role.HEAD, Role.EDITOR)
ACTIONS = (
    ("moderation.keep", _("Leave in view"), _("Left a text in view")),
    ("moderation.hold", _("Hold for a check"), _("Held a text for a check")),
    ("moderation.hide", _("Hide"), _("Hid a text")),
    ("moderation.restore", _("Bring back"), _("Brought a text back")),
    ("moderation.undo", _("Undo"), _("Undid a decision")),
    ("moderation.appeal", _("Answer appeal"), _("Answered an appeal")),
)


def register():
    """Enter everything; called once by the app's `ready()`."""
    mail.declare_letters()
    for action, label, message in ACTIONS:
        audit.declare(action, label, message)
    for role in MODERATORS:
        grant(role, "moderation.moderate")
    periodic("moderation.digest", timedelta(hours=1))(send_digest)
    mydata.register("moderation", export=people.export, erase=people.erase)
