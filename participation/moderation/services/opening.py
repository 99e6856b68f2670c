"""Words come, change and go: verbs that rooms call."""

from django.db import transaction
from django.utils import timezone

from participation.moderation import kinds
from participation.moderation.enums import Outcome, State
from participation.moderation.models import Contribution
from participation.moderation.services.common import lapse_appeals, locked, settle, settle_reports


def open_contribution(kind, *, author, author_name="", text, address="", held=False, now=None):
    """Enter somebody's public words; `held` ones wait for a moderator first. Raises KeyError for an unknown kind."""
    kinds.kind_named(kind)
    now = now or timezone.now()
    return Contribution.objects.create(
        kind=kind,
        author=author,
        author_name=author_name or (author.name if author else ""),
        text=text,
        address=address,
        state=State.HELD if held else State.VISIBLE,
        created_at=now,
        state_at=now,
        waits_since=now if held else None,
    )


@transaction.atomic
def retext(contribution, *, text, address=None, now=None):
    """Put in the new words of the author. What a moderator had seen and left no longer counts as checked."""
    row = locked(contribution)
    if row.text != text:
        row.text, row.reviewed_at = text, None
    if address is not None:
        row.address = address
    row.save(update_fields=["text", "reviewed_at", "address"])
    return row


@transaction.atomic
def withdraw(contribution, *, now=None):
    """The author takes the words back: nobody sees them, the queue forgets them, open reports lapse."""
    row, now = locked(contribution), now or timezone.now()
    if row.withdrawn_at:
        return row
    row.withdrawn_at = now
    settle_reports(row, Outcome.LAPSED)
    lapse_appeals(row, now)
    settle(row, now)
    kinds.changed(row)
    return row
