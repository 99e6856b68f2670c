"""The author appeals; another person answers."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.audit import record
from core.workdays import Calendar, compute, rule
from participation.moderation import mail, numbers, rules
from participation.moderation.enums import AppealState, Ground, State, Verb
from participation.moderation.errors import NotAllowed
from participation.moderation.models import Appeal, Decision
from participation.moderation.services.common import locked, settle
from participation.moderation.services.deciding import carry_out, written
from participation.statute.numbers import clock_rule


@transaction.atomic
def appeal(decision, *, actor, text, now=None):
    """The author appeals a decision once; the answer is due by the term of the statute. Raises NotAllowed."""
    row, now = locked(decision.contribution), now or timezone.now()
    decision = Decision.objects.select_related("contribution").get(pk=decision.pk)
    if why := rules.why_not_appeal(decision, actor, now):
        raise NotAllowed(why)
    if not text.strip():
        raise NotAllowed(_("Say why the decision is wrong."))
    key = clock_rule(numbers.ANSWER_DAYS, on=timezone.localdate(now))
    made = Appeal.objects.create(
        decision=decision,
        author=actor,
        against_id=decision.actor_id,
        text=text.strip(),
        at=now,
        due_on=compute(rule(key), now, Calendar.load()).inner_due_on,
    )
    settle(row, now)
    return made


@transaction.atomic
def decide_appeal(appeal, *, actor, upheld, answer, now=None):
    """Another moderator upholds the appeal, which brings the text back, or rejects it with reasons. Raises NotAllowed."""
    row, now = locked(appeal.decision.contribution), now or timezone.now()
    appeal = Appeal.objects.select_related("decision__contribution").get(pk=appeal.pk)
    if why := rules.why_not_answer(appeal, actor):
        raise NotAllowed(why)
    if not answer.strip():
        raise NotAllowed(_("Give the author the reasons of your answer."))
    appeal.state = AppealState.UPHELD if upheld else AppealState.REJECTED
    appeal.decided_by, appeal.decided_at, appeal.answer = actor, now, answer.strip()
    appeal.save(update_fields=["state", "decided_by", "decided_at", "answer"])
    record(row, "moderation.appeal", user=actor, data={"appeal": appeal.pk, "upheld": bool(upheld)})
    if upheld and row.state != State.VISIBLE:
        verb = Verb.RESTORE if row.state == State.HIDDEN else Verb.KEEP
        carry_out(row, written(row, verb, actor, Ground.APPEAL, answer[:1000], now), now)
    else:
        settle(row, now)
    mail.answer_appeal(appeal)
    return appeal
