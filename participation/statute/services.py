"""Verbs over numbers of the statute. A row that holds already is never changed nor deleted: a new decision is a new row."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import Clock
from core import audit
from participation.statute.models import StatuteParameter
from participation.statute.numbers import PREFIX

ENTERED, CHANGED, TAKEN_BACK = "statute.entered", "statute.changed", "statute.taken_back"
FIELDS = ("profile", "value", "unit", "act", "valid_from")


class HoldsAlreadyError(Exception):
    """The row's day has come, or a clock runs by it."""


class NotInOrderError(Exception):
    """The day is not after that of the row in force, or another row begins on it."""


def may_keep(user):
    """Whether this person keeps the numbers: the head and the administrator."""
    return user.is_active and user.has_perm("statute.add_statuteparameter")


def why_fixed(row):
    """Why the row can no longer be changed or deleted; nothing while it can."""
    if row.has_begun():
        return _("This row holds already. A new decision is a new row.")
    if Clock.objects.filter(rule=f"{PREFIX}{row.pk}").exists():
        return _("A term of a case already runs by this row. A new decision is a new row.")
    return ""


def why_not_from(key, profile, day, *, besides=None):
    """Why a row cannot begin on `day`; nothing when it can. `besides` is the row that is being changed."""
    rows = StatuteParameter.objects.filter(key=key, profile=profile).exclude(pk=besides)
    if rows.filter(valid_from=day).exists():
        return _("Another row already begins on this day.")
    in_force = rows.filter(valid_from__lte=timezone.localdate()).order_by("-valid_from").first()
    if in_force and day < in_force.valid_from:
        return _("A row in force begins later: what held before is history and does not change.")
    return ""


@transaction.atomic
def enter(key, *, actor, **fields):
    """Enter a new row and return it. Raises PermissionDenied, NotInOrderError."""
    return _keep(StatuteParameter(key=key), ENTERED, actor, fields)


@transaction.atomic
def change(row, *, actor, **fields):
    """Change a row whose day has not come. Raises PermissionDenied, HoldsAlreadyError, NotInOrderError."""
    return _keep(_still_open(row), CHANGED, actor, fields)


@transaction.atomic
def take_back(row, *, actor):
    """Delete a row whose day has not come. Raises PermissionDenied, HoldsAlreadyError."""
    _require(actor)
    row = _still_open(row)
    audit.record(row, TAKEN_BACK, user=actor, data=_told(row))
    row.delete()


def _require(actor):
    if not may_keep(actor):
        raise PermissionDenied


def _still_open(row):
    """The row as the database has it now, locked. Raises HoldsAlreadyError."""
    row = StatuteParameter.objects.select_for_update().filter(pk=row.pk).first()
    if row is None:
        raise HoldsAlreadyError(_("This row is no longer there."))
    if reason := why_fixed(row):
        raise HoldsAlreadyError(reason)
    return row


def _keep(row, action, actor, fields):
    _require(actor)
    for name in FIELDS:
        setattr(row, name, fields[name])
    if reason := why_not_from(row.key, row.profile, row.valid_from, besides=row.pk):
        raise NotInOrderError(reason)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:  # somebody entered a row of the same day a moment ago
        raise NotInOrderError(_("Another row already begins on this day.")) from error
    audit.record(row, action, user=actor, data=_told(row))
    return row


def _told(row):
    return {
        "key": row.key,
        "profile": row.profile,
        "value": row.value,
        "unit": row.unit,
        "valid_from": row.valid_from.isoformat(),
        "act": row.act,
    }
