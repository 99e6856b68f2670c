"""Entries of the audit log about people. They name the account by its number, never by the person's name."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from core import audit

audit.declare("accounts.document_checked", _("Check document"), _("Checked a document at the desk"))
audit.declare("accounts.document_check_undone", _("Undo check of document"), _("Took back the check of a document"))
audit.declare("accounts.erased", _("Erase account"), _("Erased the account at its owner’s wish"))
audit.declare("accounts.invited", _("Invite"), _("Sent an invitation to choose a password"))
audit.declare("accounts.second_factor_taken", _("Take second factor"), _("Took away a lost second factor"))
audit.declare("accounts.roles_changed", _("Change roles"), _("Changed the roles"))


def note(user, action, *, actor, **data):
    """Add an entry about `user`; `data` must hold nothing personal."""
    log(user, action, user=actor, title=str(nameless(user)), data=data)


def nameless(user):
    """The words by which the log names an account."""
    return _("User %(number)s") % {"number": user.pk}


def entries_about(user):
    """The log entries about `user`, the newest first."""
    kind = ContentType.objects.get_for_model(user)
    return ModelLogEntry.objects.filter(content_type=kind, object_id=str(user.pk)).order_by("-timestamp", "-pk")
