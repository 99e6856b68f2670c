"""Deciding and undoing."""

import uuid

from django.db import transaction
from django.utils import timezone

from core.audit import record
from participation.moderation import mail, rules
from participation.moderation.enums import MOVES, Outcome, Verb
from participation.moderation.errors import NotAllowed
from participation.moderation.models import Decision, Report
from participation.moderation.services.common import lapse_appeals, locked, move, settle_reports


@transaction.atomic
def decide(contribution, verb, *, actor, reason="", explanation="", now=None, batch=None):
    """Decide about a contribution: keep, hold, hide or restore. Returns the Decision; raises NotAllowed.

    Open reports are answered by it (but for a hold, which only waits), author and reporters are told by letter.
    """
    row, now = locked(contribution), now or timezone.now()
    if why := rules.why_not(row, verb, actor) or rules.wrong_reason(verb, reason, explanation):
        raise NotAllowed(why)
    decision = written(row, verb, actor, reason, explanation, now, batch)
    carry_out(row, decision, now)
    mail.tell_author(decision)
    return decision


def carry_out(row, decision, now):
    """What follows from a decision: the state, the reports it answers, the appeals it makes needless."""
    verb = decision.verb
    if verb in (Verb.KEEP, Verb.RESTORE):
        row.reviewed_at = now
    if verb != Verb.HOLD:
        lapse_appeals(row, now)
        outcome = Outcome.ACCEPTED if verb == Verb.HIDE else Outcome.GROUNDLESS
        mail.tell_reporters(decision, settle_reports(row, outcome, decision))
    move(row, decision.to_state, now)


def written(row, verb, actor, reason, explanation, now, batch=None):
    """Write the decision and the line of the log."""
    decision = Decision.objects.create(
        contribution=row,
        verb=verb,
        from_state=row.state,
        to_state=MOVES[verb][1],
        reason=reason,
        explanation=explanation.strip(),
        text=row.text,
        actor=actor,
        author_id=row.author_id,
        at=now,
        waited_since=row.waits_since,
        batch=batch,
    )
    record(row, f"moderation.{verb}", user=actor, data={"decision": decision.pk, "reason": reason})
    return decision


@transaction.atomic
def undo(decision, *, actor, now=None):
    """Undo the latest decision of a contribution: state and reports are as before it, an open appeal lapses.

    Returns the Decision that undoes. Raises NotAllowed.
    """
    row, now = locked(decision.contribution), now or timezone.now()
    decision = Decision.objects.select_related("contribution").get(pk=decision.pk)
    if why := rules.why_not_undo(decision, actor):
        raise NotAllowed(why)
    made = Decision.objects.create(
        contribution=row,
        verb=Verb.UNDO,
        from_state=row.state,
        to_state=decision.from_state,
        text=row.text,
        actor=actor,
        author_id=row.author_id,
        at=now,
        undoes=decision,
    )
    Report.objects.filter(settled_by=decision).update(outcome=Outcome.OPEN, settled_by=None)
    if decision.verb in (Verb.KEEP, Verb.RESTORE):
        row.reviewed_at = None
    lapse_appeals(row, now)
    record(row, "moderation.undo", user=actor, data={"decision": decision.pk})
    move(row, decision.from_state, now)
    mail.tell_author(made)
    return made


def decide_many(contributions, verb, *, actor, reason="", explanation="", now=None):
    """Decide alike about several; what cannot be decided is passed over. Returns (decisions, [(contribution, why)])."""
    batch, made, refused = uuid.uuid4(), [], []
    for contribution in contributions:
        try:
            fields = {"reason": reason, "explanation": explanation, "now": now, "batch": batch}
            made.append(decide(contribution, verb, actor=actor, **fields))
        except NotAllowed as refusal:
            refused.append((contribution, str(refusal)))
    return made, refused


def undo_batch(batch, *, actor, now=None):
    """Undo every decision of a batch that can still be undone; returns how many were."""
    done = 0
    for decision in Decision.objects.filter(batch=batch).select_related("contribution").order_by("pk"):
        try:
            undo(decision, actor=actor, now=now)
            done += 1
        except NotAllowed:
            continue
    return done
