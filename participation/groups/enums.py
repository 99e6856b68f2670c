"""Named sets of the advisory bodies' room."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BodyKind(models.TextChoices):
    """What a body is called; the law leaves the names to the community."""

    COUNCIL = "council", _("Advisory council")
    COMMISSION = "commission", _("Commission")
    GROUP = "group", _("Working group")
    YOUTH = "youth", _("Youth council")


class CallState(models.TextChoices):
    """Life of one call for members."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Applications are being considered")
    FINISHED = "finished", _("Composition approved")
    CANCELLED = "cancelled", _("Cancelled")


class Position(models.TextChoices):
    """What a member does in the body."""

    CHAIR = "chair", _("Chair")
    DEPUTY = "deputy", _("Deputy chair")
    SECRETARY = "secretary", _("Secretary")
    MEMBER = "member", _("Member")


class Ground(models.TextChoices):
    """Why an application is refused; the reasons in words stand beside it."""

    CRITERIA = "criteria", _("The criteria of the call are not met")
    DOCUMENTS = "documents", _("A required document is missing")
    SEATS = "seats", _("All seats went to others who meet the criteria better")
    CONFLICT = "conflict", _("A conflict of interest that cannot be settled")


class Intention(models.TextChoices):
    """Whether a member means to come."""

    COMING = "coming", _("I will come")
    ONLINE = "online", _("I will join online")
    AWAY = "away", _("I cannot come")


class Choice(models.TextChoices):
    """How a member voted."""

    FOR = "for", _("For")
    AGAINST = "against", _("Against")
    ABSTAINED = "abstained", _("Abstained")
    NOT_VOTED = "not_voted", _("Did not vote")


class Verdict(models.TextChoices):
    """The authority's answer to a recommendation."""

    WAITING = "waiting", _("Waits for an answer")
    ACCEPTED = "accepted", _("Accepted")
    PARTLY = "partly", _("Accepted in part")
    REJECTED = "rejected", _("Not accepted")


VERDICT_TONES = {"waiting": "warn", "accepted": "good", "partly": "info", "rejected": "bad"}


class Readers(models.TextChoices):
    """Who reads a document of a body."""

    PUBLIC = "public", _("Everyone")
    WORKSPACE = "workspace", _("Only the workspace")
