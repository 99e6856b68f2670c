"""Is it open now? One pure function for the header, the places, the services and whatever else shows hours.

    state = state_at(hours, moment, mark, service=7)
    state.kind, state.until, state.opens_at, str(state)

Hours are clock time of the place: when the clocks change, the doors open at the same figure as on any day. The order in
which facts win: temporarily closed, exception of the day, day off of the calendar, hours of the service, hours of the week.
A weekend that an act makes a working day does not tell its hours, so without an exception they are said to be unknown.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

LOOK_AHEAD = 14
LAST_MINUTE = time(23, 59)  # of closing: as late as a column of time can say, hence “until midnight”
WALK_IN, APPOINTMENT, BREAK = "walk_in", "appointment", "break"


class Kind(StrEnum):
    """What a visitor meets at the door."""

    OPEN = "open"
    APPOINTMENT = "appointment"
    BREAK = "break"
    CLOSED = "closed"
    SHUT = "shut"  # temporarily, with a reason
    UNKNOWN = "unknown"


TONES = {
    Kind.OPEN: "good",
    Kind.APPOINTMENT: "warn",
    Kind.BREAK: "warn",
    Kind.CLOSED: "quiet",
    Kind.SHUT: "bad",
    Kind.UNKNOWN: "quiet",
}


@dataclass(frozen=True, order=True)
class Interval:
    """Hours of one day of the week (0 = Monday), clock time of the place."""

    weekday: int
    opens: time
    closes: time
    kind: str = WALK_IN

    def __str__(self):
        return f"{hour(self.opens)}–{hour(self.closes)}"


@dataclass(frozen=True)
class Exceptional:
    """Days with other hours; without hours they are closed."""

    first_day: date
    last_day: date
    opens: time | None = None
    closes: time | None = None
    reason: str = ""

    def covers(self, day):
        """Whether `day` is one of them."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class Mark:
    """What the working calendar says of a day: nobody works, or a weekend is worked."""

    is_closed: bool
    reason: str = ""


@dataclass(frozen=True)
class Hours:
    """Everything that decides. `services`: own weeks by key of a service; they replace `week` for it."""

    week: tuple[Interval, ...] = ()
    services: dict = field(default_factory=dict)
    exceptions: tuple[Exceptional, ...] = ()
    follows_calendar: bool = True
    shut_reason: str = ""
    shut_until: date | None = None

    def week_of(self, service=None):
        """The intervals that hold for `service`, or for the whole place."""
        return self.services.get(service) or self.week

    def is_shut(self, day):
        """Temporarily closed on `day`; the day named as the last one is closed too."""
        return bool(self.shut_reason) and (self.shut_until is None or day <= self.shut_until)


@dataclass(frozen=True)
class Day:
    """One date: its intervals without breaks, the breaks, and why it differs from the week."""

    date: date
    pieces: tuple[Interval, ...] = ()
    breaks: tuple[Interval, ...] = ()
    reason: str = ""
    is_unknown: bool = False
    is_exception: bool = False


@dataclass(frozen=True)
class State:
    """The answer. `until`: clock time of the change; `opens_at`: the next opening within two weeks, if any is known."""

    kind: Kind
    asked_at: datetime
    until: time | None = None
    opens_at: datetime | None = None
    opens_for: str = WALK_IN
    reason: str = ""
    shut_until: date | None = None

    @property
    def is_open(self):
        """Whether one may walk in without an appointment."""
        return self.kind == Kind.OPEN

    @property
    def is_soon(self):
        """Whether it opens later on the same day."""
        return self.opens_at is not None and self.opens_at.date() == self.asked_at.date()

    @property
    def tone(self):
        """The tone of the tag; the words carry the meaning."""
        return TONES[self.kind]

    def __str__(self):
        return _WORDS[self.kind](self)


def state_at(hours, moment, mark: Callable[[date], Mark | None] = lambda day: None, service=None):
    """Tell the state of a place with `hours` at `moment` (aware). `mark(date)` is what the calendar says of the day."""
    here = timezone.localtime(moment, timezone.get_default_timezone())
    today = here.date()
    if hours.is_shut(today):
        later = _next_opening(hours, here, mark, service) if hours.shut_until else {}
        return State(Kind.SHUT, here, reason=hours.shut_reason, shut_until=hours.shut_until, **later)
    day = day_of(hours, today, mark, service)
    if day.is_unknown or not (hours.week_of(service) or hours.exceptions):
        return State(Kind.UNKNOWN, here, reason=day.reason)
    return _state_within(day, here) or State(
        Kind.CLOSED, here, reason=day.reason, **_next_opening(hours, here, mark, service)
    )


def day_of(hours, day, mark=lambda day: None, service=None):
    """The plan of one date."""
    usual = [interval for interval in hours.week_of(service) if interval.weekday == day.weekday()]
    exception = next((row for row in hours.exceptions if row.covers(day)), None)
    if exception:
        own = usual if hours.services.get(service) else None
        return Day(day, pieces=_exceptional(exception, day, own), reason=exception.reason, is_exception=True)
    told = mark(day) if hours.follows_calendar else None
    if told and told.is_closed:
        return Day(day, reason=told.reason)
    breaks = tuple(sorted(interval for interval in usual if interval.kind == BREAK))
    pieces = _without(sorted(interval for interval in usual if interval.kind != BREAK), breaks)
    return Day(day, pieces, breaks, told.reason if told else "", is_unknown=bool(told) and not pieces)


def _exceptional(exception, day, own):
    """The hours of an exception; a service with hours of its own works while both allow."""
    if exception.opens is None:
        return ()
    if own is None:
        return (Interval(day.weekday(), exception.opens, exception.closes),)
    pieces = _without([row for row in own if row.kind != BREAK], [row for row in own if row.kind == BREAK])
    cut = (
        Interval(row.weekday, max(row.opens, exception.opens), min(row.closes, exception.closes), row.kind)
        for row in pieces
    )
    return tuple(sorted(row for row in cut if row.opens < row.closes))


def _without(intervals, breaks):
    """Cut `breaks` out of `intervals` and join pieces of one kind that touch."""
    pieces = list(intervals)
    for pause in breaks:
        pieces = [part for piece in pieces for part in _cut(piece, pause)]
    joined = []
    for piece in sorted(pieces):
        last = joined[-1] if joined else None
        if last and last.kind == piece.kind and last.closes == piece.opens:
            joined[-1] = Interval(last.weekday, last.opens, piece.closes, last.kind)
        else:
            joined.append(piece)
    return tuple(joined)


def _cut(piece, pause):
    if pause.closes <= piece.opens or piece.closes <= pause.opens:
        return [piece]
    ends = ((piece.opens, pause.opens), (pause.closes, piece.closes))
    return [Interval(piece.weekday, opens, closes, piece.kind) for opens, closes in ends if opens < closes]


def _state_within(day, here):
    """The state when `here` lies in reception or in a break, else None."""
    for interval in day.pieces:
        if _holds(interval, here.time()):
            kind = Kind.APPOINTMENT if interval.kind == APPOINTMENT else Kind.OPEN
            return State(kind, here, until=interval.closes, reason=day.reason if day.is_exception else "")
    pause = next((row for row in day.breaks if _holds(row, here.time())), None)
    return State(Kind.BREAK, here, until=pause.closes) if pause else None


def _holds(interval, clock):
    return interval.opens <= clock and (clock < interval.closes or interval.closes == LAST_MINUTE)


def _next_opening(hours, here, mark, service):
    """`opens_at` and `opens_for` of the next opening; nothing when none is known."""
    first = here.date()
    if hours.is_shut(first):
        first = hours.shut_until + timedelta(days=1)
    for ahead in range(LOOK_AHEAD + 1):
        try:
            day = day_of(hours, first + timedelta(days=ahead), mark, service)
        except OverflowError:  # “closed until” the end of time
            return {}
        for interval in day.pieces:
            if day.date > here.date() or interval.opens > here.time():
                opens_at = timezone.make_aware(
                    datetime.combine(day.date, interval.opens), timezone.get_default_timezone()
                )
                return {"opens_at": opens_at, "opens_for": interval.kind}
    return {}


def hour(moment):
    """8:00, not 08:00; the last minute of the day is midnight."""
    return "24:00" if moment == LAST_MINUTE else f"{moment.hour}:{moment.minute:02}"


def _open(state):
    return _("open until %(time)s") % {"time": hour(state.until)}


def _appointment(state):
    return _("by appointment only, until %(time)s") % {"time": hour(state.until)}


def _break(state):
    return _("break until %(time)s") % {"time": hour(state.until)}


def _shut(state):
    if state.shut_until is None:
        return _("temporarily closed")
    return _("temporarily closed, last day %(day)s") % {"day": format_date(state.shut_until, "j E")}


def _unknown(state):
    return pgettext("reception", "hours are not known, please call")


def _closed(state):
    if state.opens_at is None:
        return pgettext("reception", "closed")
    ahead = (state.opens_at.date() - state.asked_at.date()).days
    names = {
        "time": hour(state.opens_at.time()),
        "day": str(WEEKDAYS[state.opens_at.weekday()]).lower(),
        "date": format_date(state.opens_at, "j E"),
    }
    if state.opens_for == APPOINTMENT:
        return _("closed, next reception by appointment: %(date)s, %(time)s") % names
    if ahead == 0:
        return _("closed, opens at %(time)s") % names
    if ahead == 1:
        return _("closed, opens tomorrow at %(time)s") % names
    if ahead > 6:
        return _("closed, opens on %(date)s at %(time)s") % names
    return _("closed, opens at %(time)s (%(day)s)") % names


_WORDS = {
    Kind.OPEN: _open,
    Kind.APPOINTMENT: _appointment,
    Kind.BREAK: _break,
    Kind.SHUT: _shut,
    Kind.UNKNOWN: _unknown,
    Kind.CLOSED: _closed,
}
