"""Named sets of the register."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How a case reached us (канал надходження)."""

    WEB = "web", _("Website")
    DESK = "desk", _("At the desk")
    PHONE = "phone", _("By phone")
    POST = "post", _("By post")
    EMAIL = "email", _("By e-mail")
    BOX = "box", _("Suggestion box in the hall")
    MOBILE = "mobile", _("Mobile ЦНАП")
    STAROSTA = "starosta", _("Through the starosta")
    MEETING = "meeting", _("At a meeting")


class Visibility(models.TextChoices):
    """Who may read about a case."""

    PRIVATE = "private", _("Applicant and staff only")
    REGISTER = "register", _("In the public register")


class ApplicantKind(models.TextChoices):
    """Who asks (Minjust order 1434/5, annexes 1 to 3)."""

    INDIVIDUAL = "individual", _("Individual")
    LEGAL_ENTITY = "legal_entity", _("Legal entity")
    ASSOCIATION = "association", _("Association without legal status")


class Delivery(models.TextChoices):
    """How the applicant wants the answer (Law 2939-VI, Art. 19)."""

    EMAIL = "email", _("By e-mail")
    POST = "post", _("By post")
    PICKUP = "pickup", _("Collected at the centre")
    PHONE = "phone", _("Told by phone")


class Audience(models.TextChoices):
    """Whose timeline shows an event."""

    STAFF = "staff", _("Staff")
    APPLICANT = "applicant", _("Applicant")
    PUBLIC = "public", _("Everyone")


class AnswerKind(models.TextChoices):
    """What an answer gives."""

    FULL = "full", _("In full")
    PARTIAL = "partial", _("In part")
    REFUSED = "refused", _("Refused")


class AnswerState(models.TextChoices):
    """Life of one version of an answer."""

    DRAFTED = "drafted", _("Drafted")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Given")
    CORRECTED = "corrected", _("Replaced by a newer version")
    RETURNED = "returned", _("Returned for changes")


class AttachmentPurpose(models.TextChoices):
    """Why a file is in a case."""

    APPLICANT = "applicant", _("From the applicant")
    SCAN = "scan", _("Scan of the paper original")
    ANSWER = "answer", _("Answer")
    CORRESPONDENCE = "correspondence", _("Correspondence")
    PUBLIC_COPY = "public_copy", _("Public copy")


class Direction(models.TextChoices):
    """Which way a message went."""

    IN = "in", _("From the applicant")
    OUT = "out", _("To the applicant")
