"""Named sets of summarised feedback."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SummaryState(models.TextChoices):
    """Life of one version of a summary."""

    DRAFT = "draft", _("Draft")
    APPROVAL = "approval", _("Waits for the head")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")
    CORRECTED = "corrected", _("Replaced by a newer version")


class Position(models.TextChoices):
    """What the authority decided on a theme."""

    ACCEPTED = "accepted", _("Accepted")
    PARTLY = "partly", _("Accepted in part")
    REJECTED = "rejected", _("Rejected")
    NOT_OURS = "not_ours", _("Outside our competence")


class MeasureState(models.TextChoices):
    """How far a promised measure has come."""

    PLANNED = "planned", _("Planned")
    STARTED = "started", _("Under way")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Not carried out")


class Consent(models.TextChoices):
    """Whether whoever wrote the words of a quote agrees to show them."""

    NOT_ASKED = "not_asked", _("Not asked yet")
    ASKED = "asked", _("Asked, no answer yet")
    GIVEN = "given", _("Agreed")
    REFUSED = "refused", _("Not agreed")


class Moment(models.TextChoices):
    """When a photo of a measure was taken."""

    BEFORE = "before", _("Before")
    AFTER = "after", _("After")


POSITION_TONES = {"accepted": "good", "partly": "warn", "rejected": "bad", "not_ours": ""}
MEASURE_TONES = {"planned": "", "started": "warn", "done": "good", "dropped": "bad"}
CONSENT_TONES = {"not_asked": "", "asked": "warn", "given": "good", "refused": "bad"}
MEASURE_FINAL = (MeasureState.DONE, MeasureState.DROPPED)
EVER_PUBLISHED = (SummaryState.PUBLISHED, SummaryState.CORRECTED)
EDITABLE = (SummaryState.DRAFT,)
