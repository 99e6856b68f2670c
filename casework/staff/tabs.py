"""The tabs of the inbox: what each shows, how many wait in it, what to say when it is empty."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Count, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.roles import Role
from casework.models import Case
from casework.staff.access import sees_every_case

SOON = 3  # calendar days, today among them


@dataclass(frozen=True)
class Tab:
    """One tab: `select(cases, user, now)` narrows the cases that `user` may work with."""

    key: str
    label: Any
    select: Callable
    empty_title: Any
    empty_text: Any = ""
    tone: str = ""
    by_due: bool = True


def end_of_soon(now):
    """The last moment of the days that count as soon."""
    last = timezone.localdate(now) + timedelta(days=SOON - 1)
    return timezone.make_aware(datetime.combine(last, time.max))


def due_soon(cases, user, now):
    """Open cases whose nearest term ends today or within the next days and has not run out."""
    return cases.open().filter(due_at__gte=now, due_at__lte=end_of_soon(now))


MINE = Tab(
    "mine",
    _("Mine"),
    lambda cases, user, now: cases.open().assigned_to(user),
    _("Nothing waits for you"),
    _("Cases given to you will appear here."),
)
UNIT = Tab(
    "unit",
    _("My unit’s"),
    lambda cases, user, now: cases.open().of_unit(user.unit_id),
    _("Nothing waits for your unit"),
    _("Cases given to your unit will appear here."),
)
UNASSIGNED = Tab(
    "unassigned",
    _("Without a handler"),
    lambda cases, user, now: cases.unassigned(),
    _("Every case has a handler"),
    _("New cases that nobody answers for yet will appear here."),
    tone="warn",
)
DUE_SOON = Tab(
    "soon",
    _("Term ends soon"),
    due_soon,
    _("No term ends in the next days"),
    _("Cases whose term ends within three days will appear here."),
    tone="warn",
)
OVERDUE = Tab(
    "overdue",
    _("Overdue"),
    lambda cases, user, now: cases.overdue(now),
    _("Nothing is overdue"),
    _("Every case is within its term."),
    tone="bad",
)
QUARANTINE = Tab(
    "quarantine",
    _("Quarantine"),
    lambda cases, user, now: cases.quarantined(),
    _("The quarantine is empty"),
    _("What looks like spam is registered all the same and waits here for a person’s eye while its term runs."),
)
ALL = Tab(
    "all",
    _("All"),
    lambda cases, user, now: cases,
    _("There are no cases yet"),
    _("What residents send in will appear here."),
    by_due=False,
)


def tabs_for(user):
    """The tabs that make sense for `user`, the one to open first in front."""
    handles = user.has_role(Role.OFFICIAL)
    own = ([MINE] if handles else []) + ([UNIT] if handles and user.unit_id else [])
    return [*own, UNASSIGNED, DUE_SOON, OVERDUE, QUARANTINE, ALL]


def scope(user):
    """The cases that `user` works with, without a needless OR for whoever sees all."""
    return Case.objects.all() if sees_every_case(user) else Case.objects.workable_by(user)


def counts(user, tabs, now=None):
    """Return {tab key: number of cases} for every tab but "all", in one query of which each part reads one index."""
    now, cases = now or timezone.now(), scope(user)
    parts = [
        tab.select(cases, user, now).order_by().values(tab=Value(tab.key)).annotate(number=Count("pk"))
        for tab in tabs
        if tab is not ALL
    ]
    if not parts:
        return {}
    found = {row["tab"]: row["number"] for row in parts[0].union(*parts[1:], all=True)}
    return {tab.key: found.get(tab.key, 0) for tab in tabs if tab is not ALL}
