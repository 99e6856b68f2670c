"""Starting, replacing and meeting the legal clocks of a case."""

from datetime import datetime, time

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from casework.actors import Actor, Part
from casework.models import Case, Clock
from casework.procedure import DropClock, MeetClock, ReplaceClock, SetClock
from casework.services.events import append_event
from casework.services.letters import write_letter
from core.workdays import Calendar, Unit, compute, rule, working_days_before


def apply(case, actions, *, data, now, calendar=None):
    """Carry out a transition's clock actions on the locked `case`; returns public details (the new dates)."""
    details = {}
    for action in actions:
        running = case.clocks.running().filter(name=action.name)
        if isinstance(action, MeetClock):
            running.update(met_at=now)
        elif isinstance(action, DropClock):
            running.update(replaced_at=now)
        elif isinstance(action, SetClock):
            running.update(replaced_at=now)
            details[action.name] = _set_to_date(case, action, data[action.until], now, calendar or Calendar.load())
        else:
            if isinstance(action, ReplaceClock):
                running.update(replaced_at=now)
            key = action.rule(case, data) if callable(action.rule) else action.rule
            since = _moment(action.since, case, data, now)
            details[action.name] = start(case, action.name, key, since, now=now, calendar=calendar)
    if actions:
        refresh_due(case)
    return {name: clock.due_at.isoformat() for name, clock in details.items()}


def _moment(since, case, data, now):
    """From when a clock counts."""
    if callable(since):
        return since(case, data)
    return case.received_at if since == "receipt" else now


def start(case, name, key, since, *, now, calendar=None):
    """Start a clock by a named rule from the aware datetime `since`. Raises UnknownRule."""
    calendar = calendar or Calendar.load()
    law = rule(key)
    due = compute(law, since, calendar)
    return Clock.objects.create(
        case_id=case.pk,
        name=name,
        rule=law.key,
        started_at=since,
        length=law.length,
        unit=law.unit,
        due_at=due.due_at,
        inner_due_on=due.inner_due_on,
        calendar_version=calendar.version,
        created_at=now,
    )


def _set_to_date(case, action, day, now, calendar):
    """Run a clock to the end of a given day."""
    ends = timezone.make_aware(datetime.combine(day, time(23, 59, 59)))
    return Clock.objects.create(
        case_id=case.pk,
        name=action.name,
        rule=action.rule,
        started_at=now,
        length=max((day - timezone.localdate(now)).days, 0),
        unit=Unit.CALENDAR_DAY,
        due_at=ends,
        inner_due_on=day if calendar.is_working(day) else working_days_before(day, 1, calendar),
        calendar_version=calendar.version,
        created_at=now,
    )


def refresh_due(case):
    """Keep `case.due_at` equal to the end of its nearest running clock."""
    case.due_at = case.clocks.running().aggregate(nearest=Min("due_at"))["nearest"]


def explain(clock, calendar=None):
    """Return the `Due` of a clock by its rule, day by day, as the calendar stands; None for a clock set to a date."""
    try:
        law = rule(clock.rule)
    except KeyError:
        return None
    return compute(law, clock.started_at, calendar or Calendar.load())


def law_of(clock):
    """The article behind a clock's rule, or nothing for a clock set to a date."""
    try:
        return rule(clock.rule).law
    except KeyError:
        return ""


def recompute_clocks(now=None):
    """After a change of the calendar move every running clock once, with an event and a letter to the handler.

    Returns how many clocks moved. Hours never move; a clock already computed by this calendar is left alone.
    """
    now, calendar, moved = now or timezone.now(), Calendar.load(), 0
    stale = Clock.objects.running().exclude(calendar_version=calendar.version).exclude(unit=Unit.HOUR)
    for case_id in stale.values_list("case_id", flat=True).distinct():
        with transaction.atomic():
            case = Case.objects.select_for_update().get(pk=case_id)
            moved += sum(_recompute(case, clock, calendar, now) for clock in stale.filter(case=case_id))
    return moved


def _recompute(case, clock, calendar, now):
    """Move one clock of the locked `case` if its end differs; returns whether it moved."""
    due = explain(clock, calendar)
    before, clock.calendar_version = clock.due_at, calendar.version
    if due is not None:
        clock.due_at, clock.inner_due_on = due.due_at, due.inner_due_on
    clock.save(update_fields=["due_at", "inner_due_on", "calendar_version"])
    if clock.due_at == before:
        return False
    refresh_due(case)
    Case.objects.filter(pk=case.pk).update(due_at=case.due_at)
    row = append_event(
        case,
        "clock_moved",
        actor=Actor.system(),
        acted_as=Part.SYSTEM,
        at=now,
        data={"clock": clock.name, "from": before.isoformat(), "to": clock.due_at.isoformat()},
        audience="applicant",
    )
    if case.assignee_id:
        write_letter(case, "casework/clock_moved", to="assignee", event=row, context={"clock": clock, "before": before})
    return True
