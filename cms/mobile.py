"""Verbs of the mobile centre. Each is one transaction; a change of what was confirmed is kept and told to readers.

planned → confirm → confirmed → move | cancel → moved | cancelled → restore → confirmed
"""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.models.mobile import ChangeKind, MobileStop, MobileVisit, VisitChange, VisitState
from cms.visit_rules import words_of_visit

MOST_REPEATS = 60
SOURCES = {
    "confirm": (VisitState.PLANNED,),
    "move": (VisitState.PLANNED, VisitState.CONFIRMED),
    "cancel": (VisitState.PLANNED, VisitState.CONFIRMED),
    "restore": (VisitState.CANCELLED,),
    "discard": (VisitState.PLANNED,),
}


class NotPossible(ValueError):  # noqa: N818 - the name is part of the contract
    """The verb does not suit the visit as it is now; the text tells a person why."""


@dataclass
class Repeated:
    """What “repeat” did: visits made, and days left out with the reason."""

    made: list = field(default_factory=list)
    skipped: list = field(default_factory=list)


def allowed(visit):
    """The verbs open to the visit as it stands; an unpromised visit is simply edited instead of moved."""
    return [verb for verb, sources in SOURCES.items() if visit.state in sources]


def confirm(visit, *, actor):
    """Promise the visit to readers. Raises NotPossible."""
    with transaction.atomic():
        visit = _locked(visit, "confirm")
        if not visit.stops.exists():
            raise NotPossible(_("Add a stop first: readers must know where to come."))
        visit.state = VisitState.CONFIRMED
        _record(visit, ChangeKind.CONFIRMED, actor=actor, after=words_of_visit(visit))
    return visit


def cancel(visit, *, actor, reason):
    """Call the visit off; it stays in the schedule with the reason. Raises NotPossible."""
    with transaction.atomic():
        visit = _locked(visit, "cancel")
        before = words_of_visit(visit)
        visit.state, visit.reason = VisitState.CANCELLED, _said(reason)
        _record(visit, ChangeKind.CANCELLED, actor=actor, before=before, reason=visit.reason)
    return visit


def restore(visit, *, actor, reason=""):
    """Let a cancelled visit take place after all. Raises NotPossible, also when the route has another visit that day."""
    with _one_a_day(), transaction.atomic():
        visit = _locked(visit, "restore")
        visit.state, visit.reason = VisitState.CONFIRMED, ""
        _record(visit, ChangeKind.RESTORED, actor=actor, after=words_of_visit(visit), reason=reason)
    return visit


def move(visit, *, actor, day, reason):
    """Make the visit on another day and leave the old one in the schedule, linked to it. Returns the new visit.

    Raises NotPossible: for the same day, a day that has passed, a day on which the route has a visit already.
    """
    with _one_a_day(), transaction.atomic():
        visit = _locked(visit, "move")
        if day == visit.day:
            raise NotPossible(_("The visit stands on this day already."))
        if day < timezone.localdate():
            raise NotPossible(_("This day has passed."))
        before, promised = words_of_visit(visit), visit.state == VisitState.CONFIRMED
        visit.state, visit.moved_to, visit.reason = VisitState.MOVED, day, _said(reason)
        visit.save()  # before the new one takes its place among the standing visits
        new = _copy(visit, day, state=VisitState.CONFIRMED if promised else VisitState.PLANNED, replaces=visit)
        after = words_of_visit(new)
        _record(visit, ChangeKind.MOVED, actor=actor, before=before, after=after, reason=visit.reason)
        if promised:
            _record(new, ChangeKind.CONFIRMED, actor=actor, after=after)
    return new


def discard(visit, *, actor):
    """Delete a plan that was never promised. Raises NotPossible."""
    with transaction.atomic():
        visit = _locked(visit, "discard")
        if visit.is_published or visit.replaces_id:
            raise NotPossible(_("Readers have seen this visit. Cancel it instead."))
        visit.delete()


def repeat(visit, *, weeks, until, calendar):
    """Make planned visits every `weeks` weeks after this one until the day `until`: rows, so that each moves alone.

    Days off of `calendar` and days on which the route has a visit are left out and named in the returned Repeated.
    """
    told, day = Repeated(), visit.day + timedelta(weeks=weeks)
    taken = set(MobileVisit.objects.standing().filter(route=visit.route).values_list("day", flat=True))
    for _number in range(MOST_REPEATS):
        if day > until:
            break
        if calendar.is_day_off(day):
            told.skipped.append((day, calendar.why(day)))
        elif day in taken:
            told.skipped.append((day, _("the route has a visit on this day")))
        else:
            with _one_a_day(), transaction.atomic():
                told.made.append(_copy(visit, day, state=VisitState.PLANNED))
        day += timedelta(weeks=weeks)
    return told


def _locked(visit, verb):
    """The row as it is now, held until the end of the transaction. Raises NotPossible when the verb does not suit it."""
    row = MobileVisit.objects.select_for_update().get(pk=visit.pk)
    if row.state not in SOURCES[verb]:
        raise NotPossible(_("Meanwhile the visit is “%(state)s”.") % {"state": row.get_state_display()})
    return row


def _said(reason):
    reason = (reason or "").strip()
    if not reason:
        raise NotPossible(_("Say why: readers of the schedule will see it."))
    return reason


def _copy(visit, day, *, state, replaces=None):
    """A new visit with the same stops on another day."""
    new = MobileVisit(
        route=visit.route,
        day=day,
        state=state,
        replaces=replaces,
        vehicle_note=visit.vehicle_note,
        note=visit.note,
    )
    new.save()
    fields = ("sort_order", "settlement_id", "point", "arrives", "leaves", "seats", "booking_phone", "note")
    stops = [{name: getattr(stop, name) for name in fields} for stop in visit.stops.all()]
    MobileStop.objects.bulk_create(MobileStop(visit=new, **stop) for stop in stops)
    new = MobileVisit.objects.get(pk=new.pk)
    new.not_available.set(visit.not_available.all())
    new.save()
    return new


def _record(visit, kind, *, actor, before="", after="", reason=""):
    """Save the visit; a promised one gets a new version and a row that tells what changed."""
    is_news = visit.is_published or visit.state == VisitState.CONFIRMED
    if is_news:
        latest = VisitChange.objects.filter(visit=visit).aggregate(latest=Max("version"))["latest"] or 0
        visit.version = latest + 1
    visit.save()
    if is_news:
        change = VisitChange.objects.create(
            visit=visit, version=visit.version, kind=kind, actor=actor, before=before, after=after, reason=reason
        )
        change.settlements.set(visit.stops.order_by().values_list("settlement", flat=True).distinct())


class _one_a_day:  # noqa: N801 - reads as a sentence in `with`
    """Turn the database's refusal of a second visit on one day into words."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if isinstance(error, IntegrityError):
            raise NotPossible(_("The route already has a visit on this day.")) from error
