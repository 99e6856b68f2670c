"""The queue as its page prints it: everything about a text beside the text, in a constant number of queries."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from participation.moderation import rules
from participation.moderation.enums import AppealState, Outcome, State, Verb
from participation.moderation.models import Appeal, Contribution, Decision, Report
from participation.moderation.reading import last_decisions
from participation.moderation.staff.forms import DecisionForm

RECENT = 5


@dataclass
class Card:
    """One text with all that a moderator needs to decide."""

    contribution: Contribution
    verbs: list
    form: Any
    is_own: bool
    decision: Any
    appeal: Any
    may_answer: bool


def found(query, user):
    """The texts asked for, in the order of the tab."""
    asked, rows = query.values, Contribution.objects.all()
    if asked["tab"] == "waiting":
        rows = rows.waiting()
    elif asked["tab"] == "hidden":
        rows = rows.filter(state=State.HIDDEN, withdrawn_at=None).order_by("-state_at", "-pk")
    else:
        rows = rows.filter(withdrawn_at=None).order_by("-created_at", "-pk")
    if asked["kind"]:
        rows = rows.filter(kind=asked["kind"])
    if asked["q"]:
        rows = rows.filter(Q(text__icontains=asked["q"]) | Q(author_name__icontains=asked["q"]))
    return waiting_for(rows, asked["waits"])


def waiting_for(rows, what):
    """Those that wait for one thing."""
    if what == "reports":
        return rows.filter(reports_open__gt=0)
    if what == "held":
        return rows.filter(state=State.HELD)
    return rows.filter(Exists(open_appeals())) if what == "appeal" else rows


def open_appeals():
    """Open appeals about the text of the outer query."""
    return Appeal.objects.filter(decision__contribution=OuterRef("pk"), state=AppealState.OPEN)


def with_facts(rows, user):
    """The rows with author, open reports and whether an appeal keeps `user` from deciding."""
    reports = Report.objects.filter(outcome=Outcome.OPEN).select_related("reporter")
    barring = rules.appeals_barring(user).filter(decision__contribution=OuterRef("pk"))
    rows = rows.select_related("author").annotate(is_barred=Exists(barring))
    return rows.prefetch_related(Prefetch("reports", queryset=reports, to_attr="open_reports"))


def cards(rows, user):
    """Cards of a page of texts."""
    rows = list(rows)
    decisions = last_decisions([row.pk for row in rows])
    return [card_of(row, user, decisions.get(row.pk)) for row in rows]


def card_of(row, user, decision, form=None):
    """One card."""
    appeal = getattr(decision, "appeal", None) if decision else None
    is_open = bool(appeal and appeal.state == AppealState.OPEN)
    if is_open:
        appeal.decision = decision
        decision.contribution = row
    return Card(
        contribution=row,
        verbs=[(verb, Verb(verb).label) for verb in rules.allowed(row, user)],
        form=form or DecisionForm(state=row.state, auto_id=f"id_{row.pk}_%s"),
        is_own=row.is_own(user),
        decision=decision,
        appeal=appeal if is_open else None,
        may_answer=is_open and not rules.why_not_answer(appeal, user),
    )


def one_card(row, user, form=None):
    """The card of one text."""
    row = with_facts(Contribution.objects.filter(pk=row.pk), user).get()
    return card_of(row, user, last_decisions([row.pk]).get(row.pk), form)


def tabs(query):
    """How many texts stand under the tabs that call for work."""
    return Contribution.objects.aggregate(
        waiting=Count("pk", filter=Q(waits_since__isnull=False)),
        hidden=Count("pk", filter=Q(state=State.HIDDEN, withdrawn_at=None)),
    )


def recent(user):
    """The last decisions of this person, which can be undone at once."""
    rows = Decision.objects.filter(actor=user, undone_by=None).exclude(verb=Verb.UNDO)
    return rows.select_related("contribution")[:RECENT]


def decisions(query):
    """The decisions asked for, the latest first."""
    asked = query.values
    rows = Decision.objects.select_related("contribution", "actor", "undone_by", "appeal").order_by("-at", "-pk")
    for name in ("verb", "reason"):
        if asked[name]:
            rows = rows.filter(**{name: asked[name]})
    if asked["kind"]:
        rows = rows.filter(contribution__kind=asked["kind"])
    if asked["since"]:
        rows = rows.filter(at__gte=beginning(asked["since"]))
    if asked["until"]:
        rows = rows.filter(at__lt=beginning(asked["until"]) + timedelta(days=1))
    return rows


def beginning(day):
    """The first moment of a local day."""
    return timezone.make_aware(datetime.combine(day, time.min))
