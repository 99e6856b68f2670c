"""Photos of a measure, and somebody else's word that it is done."""

from types import SimpleNamespace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.audit import record
from core.uploads.examining import examine
from core.uploads.pictures import NoPublicCopyError, public_copy
from participation.feedback.enums import MeasureState, Moment
from participation.feedback.models import Evidence, Measure
from participation.feedback.rules import COMPOSERS, NotAllowed
from participation.feedback.services.measures import may_update

MOST_PHOTOS = 6


def drawn_anew(uploaded_file):
    """A picture of the same pixels and nothing else: no place, device, author. Raises ValidationError for another file."""
    found = examine(uploaded_file)
    try:
        return public_copy(SimpleNamespace(content_type=found.kind.content_type, file=uploaded_file))
    except NoPublicCopyError:
        raise ValidationError(_("Choose a photo: JPEG, PNG or HEIC.")) from None


def _locked(measure):
    return Measure.objects.select_for_update(of=("self",)).select_related("theme__summary", "owner").get(pk=measure.pk)


@transaction.atomic
def add_evidence(measure, *, actor, moment, photo, alt):
    """Add a photo to a promised measure and return it; whoever verified the measure must look again.

    Raises NotAllowed, ValidationError.
    """
    measure = _locked(measure)
    if not may_update(measure, actor):
        raise NotAllowed(_("Only the owner of the measure, the head or the press officer may report on it."))
    if measure.theme.summary.state != "published":
        raise NotAllowed(_("The summary is not published."))
    if measure.evidence.count() >= MOST_PHOTOS:
        raise NotAllowed(_("Six photos tell enough: take one away first."))
    evidence = Evidence.take(drawn_anew(photo), measure=measure, moment=moment, alt=alt, added_by=actor)
    _unverify(measure)
    record(measure.theme.summary, "feedback.evidence", user=actor, data={"measure": measure.pk})
    return evidence


@transaction.atomic
def drop_evidence(evidence, *, actor):
    """Take a photo away; the bytes go when no version of the summary has them any more. Raises NotAllowed."""
    measure = _locked(evidence.measure)
    if not may_update(measure, actor):
        raise NotAllowed(_("Only the owner of the measure, the head or the press officer may report on it."))
    evidence.delete()
    if not Evidence.objects.filter(file=evidence.file.name).exists():
        transaction.on_commit(lambda: evidence.file.storage.delete(evidence.file.name))
    _unverify(measure)
    record(measure.theme.summary, "feedback.evidence", user=actor, data={"measure": measure.pk})


def _unverify(measure):
    """Forget that somebody verified the measure: what they looked at has changed."""
    forget_verification(measure)
    measure.save(update_fields=["verified_by", "verified_position", "verified_at"])


def forget_verification(measure):
    """Empty the three facts of verification, not saved yet."""
    measure.verified_by, measure.verified_position, measure.verified_at = None, "", None


def why_not_verify(measure, user):
    """Return why `user` may not verify `measure` now, or nothing."""
    if measure.owner_id == user.pk:
        return _("The owner of a measure cannot verify it.")
    if not (user.is_superuser or user.has_role(*COMPOSERS)) or not measure.theme.summary.is_workable_by(user):
        return _("Your role may not do this.")
    if measure.theme.summary.state != "published":
        return _("The summary is not published.")
    if measure.state != MeasureState.DONE:
        return _("Only a measure that is done can be verified.")
    photos = list(measure.evidence.all())
    if not any(photo.moment == Moment.AFTER for photo in photos):
        return _("There is no photo of what was done yet.")
    if any(photo.added_by_id == user.pk for photo in photos):
        return _("Whoever added a photo cannot verify it.")
    return ""


@transaction.atomic
def verify(measure, *, actor, now=None):
    """Say that the measure is done as its photos show; only then everybody sees them. Raises NotAllowed."""
    measure = _locked(measure)
    if why := why_not_verify(measure, actor):
        raise NotAllowed(why)
    measure.verified_by, measure.verified_position = actor, actor.position
    measure.verified_at = now or timezone.now()
    measure.save(update_fields=["verified_by", "verified_position", "verified_at"])
    record(measure.theme.summary, "feedback.verify", user=actor, data={"measure": measure.pk})
    return measure
