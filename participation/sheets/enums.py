"""Named sets of collecting voices."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What is collected."""

    SIGNATURES = "signatures", _("Signatures")
    SUPPORT = "support", _("Support")
    ATTENDANCE = "attendance", _("Attendance")


class VoiceChannel(models.TextChoices):
    """How a voice came."""

    WEB = "web", _("On the site")
    DESK = "desk", _("At the desk")
    PAPER = "paper", _("On a paper sheet")


class RowState(models.TextChoices):
    """What became of a row of a sheet."""

    COUNTED = "counted", _("Counted")
    DUPLICATE = "duplicate", _("Repeats another voice")
    REFUSED = "refused", _("Not counted")


class RefusalReason(models.TextChoices):
    """Why a row of a sheet is not counted."""

    NO_SIGNATURE = "no_signature", _("No signature")
    ILLEGIBLE = "illegible", _("Cannot be read")
    INCOMPLETE = "incomplete", _("Name or date of birth is missing")
    TOO_YOUNG = "too_young", _("Too young to sign")
    NOT_RESIDENT = "not_resident", _("Does not live in the community")
    TAKEN_BACK = "taken_back", _("The person took the signature back")
    STRUCK = "struck", _("Struck out by the office")
