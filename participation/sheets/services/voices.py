"""Giving a voice."""

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from core.text import clean_text
from participation.sheets import mail
from participation.sheets.enums import VoiceChannel
from participation.sheets.errors import AlreadySigned, CollectionClosed, NotEligible
from participation.sheets.keys import name_keys, person_keys
from participation.sheets.models import Record
from participation.sheets.services.collecting import locked, move_counter, user_of


@transaction.atomic
def sign(
    collection,
    *,
    user,
    name,
    birth_date=None,
    settlement=None,
    channel=VoiceChannel.WEB,
    actor=None,
    now=None,
):
    """Count one voice and return its `Record`; the reader of a web voice gets a letter of thanks.

    Raises CollectionClosed, AlreadySigned (also for a voice that came on paper), NotEligible. The date of birth is used
    to tell people apart and to check the age; it is not kept.
    """
    now = now or timezone.now()
    stands = locked(collection)
    if not stands.is_open(now):
        raise CollectionClosed(why_closed(stands, now))
    check_age(stands, birth_date, now)
    keys = person_keys(name=name, birth_date=birth_date, user=user, place=str(settlement or ""))
    if repeat := standing_repeat(stands, keys, user):
        raise AlreadySigned(repeat)
    record = write_voice(
        stands,
        person_key=keys[0],
        knows_birth_date=bool(birth_date),
        name=name,
        settlement=settlement,
        channel=channel,
        user=user,
        entered_by=user_of(actor),
        at=now,
    )
    collection.voices, collection.reached_at = stands.voices, stands.reached_at
    mail.thank(record)
    return record


def write_voice(collection, *, name, **fields):
    """Write the voice and move the counter of the locked `collection`; the database has the last word on repeats."""
    name = clean_text(name, single_line=True)[:200]
    key = name_keys(name)[0] if name else ""
    try:
        with transaction.atomic():
            record = Record.objects.create(collection=collection, name=name, name_key=key, **fields)
    except IntegrityError as error:
        raise AlreadySigned from error
    move_counter(collection, +1, record.at)
    return record


def standing_repeat(collection, keys, user=None):
    """The voice that stands of the same person or the same account, or None."""
    same = Q(person_key__in=keys)
    if user is not None:
        same |= Q(user=user)
    return Record.objects.standing().filter(same, collection=collection.pk).order_by("at", "pk").first()


def possible_repeat(collection, name):
    """The voice of the same name that gave no date of birth, or None: perhaps the same person."""
    return (
        Record.objects.standing()
        .filter(collection=collection.pk, knows_birth_date=False, name_key__in=name_keys(name))
        .order_by("at", "pk")
        .first()
    )


def why_closed(collection, now):
    """Say why the site takes no voice now."""
    if collection.opens_on and timezone.localdate(now) < collection.opens_on and collection.closed_at is None:
        return _("The collection has not begun yet.")
    return _("The collection has ended.")


def is_too_young(collection, birth_date, now):
    """Whether the person has not yet reached the minimum age on the local day of `now`."""
    if not collection.minimum_age or birth_date is None:
        return False
    today = timezone.localdate(now)
    age = today.year - birth_date.year - ((today.month, today.day) < (birth_date.month, birth_date.day))
    return age < collection.minimum_age


def check_age(collection, birth_date, now):
    """Raise NotEligible when the person is too young."""
    if is_too_young(collection, birth_date, now):
        raise NotEligible(_("One may take part from the age of %(age)s.") % {"age": collection.minimum_age})
