"""What this room tells the rest of the house about itself."""

from django.utils.translation import gettext_lazy as _

from accounts.roles import Role, grant
from core import audit

ACTIONS = (
    ("statute.entered", _("Enter number of the statute"), _("Entered a number of the statute")),
    ("statute.changed", _("Change number of the statute"), _("Changed a number of the statute that was to come")),
    ("statute.taken_back", _("Delete number of the statute"), _("Deleted a number of the statute that was to come")),
)
RIGHTS = ("view", "add", "change", "delete")


def register():
    """Enter everything; called once by the app's `ready()`."""
    for action, label, message in ACTIONS:
        audit.declare(action, label, message)
    for role in (Role.ADMINISTRATOR, Role.HEAD):
        grant(role, *(f"statute.{right}_statuteparameter" for right in RIGHTS))
