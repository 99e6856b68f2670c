"""The target line: at least 95 % of people are satisfied, or, while nobody is asked, answered within the term.

Rooms that ask people register their results (participation/sources.py). Without any the office measures itself by what it
knows of every case with a term: whether the answer came in time. Both are shares of a number of people, so small groups are
hidden on both sides: whoever was not satisfied is a group as well.
"""

from datetime import datetime, time, timedelta

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from casework.models import Case
from participation import sources
from participation.feedback.suppression import SMALL, suppress

TARGET = 95  # percent
SATISFIED, IN_TIME = "satisfied", "in_time"
LABELS = {SATISFIED: _("Satisfied of those who were asked"), IN_TIME: _("Answered within the term")}
HIDDEN = {"asked": None, "good": None, "percent": None}


def measured(summary):
    """The exact figures {kind, asked, good} of the summary's period, or None when nothing was asked or answered."""
    first, last = summary.period_from, summary.period_to
    heard = sources.satisfaction(first, last)
    if heard is not None:
        return {"kind": SATISFIED, "asked": heard.asked, "good": heard.satisfied}
    cases = Case.objects.filter(
        procedure__in=sources.procedures(),
        is_quarantined=False,
        answered_late__isnull=False,
        received_at__gte=midnight_of(first),
        received_at__lt=midnight_of(last, after=True),
    )
    if summary.unit_id:
        cases = cases.filter(unit=summary.unit_id)
    found = cases.aggregate(asked=Count("pk"), good=Count("pk", filter=Q(answered_late=False)))
    return {"kind": IN_TIME, **found} if found["asked"] else None


def midnight_of(day, *, after=False):
    """The moment at which a local day begins, or (`after`) the next one."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=int(after)), time.min))


def shown(target):
    """The target for the public: numbers only where neither side is a small group; nothing under five people."""
    if not target or target["asked"] < SMALL:
        return None
    asked, good = target["asked"], target["good"]
    told = {"kind": target["kind"], "is_met": good * 100 >= TARGET * asked}
    sides = suppress({"good": good, "rest": asked - good})
    if sides is None or not all(isinstance(number, int) for number in sides.values()):
        return {**told, **HIDDEN}
    return {**told, "asked": asked, "good": good, "percent": good * 100 // asked}


def in_words(target):
    """What the page says of a public target: the label, the share, whether it is met."""
    if not target:
        return None
    share = f"{target['percent']} %" if target["percent"] is not None else ""
    return {**target, "label": LABELS[target["kind"]], "share": share, "aim": TARGET}
