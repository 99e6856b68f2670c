"""Numbers of the statute that rule bodies and their meetings (PROCEDURES C5); the defaults hold until the council sets its own."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.workdays import Calendar, Unit, compute, rule, working_days_before
from participation.statute.enums import Measure
from participation.statute.numbers import clock_rule, declare, value

LAW = "Law 280/97-ВР, Art. 13; statute of the community (?)"

CALL = declare("group-call", 15, Measure.CALENDAR_DAY, _("Shortest call for members"), law=LAW)
DECISION = declare("group-application", 30, Measure.CALENDAR_DAY, _("Decision on an application for a seat"), law=LAW)
ROTATION = declare("group-rotation", 60, Measure.CALENDAR_DAY, _("Reminder before a mandate ends"), law=LAW)
AGENDA = declare("group-agenda", 3, Measure.WORKING_DAY, _("Agenda before a meeting of a body"), law=LAW)
QUORUM = declare(
    "group-quorum", 50, Measure.PERCENT, _("Quorum of a meeting: more than this share of members"), law=LAW
)
MINUTES = declare("group-minutes", 5, Measure.WORKING_DAY, _("Minutes after a meeting of a body"), law=LAW)
ANSWER = declare("group-answer", 30, Measure.CALENDAR_DAY, _("Authority’s answer to recommendations"), law=LAW)


def rule_of(key):
    """A function of (case, data) for a clock: the rule that holds today."""
    return lambda case, data: clock_rule(key)


def end_of(key, start):
    """The local day on which the term `key`, counted from the moment `start`, ends."""
    return timezone.localdate(compute(rule(clock_rule(key)), start, Calendar.load()).due_at)


def latest_announcement(starts_at):
    """The last day on which a meeting may be announced so that its agenda is known long enough before it."""
    number, day = value(AGENDA), timezone.localdate(starts_at)
    if number.unit == Unit.WORKING_DAY:
        return working_days_before(day, number.value, Calendar.load())
    return day - timedelta(days=number.value)


def quorum_of(members):
    """How many of `members` must be present: more than the share that the statute sets."""
    return members * value(QUORUM).value // 100 + 1 if members else 1


def rotation_day(now):
    """Mandates that end up to this day are told of now."""
    return end_of(ROTATION, now)
