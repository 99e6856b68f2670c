"""The only way a state changes."""

from django.db import transaction
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from casework.enums import AnswerState
from casework.errors import InvalidFields, Refused
from casework.forms import as_multi_value
from casework.models import Case
from casework.services import clocks
from casework.services.events import append_event
from casework.services.letters import write_letter


def allowed(case, actor, now=None):
    """Return the rows of the table that `actor` may fire on `case` now: exactly the buttons to draw."""
    now = now or timezone.now()
    parts = actor.parts_on(case)
    return [
        row
        for row in case.rules.transitions
        if case.state in row.sources and parts & set(row.by) and not (row.guard and row.guard(case, actor, now))
    ]


@transaction.atomic
def fire(case, event, *, actor, now=None, **fields):
    """Fire `event` on `case` with the form's `fields`; returns the case as it is afterwards.

    Locks the row, then checks state, part and guard, validates the form, writes the facts, moves clocks, appends the
    event and writes letters: all or nothing. Raises Refused when the table says no, InvalidFields with messages by field.
    """
    now = now or timezone.now()
    case = _locked(case)
    row = case.rules.transition(event, case.state)
    if row is None:
        raise Refused(
            _("This cannot be done while the case is in the state “%(state)s”.") % {"state": case.get_state_display()}
        )
    acting_as = next((part for part in row.by if part in actor.parts_on(case)), None)
    if acting_as is None:
        raise Refused(_("You may not do this with the case."))
    if row.guard and (why := row.guard(case, actor, now)):
        raise Refused(why)
    data = _validated(row, case, actor, now, fields)
    details = (row.effect(case, data, actor, now) if row.effect else None) or {}
    return _write(case, row, actor, acting_as, now, data, details)


def _locked(case):
    """Read the case anew under a lock, as its procedure's own model."""
    locked = Case.objects.select_for_update().get(pk=case.pk)
    return locked.rules.model.objects.select_related("unit", "assignee", "settlement", "submitter").get(pk=locked.pk)


def _validated(row, case, actor, now, fields):
    """Return the cleaned fields of the transition's form. Raises InvalidFields."""
    form_class = row.form_class()
    if form_class is None:
        return {}
    files = MultiValueDict({name: value for name, value in as_multi_value(fields).lists() if _are_files(value)})
    form = form_class(data=as_multi_value(fields), files=files, case=case, actor=actor, now=now)
    if not form.is_valid():
        raise InvalidFields(form)
    return form.cleaned_data


def _are_files(values):
    """Whether a field's values are uploaded files."""
    return bool(values) and all(hasattr(value, "chunks") for value in values)


def _write(case, row, actor, acting_as, now, data, details):
    """Write the new state, clocks, event and letters of a transition that passed every check."""
    before, after = case.state, row.target or case.state
    case.state, ends = after, case.rules.state(after).is_final
    case.is_open = waits_for_office(case)
    if ends and case.closed_at is None:
        case.closed_at = now
    dates = clocks.apply(case, row.clocks, data=data, now=now)
    if ends:
        case.clocks.running().update(replaced_at=now)
        clocks.refresh_due(case)
    case.save()
    if dates:
        details = {**details, "due": dates}
    event = append_event(
        case,
        row.event,
        actor=actor,
        acted_as=acting_as,
        at=now,
        from_state=before,
        to_state=after,
        audience=row.audience,
        data=details,
    )
    for letter in row.letters:
        write_letter(case, letter.kind, to=letter.who, event=event, data=data)
    return case


def waits_for_office(case):
    """Whether the office still owes something: a state that waits for it, or an answer that waits for approval."""
    state = case.rules.state(case.state)
    if state.is_final:
        return False
    return not state.is_idle or case.answers.filter(state=AnswerState.DRAFTED).exists()
