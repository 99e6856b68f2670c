"""What staff did, in Wagtail's log: one place to look, without personal data."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log, registry

# Words about people; the log is read by many and kept for long, so it names rows and codes, never persons.
PERSONAL = ("email", "phone", "name", "address", "text", "message", "password", "ip")

_actions = {}


class PersonalDataError(ValueError):
    """Somebody tried to write a person's data into the log."""


class UnknownActionError(LookupError):
    """The action was not declared."""


def declare(action, label, message):
    """Declare an action `"<app>.<verb>"` with its label and message (lazy strings). Call it in `AppConfig.ready()`."""
    _actions[action] = (label, message)
    if registry.has_scanned_for_actions and action not in registry.formatters:
        registry.register_action(action, label, message)


def register_log_actions(actions):
    """Give the declared actions to Wagtail; for the hook of the same name."""
    for action, (label, message) in _actions.items():
        actions.register_action(action, label, message)


def record(instance, action, *, user, data=None):
    """Write that `user` (None for the machine) did `action` to `instance`; returns the log entry.

    `data` is small and jsonable: numbers, codes, states. Raises UnknownActionError for an undeclared action and
    PersonalDataError for keys that name personal data.
    """
    if action not in _actions and not registry.action_exists(action):
        raise UnknownActionError(action)
    if personal := sorted(set(data or {}) & set(PERSONAL)):
        raise PersonalDataError(", ".join(personal))
    return log(instance=instance, action=action, user=user, data=data)


declare("core.exported", _("Export"), _("Exported a list"))
declare("core.file_read", _("Read file"), _("Read a private file"))
declare("core.letter_resent", _("Resend letter"), _("Sent a letter again"))
declare("core.calendar_changed", _("Change calendar"), _("Changed the calendar of working days"))
declare("core.role_granted", _("Grant role"), _("Granted a role"))
declare("core.role_taken", _("Take role"), _("Took a role away"))
declare("core.person_erased", _("Erase person"), _("Erased a person’s data"))
