"""Rows of paper sheets become voices."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.errors import Refused
from core.text import clean_text
from participation.sheets.enums import RefusalReason, RowState, VoiceChannel
from participation.sheets.errors import CollectionClosed
from participation.sheets.keys import person_keys
from participation.sheets.models import Collection, Record, Sheet, SheetRow
from participation.sheets.models.record import KEYED_ANEW
from participation.sheets.services.collecting import locked, move_counter, user_of
from participation.sheets.services.sheets import mark_returned
from participation.sheets.services.voices import is_too_young, possible_repeat, standing_repeat, write_voice


@dataclass(frozen=True)
class _Keyed:
    """What an operator read in a row."""

    collection: Collection
    sheet: Sheet
    number: int
    name: str
    birth_date: date | None
    settlement: Any
    keys: list
    refusal: str
    user: Any
    now: datetime


@transaction.atomic
def key_in(sheet, row_number, *, name, birth_date, settlement, address="", refusal="", actor, now=None):
    """Enter one row of a sheet and return its `SheetRow`: counted, a duplicate with the voice it repeats, or refused.

    Keying the same person into the same row again changes nothing; another person corrects the row, and the earlier voice
    stays in the list as struck. `refusal` is what the operator sees on paper, for example that there is no signature.
    `address` tells people apart where no date of birth is asked; neither is kept. Raises CollectionClosed, Refused.
    """
    now = now or timezone.now()
    collection = locked(sheet.collection)
    if not collection.takes_paper(now):
        raise CollectionClosed(_("The collection is closed: rows can no longer be keyed in."))
    if not 1 <= row_number <= sheet.rows:
        raise Refused(_("The sheet has rows from 1 to %(rows)s.") % {"rows": sheet.rows})
    name = clean_text(name, single_line=True)[:200]
    keys = person_keys(name=name, birth_date=birth_date, place=f"{settlement or ''} {address}")
    refusal = refusal or _own_refusal(collection, name, birth_date, now)
    keyed = _Keyed(collection, sheet, row_number, name, birth_date, settlement, keys, refusal, user_of(actor), now)
    row = _enter(keyed)
    mark_returned(sheet, now)
    sheet.collection.voices = collection.voices
    return row


def _own_refusal(collection, name, birth_date, now):
    """Why the row cannot count by itself, or nothing."""
    if len(name.split()) < 2 or (collection.asks_birth_date and birth_date is None):
        return RefusalReason.INCOMPLETE
    return RefusalReason.TOO_YOUNG if is_too_young(collection, birth_date, now) else ""


def _enter(keyed):
    """Write the row as it is now."""
    row = SheetRow.objects.select_for_update().filter(sheet=keyed.sheet, number=keyed.number).first()
    earlier = row.records.standing().first() if row else None
    if earlier and not keyed.refusal and earlier.person_key in keyed.keys:
        return _spelled_anew(row, earlier, keyed)
    if earlier:
        _take_out(earlier, keyed)
    row = row or SheetRow(sheet=keyed.sheet, number=keyed.number)
    repeat = None if keyed.refusal else standing_repeat(keyed.collection, keyed.keys)
    state = RowState.REFUSED if keyed.refusal else RowState.DUPLICATE if repeat else RowState.COUNTED
    row.state, row.reason = state, keyed.refusal
    row.name = "" if state == RowState.COUNTED else keyed.name
    row.repeats = repeat or (possible_repeat(keyed.collection, keyed.name) if state == RowState.COUNTED else None)
    row.keyed_by, row.keyed_at = keyed.user, keyed.now
    row.save()
    if state == RowState.COUNTED:
        _count(row, keyed)
    return row


def _count(row, keyed):
    """The row gives a voice."""
    write_voice(
        keyed.collection,
        person_key=keyed.keys[0],
        knows_birth_date=bool(keyed.birth_date),
        name=keyed.name,
        settlement=keyed.settlement,
        channel=VoiceChannel.PAPER,
        user=None,
        sheet_row=row,
        entered_by=keyed.user,
        at=keyed.now,
    )


def _spelled_anew(row, record, keyed):
    """The same person: only the spelling and the settlement may have been corrected."""
    Record.objects.filter(pk=record.pk).update(name=keyed.name, settlement=keyed.settlement)
    return row


def _take_out(record, keyed):
    """The voice of a row that is corrected no longer counts."""
    record.struck_at, record.struck_by, record.struck_reason = keyed.now, keyed.user, KEYED_ANEW
    record.save(update_fields=["struck_at", "struck_by", "struck_reason"])
    move_counter(keyed.collection, -1, keyed.now)
