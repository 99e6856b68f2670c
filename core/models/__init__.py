"""The machinery's own tables: the calendar of days, the outbox of letters, limits, jobs."""

from .calendar import CalendarDay, DayKind, MartialLawPeriod
from .jobs import DueJob
from .limits import RateCounter
from .outbox import Letter, LetterState, MailAddress

__all__ = [
    "CalendarDay",
    "DayKind",
    "DueJob",
    "Letter",
    "LetterState",
    "MailAddress",
    "MartialLawPeriod",
    "RateCounter",
]
