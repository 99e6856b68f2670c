"""Named sets of the room of ideas."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Review(models.TextChoices):
    """When a moderator reads an idea (правило модерації)."""

    BEFORE = "before", _("A moderator reads it before it is published")
    AFTER = "after", _("It is published at once, a moderator reads it afterwards")


class FieldKind(models.TextChoices):
    """What a field of a call's own form holds."""

    LINE = "line", _("One line of text")
    TEXT = "text", _("Several lines of text")
    NUMBER = "number", _("A number")
    CHOICE = "choice", _("One of several")


class Verdict(models.TextChoices):
    """The answer to one question of the checklist."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    PARTLY = "partly", _("Partly")
    IDLE = "idle", _("Does not apply")


class Feasibility(models.TextChoices):
    """Whether the unit finds that it can be done."""

    READY = "ready", _("Can be done as it is")
    CHANGED = "changed", _("Can be done with changes")
    LATER = "later", _("Can be done later")
    IMPOSSIBLE = "impossible", _("Cannot be done")


class Outcome(models.TextChoices):
    """What was decided."""

    ACCEPTED = "accepted", _("Accepted")
    PARTLY = "partly", _("Accepted in part")
    REJECTED = "rejected", _("Rejected")
