"""What this room tells the rest of the house about itself."""

from django.utils.translation import gettext_lazy as _

from core import audit

ACTIONS = (
    ("drafts.start", _("Start document"), _("Started a draft document")),
    ("drafts.change", _("Change document"), _("Changed what is said about the draft document")),
    ("drafts.import", _("Import version"), _("Imported a version of the draft document")),
    ("drafts.settle", _("Settle paragraphs"), _("Settled which paragraph is which")),
    ("drafts.publish", _("Publish version"), _("Published a version of the draft document")),
    ("drafts.decide", _("Decide comment"), _("Decided on a comment")),
    ("drafts.delete_version", _("Delete version"), _("Deleted a version in work")),
)


def register():
    """Enter everything; called once by the app's `ready()`."""
    for action, label, message in ACTIONS:
        audit.declare(action, label, message)
