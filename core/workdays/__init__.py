"""Working days and legal terms: when a term ends, and every day that was counted on the way there.

    calendar = Calendar.load()
    due = compute(rule("request"), received_at, calendar)
    due.due_at, due.inner_due_on, due.days

Day zero is the local day of receipt (Law 2073-IX, Art. 42: a term starts the next day). Terms in working days count only
the days that the calendar calls working; terms in calendar days and months count every day and may end on a weekend, so
`inner_due_on` names the last working day before; terms in hours are real hours. Doubt = the stricter date.
"""

from .calendar import Calendar
from .rules import Rule, Unit, UnknownRule, all_rules, register, register_source, rule
from .signals import calendar_changed
from .terms import CountedDay, Due, compute, working_days_after, working_days_before

__all__ = [
    "Calendar",
    "CountedDay",
    "Due",
    "Rule",
    "Unit",
    "UnknownRule",
    "all_rules",
    "calendar_changed",
    "compute",
    "register",
    "register_source",
    "rule",
    "working_days_after",
    "working_days_before",
]
