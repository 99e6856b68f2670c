"""A collection begins and ends; the one counter."""

from django.db import transaction
from django.utils import timezone

from casework.models import Case
from core import audit
from participation.sheets.models import Collection, Record
from participation.sheets.signals import threshold_reached


def user_of(actor):
    """The account behind `actor`, which may be a user, an `Actor` of the register, or nobody."""
    user = getattr(actor, "user", actor)
    return user if user is not None and user.pk else None


def locked(collection):
    """Read `collection` anew under a lock. The case is locked first, as its own verbs do: so no two wait for each other."""
    Case.objects.select_for_update().filter(pk=collection.case_id).values_list("pk", flat=True).get()
    return Collection.objects.select_for_update().get(pk=collection.pk)


def count(collection):
    """How many voices stand, from all channels together."""
    return Record.objects.standing().filter(collection=collection.pk).count()


def move_counter(collection, by, now):
    """Move the counter of a locked collection; tell the rooms, once, that the threshold is reached."""
    collection.voices += by
    is_first = collection.is_reached and collection.reached_at is None
    if is_first:
        collection.reached_at = now
    collection.save(update_fields=["voices", "reached_at"])
    if is_first:
        threshold_reached.send(sender=Collection, collection=collection, now=now)


@transaction.atomic
def open_collection(
    case, kind, *, title, threshold=0, opens_on=None, closes_on=None, minimum_age=0, actor=None, now=None
):
    """Begin a collection of `kind` (see `enums.Kind`) for `case` and return it."""
    collection = Collection(
        case_id=case.pk,
        kind=kind,
        title=title,
        threshold=threshold,
        minimum_age=minimum_age,
        opens_on=opens_on,
        closes_on=closes_on,
        opened_at=now or timezone.now(),
    )
    collection.full_clean(exclude=["case"])
    collection.save()
    audit.record(collection, "sheets.open", user=user_of(actor), data={"kind": str(kind), "threshold": threshold})
    return collection


@transaction.atomic
def close_collection(collection, *, actor=None, now=None):
    """End a collection for good: no voice, no row of a sheet is taken any more. A closed one stays as it is."""
    stands = locked(collection)
    if stands.closed_at is None:
        stands.closed_at = now or timezone.now()
        stands.save(update_fields=["closed_at"])
        audit.record(stands, "sheets.close", user=user_of(actor), data={"voices": stands.voices})
    collection.closed_at, collection.voices = stands.closed_at, stands.voices
    return collection
