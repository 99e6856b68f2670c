"""What this room tells the rest of the house about itself."""

from django.utils.translation import gettext_lazy as _

from accounts import mydata
from participation.comments import numbers, people
from participation.comments.services import contribution_changed
from participation.moderation import kinds
from participation.moderation.kinds import Kind

DECLARED = (numbers.EDIT_MINUTES,)


def register():
    """Enter everything; called once by the app's `ready()`."""
    kinds.register(Kind("comment", _("Comment"), _("Comments"), on_change=contribution_changed))
    mydata.register("comments", export=people.export, erase=people.erase)
