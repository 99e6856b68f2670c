"""Why a voice was not taken. All are `Refused`: their words may be shown to the person."""

from django.utils.translation import gettext as _

from casework.errors import Refused


class CollectionClosed(Refused):
    """Voices are not collected now."""


class AlreadySigned(Refused):
    """The person's voice is counted already; `record` is the one that stands, when it is known."""

    def __init__(self, record=None, message=""):
        super().__init__(message or _("This person’s voice is already counted here. Every voice counts once."))
        self.record = record


class NotEligible(Refused):
    """The person may not take part in this collection."""


class NotYours(Refused):
    """Only the person themself, or the office, may do this."""
