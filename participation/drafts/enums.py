"""Named sets of draft documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentKind(models.TextChoices):
    """What the draft is to become."""

    DECISION = "decision", _("Draft decision of the council")
    EXECUTIVE = "executive", _("Draft decision of the executive committee")
    PROGRAMME = "programme", _("Programme or strategy")
    RULES = "rules", _("Rules or procedure")
    BUDGET = "budget", _("Budget")
    OTHER = "other", _("Another document")


class Profile(models.TextChoices):
    """By which numbers of the statute a consultation runs."""

    GENERAL = "general", _("General consultation")
    DRAFT_ACT = "draft-act", _("Draft act")


class ParagraphKind(models.TextChoices):
    """What a paragraph is on the sheet."""

    HEADING = "heading", _("Heading")
    TEXT = "text", _("Paragraph")
    ITEM = "item", _("List item")
    TABLE = "table", _("Table")


class Match(models.TextChoices):
    """How a paragraph was recognised in the version before."""

    FIRST = "first", _("First version")
    SAME = "same", _("The same words")
    SIMILAR = "similar", _("Similar words")
    DOUBTFUL = "doubtful", _("Doubtful")
    CONFIRMED = "confirmed", _("Confirmed by a person")
    NEW = "new", _("New")


class Verdict(models.TextChoices):
    """What an official decided on a comment."""

    ACCEPTED = "accepted", _("Accepted")
    PARTLY = "partly", _("Accepted in part")
    REJECTED = "rejected", _("Rejected")
    OUT_OF_SCOPE = "out_of_scope", _("Out of scope")
