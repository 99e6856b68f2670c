"""A voice is taken back by its person or struck out by the office, and stands again when that was a mistake."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.errors import Refused
from core import audit
from participation.sheets.enums import RefusalReason, RowState
from participation.sheets.errors import AlreadySigned, CollectionClosed, NotYours
from participation.sheets.models.record import KEYED_ANEW, TAKEN_BACK, Record
from participation.sheets.services.collecting import locked, move_counter, user_of


@transaction.atomic
def take_back(record, *, actor, now=None):
    """The person takes the voice back while voices are collected. Raises NotYours, CollectionClosed."""
    now = now or timezone.now()
    user = user_of(actor)
    if user is None or record.user_id != user.pk:
        raise NotYours(_("Only the person who signed may take the voice back."))
    collection = locked(record.collection)
    if not collection.is_open(now):
        raise CollectionClosed(_("The collection has ended, the voice can no longer be taken back."))
    return _struck(record, collection, TAKEN_BACK, user, now)


@transaction.atomic
def strike(record, *, reason, actor, now=None):
    """The office strikes a voice out and says why; it stays in the list. Raises Refused without a reason."""
    now = now or timezone.now()
    if not reason.strip():
        raise Refused(_("Say why the voice is struck out."))
    collection = locked(record.collection)
    struck = _struck(record, collection, reason.strip()[:300], user_of(actor), now)
    audit.record(collection, "sheets.strike", user=user_of(actor), data={"record": record.pk})
    return struck


@transaction.atomic
def restore(record, *, actor, now=None):
    """The office lets a voice that it struck out stand again. Raises AlreadySigned when the person signed anew."""
    now = now or timezone.now()
    collection = locked(record.collection)
    record = Record.objects.get(pk=record.pk)
    if record.is_standing:
        return record
    if record.struck_reason == TAKEN_BACK:
        raise Refused(_("The person took the voice back; only the person may give it again."))
    if record.struck_reason == KEYED_ANEW:
        raise Refused(_("The row was keyed in anew: correct it on the screen of the sheet."))
    try:
        with transaction.atomic():
            record.struck_at, record.struck_by, record.struck_reason = None, None, ""
            record.save(update_fields=["struck_at", "struck_by", "struck_reason"])
    except IntegrityError as error:
        raise AlreadySigned from error
    _mark_row(record, RowState.COUNTED, "")
    move_counter(collection, +1, now)
    audit.record(collection, "sheets.restore", user=user_of(actor), data={"record": record.pk})
    return record


def _struck(record, collection, reason, user, now):
    """Strike a voice of the locked collection; one that is struck already stays as it was."""
    record.refresh_from_db()
    if record.is_standing:
        record.struck_at, record.struck_reason, record.struck_by = now, reason, user
        record.save(update_fields=["struck_at", "struck_reason", "struck_by"])
        why = RefusalReason.TAKEN_BACK if reason == TAKEN_BACK else RefusalReason.STRUCK
        _mark_row(record, RowState.REFUSED, why)
        move_counter(collection, -1, now)
    return record


def _mark_row(record, state, reason):
    """The row of the sheet, if the voice came on one, says the same."""
    if record.sheet_row_id:
        row = record.sheet_row
        row.state, row.reason = state, reason
        row.save(update_fields=["state", "reason"])
