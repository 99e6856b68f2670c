"""Public statistics of moderation: numbers only, nothing about particular people."""

from datetime import datetime, timedelta

from django import forms
from django.core.cache import cache
from django.db.models import Count, F, Q
from django.db.models.functions import TruncMonth
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from core.query import QueryForm
from participation.moderation import kinds, numbers
from participation.moderation.enums import AppealState, Reason, Verb
from participation.moderation.models import Appeal, Contribution, Decision, Report
from participation.statute.numbers import value

KEPT_SECONDS = 300
FIRST_YEAR = 2020
MONTHS_SHOWN = 12


class FiguresQuery(QueryForm):
    """The year of the figures; none for all time."""

    year = forms.IntegerField(label=gettext_lazy("Year"), required=False, min_value=FIRST_YEAR, max_value=2100)


def within(rows, name, year):
    """Rows whose moment `name` lies in the year."""
    if not year:
        return rows
    start = timezone.make_aware(datetime(year, 1, 1))
    return rows.filter(**{f"{name}__gte": start, f"{name}__lt": start.replace(year=year + 1)})


def kept(year):
    """The figures, counted anew every five minutes."""
    return cache.get_or_set(f"moderation.figures:{year}:{get_language()}", lambda: counted(year), KEPT_SECONDS)


def counted(year):
    """Count everything: totals, by rule, by kind, by month. A handful of queries, whatever the number of texts."""
    written = within(Contribution.objects.order_by(), "created_at", year)
    decided = within(Decision.objects.order_by(), "at", year)
    reported = within(Report.objects.order_by(), "at", year)
    appealed = within(Appeal.objects.order_by(), "at", year)
    return {
        "totals": totals(written, decided, reported, appealed),
        "reasons": by_reason(decided, reported),
        "kinds": by_kind(written, decided, reported),
        "months": by_month(decided),
    }


def totals(written, decided, reported, appealed):
    """The numbers of the tiles."""
    soon = Q(waited_since__isnull=False, at__lte=F("waited_since") + timedelta(days=1))
    decisions = decided.aggregate(
        kept=Count("pk", filter=Q(verb=Verb.KEEP)),
        hidden=Count("pk", filter=Q(verb=Verb.HIDE)),
        restored=Count("pk", filter=Q(verb=Verb.RESTORE)),
        undone=Count("pk", filter=Q(verb=Verb.UNDO)),
        held_by_number=Count("pk", filter=Q(verb=Verb.HOLD, actor=None)),
        timed=Count("pk", filter=Q(waited_since__isnull=False, actor__isnull=False)),
        soon=Count("pk", filter=soon & Q(actor__isnull=False)),
    )
    appeals = appealed.aggregate(
        appeals=Count("pk"),
        upheld=Count("pk", filter=Q(state=AppealState.UPHELD)),
        rejected=Count("pk", filter=Q(state=AppealState.REJECTED)),
    )
    timed = decisions["timed"]
    share = round(100 * decisions["soon"] / timed) if timed else None
    return {"written": written.count(), "reports": reported.count(), **decisions, **appeals, "share_soon": share}


def by_reason(decided, reported):
    """[{label, reports, hidden}] of every rule."""
    reports = counts(reported, "reason")
    hidden = counts(decided.filter(verb=Verb.HIDE), "reason")
    return [
        {"label": str(label), "reports": reports.get(key, 0), "hidden": hidden.get(key, 0)}
        for key, label in Reason.choices
    ]


def by_kind(written, decided, reported):
    """[{label, written, reports, hidden}] of every kind that the house knows."""
    texts, reports = counts(written, "kind"), counts(reported, "contribution__kind")
    hidden = counts(decided.filter(verb=Verb.HIDE), "contribution__kind")
    return [
        {
            "label": str(kind.label_plural),
            "written": texts.get(kind.key, 0),
            "reports": reports.get(kind.key, 0),
            "hidden": hidden.get(kind.key, 0),
        }
        for kind in kinds.all_kinds()
    ]


def counts(rows, name):
    """{value: how many} of a column."""
    return dict(rows.values_list(name).annotate(number=Count("pk")))


def by_month(decided):
    """[(month, hidden, kept)] of the latest months that had any."""
    rows = decided.filter(verb__in=[Verb.HIDE, Verb.KEEP]).annotate(month=TruncMonth("at")).values("month")
    rows = rows.annotate(hidden=Count("pk", filter=Q(verb=Verb.HIDE)), kept=Count("pk", filter=Q(verb=Verb.KEEP)))
    found = [(row["month"].date(), row["hidden"], row["kept"]) for row in rows.order_by("-month")[:MONTHS_SHOWN]]
    return found[::-1]


def numbers_in_force():
    """The numbers that the page explains the rules with."""
    return {
        "hold": value(numbers.HOLD_REPORTS).value,
        "appeal": value(numbers.APPEAL_DAYS).value,
        "answer": value(numbers.ANSWER_DAYS).value,
        "new": value(numbers.NEW_DAYS).value,
        "first": value(numbers.FIRST_POSTS).value,
    }


def names_of_totals():
    """What each total is called."""
    return {
        "written": _("Texts written"),
        "reports": _("Reports"),
        "kept": _("Checked and left"),
        "hidden": _("Hidden"),
        "restored": _("Brought back"),
        "undone": _("Decisions undone"),
        "held_by_number": _("Held by number of reports"),
        "appeals": _("Appeals"),
        "upheld": _("Appeals upheld"),
        "rejected": _("Appeals rejected"),
    }


def rows(found):
    """The figures as rows of a table."""
    for key, name in names_of_totals().items():
        yield [_("Totals"), "", name, found["totals"][key]]
    for row in found["reasons"]:
        yield [_("By rule"), row["label"], _("Reports"), row["reports"]]
        yield [_("By rule"), row["label"], _("Hidden"), row["hidden"]]
    for row in found["kinds"]:
        for key, name in (("written", _("Texts written")), ("reports", _("Reports")), ("hidden", _("Hidden"))):
            yield [_("By kind"), row["label"], name, row[key]]
    for month, hidden, left in found["months"]:
        yield [_("By month"), f"{month:%Y-%m}", _("Hidden"), hidden]
        yield [_("By month"), f"{month:%Y-%m}", _("Checked and left"), left]
