"""What the verbs share: the lock, the change of state, the place in the queue."""

from participation.moderation import kinds
from participation.moderation.enums import AppealState, Outcome, State
from participation.moderation.models import Appeal, Contribution


def locked(contribution):
    """Read the contribution anew under a lock."""
    return Contribution.objects.select_for_update().get(pk=contribution.pk)


def settle(contribution, now):
    """Count what is open and keep the place in the queue; saves the row. Call it once at the end of a verb."""
    contribution.reports_open = contribution.reports.filter(outcome=Outcome.OPEN).count()
    appeals = Appeal.objects.filter(decision__contribution=contribution, state=AppealState.OPEN)
    held = contribution.state == State.HELD
    if contribution.withdrawn_at is None and (held or contribution.reports_open or appeals.exists()):
        contribution.waits_since = contribution.waits_since or now
    else:
        contribution.waits_since = None
    contribution.save()


def move(contribution, state, now):
    """Change the state, settle, and tell the room."""
    changed = contribution.state != state
    if changed:
        contribution.state, contribution.state_at = state, now
    settle(contribution, now)
    if changed:
        kinds.changed(contribution)


def settle_reports(contribution, outcome, decision=None):
    """Answer all open reports alike; returns those that were open."""
    rows = list(contribution.reports.filter(outcome=Outcome.OPEN).select_related("reporter"))
    contribution.reports.filter(pk__in=[row.pk for row in rows]).update(outcome=outcome, settled_by=decision)
    return rows


def lapse_appeals(contribution, now):
    """Close open appeals that a later event made needless."""
    rows = Appeal.objects.filter(decision__contribution=contribution, state=AppealState.OPEN)
    return rows.update(state=AppealState.LAPSED, decided_at=now)
