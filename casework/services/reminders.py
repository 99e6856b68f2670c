"""Reminders of running clocks: rows, so each goes out once however irregularly the job runs."""

from datetime import datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from casework.actors import Actor, Part
from casework.models import Case, Clock, Reminder
from casework.services.events import append_event
from casework.services.letters import write_letter
from core.workdays import Calendar, working_days_after, working_days_before

HORIZON = timedelta(days=21)  # two working days before the end can never lie further away
MORNING = time(10, 0)
WEEK = timedelta(days=7)


def schedule(clock, calendar, now):
    """Return (kind, moment, readers) of every reminder of `clock` whose moment has come.

    T−2 and T−1 working days, the morning of the last day, one working day after it, then weekly (PROCEDURES C0.3).
    """
    last_day = timezone.localdate(clock.due_at)
    due = [
        ("two-days", working_days_before(last_day, 2, calendar), ("assignee",)),
        ("one-day", working_days_before(last_day, 1, calendar), ("assignee", "head")),
        ("last-day", last_day, ("assignee",)),
        ("overdue", working_days_after(last_day, 1, calendar), ("assignee", "unit", "head")),
    ]
    first_week = due[-1][1]
    weeks = max((timezone.localdate(now) - first_week) // WEEK, 0)
    due += [(f"overdue-week-{week}", first_week + week * WEEK, ("assignee", "head")) for week in range(1, weeks + 1)]
    moments = ((kind, timezone.make_aware(datetime.combine(day, MORNING)), readers) for kind, day, readers in due)
    return [(kind, moment, readers) for kind, moment, readers in moments if clock.created_at <= moment <= now]


def send_due_reminders(now=None):
    """Write every reminder that is due and not yet written; returns how many."""
    now, calendar, sent = now or timezone.now(), Calendar.load(), 0
    running = Clock.objects.running().filter(case__is_open=True, due_at__lt=now + HORIZON)
    for clock in running.prefetch_related("reminders").order_by("due_at").iterator(chunk_size=500):
        written = {reminder.kind for reminder in clock.reminders.all()}
        for kind, _moment, readers in schedule(clock, calendar, now):
            if kind not in written:
                sent += _remind(clock, kind, readers, now)
    return sent


def _remind(clock, kind, readers, now):
    """Write one reminder with its letters; a rival job that was faster leaves nothing to do."""
    try:
        with transaction.atomic():
            case = Case.objects.select_for_update(of=("self",)).select_related("assignee", "unit").get(pk=clock.case_id)
            if not Clock.objects.running().filter(pk=clock.pk).exists():
                return 0
            Reminder.objects.create(case=case, clock=clock, kind=kind, sent_at=now)
            row = append_event(
                case,
                "reminded",
                actor=Actor.system(),
                acted_as=Part.SYSTEM,
                at=now,
                data={"clock": clock.name, "kind": kind},
            )
            overdue = clock.due_at < now
            for reader in readers:
                write_letter(
                    case, "casework/reminder", to=reader, event=row, context={"clock": clock, "overdue": overdue}
                )
        return 1
    except IntegrityError:
        return 0
