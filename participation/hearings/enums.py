"""Named sets of hearings."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Profile(models.TextChoices):
    """What kind of hearing it is; numbers of the statute may differ by it."""

    GENERAL = "general", _("General")
    TOWN_PLANNING = "town-planning", _("Town planning")
    ENVIRONMENT = "environment", _("Environment")
    DRAFT_ACT = "draft-act", _("Draft act")
    BUDGET = "budget", _("Budget")


class Initiator(models.TextChoices):
    """Who may call a hearing (Law 280/97-ВР, Art. 13; the statute of the community)."""

    RESIDENTS = "residents", _("Residents")
    HEAD = "head", _("Head of the community")
    COUNCIL = "council", _("Council")
    COMMITTEE = "committee", _("Executive committee")


class Format(models.TextChoices):
    """How people take part."""

    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In person and online")


class NotHeld(models.TextChoices):
    """Why a hearing did not take place; it is appointed anew without a new initiative."""

    QUORUM = "quorum", _("No quorum")
    ALARM = "alarm", _("Air-raid alarm")
    POWER = "power", _("No electricity or connection")
    OTHER = "other", _("Another reason")


class PauseReason(models.TextChoices):
    """Why a sitting was interrupted."""

    ALARM = "alarm", _("Air-raid alarm")
    POWER = "power", _("No electricity or connection")
    BREAK = "break", _("Break")


class NoticeKind(models.TextChoices):
    """Where a hearing was announced."""

    SITE = "site", _("On this site")
    BOARD = "board", _("On a notice board")
    NEWSPAPER = "newspaper", _("In a newspaper")
    SOCIAL = "social", _("In social networks")
    LETTER = "letter", _("By letters or leaflets")
    OTHER = "other", _("Another way")


class RegistrationState(models.TextChoices):
    """What a registration gives. Only `seated` holds a place in the hall."""

    SEATED = "seated", _("Has a place")
    WAITING = "waiting", _("On the waiting list")
    REMOTE = "remote", _("Takes part online")
    CANCELLED = "cancelled", _("Cancelled")


class TurnState(models.TextChoices):
    """Where a speaker is in the queue."""

    WAITING = "waiting", _("Waits")
    SPEAKING = "speaking", _("Speaks")
    DONE = "done", _("Has spoken")
    SKIPPED = "skipped", _("Did not speak")


class Stage(models.TextChoices):
    """When a proposal was handed in."""

    BEFORE = "before", _("Before the sitting")
    SITTING = "sitting", _("At the sitting")


class Decision(models.TextChoices):
    """The authority's reaction to a proposal."""

    ACCEPTED = "accepted", _("Accepted")
    PARTLY = "partly", _("Accepted in part")
    REJECTED = "rejected", _("Rejected")
