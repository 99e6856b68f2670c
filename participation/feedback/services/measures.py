"""Carrying out what was promised, in public."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.roles import Role
from core.audit import record
from participation.feedback.enums import MeasureState
from participation.feedback.mail import remind_owner
from participation.feedback.models import Measure, MeasureUpdate
from participation.feedback.rules import NotAllowed

BEFORE = timedelta(days=7)
WEEK = timedelta(days=7)


def may_update(measure, user):
    """Whether `user` may report on `measure`: its owner, the head, the press officer."""
    is_owner = measure.owner_id == user.pk and user.is_official_staff
    return user.is_superuser or is_owner or user.has_role(Role.HEAD, Role.PRESS_OFFICER)


@transaction.atomic
def record_update(measure, *, actor, state, text, now=None):
    """Add a public line on progress and return it; the same line sent twice stands once.

    A draft's measure is edited, not reported on. Raises NotAllowed.
    """
    measure = Measure.objects.select_for_update(of=("self",)).select_related("theme__summary").get(pk=measure.pk)
    if not may_update(measure, actor):
        raise NotAllowed(_("Only the owner of the measure, the head or the press officer may report on it."))
    if measure.theme.summary.state != "published":
        raise NotAllowed(_("The summary is not published."))
    now = now or timezone.now()
    last = measure.updates.first()
    if last is not None and (last.state, last.text, last.author_id) == (state, text, actor.pk):
        return last
    measure.state = state
    measure.done_on = timezone.localdate(now) if state == MeasureState.DONE else None
    if state != MeasureState.DONE:
        measure.verified_by, measure.verified_position, measure.verified_at = None, "", None
    measure.save(update_fields=["state", "done_on", "verified_by", "verified_position", "verified_at"])
    update = MeasureUpdate.objects.create(measure=measure, at=now, state=state, text=text, author=actor)
    record(measure.theme.summary, "feedback.measure", user=actor, data={"measure": measure.pk, "state": state})
    return update


def reminders_of(measure, today):
    """The names of the reminders of `measure` whose day has come: a week before, on the day, then every week after."""
    kinds = []
    if measure.due_on - BEFORE <= today:
        kinds.append("week-before")
    if measure.due_on <= today:
        kinds.append("due")
    weeks = max((today - measure.due_on) // WEEK, 0)
    return kinds + [f"overdue-{week}" for week in range(1, weeks + 1)]


def remind_owners(now=None):
    """Write the owners of unfinished promised measures each reminder that is due, once; returns how many letters stand."""
    today = timezone.localdate(now)
    due = Measure.objects.promised().unfinished().filter(due_on__lte=today + BEFORE)
    sent = 0
    for measure in due.select_related("owner", "theme__summary"):
        for kind in reminders_of(measure, today)[-1:]:
            sent += remind_owner(measure, kind)
    return sent
