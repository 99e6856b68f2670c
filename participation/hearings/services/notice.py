"""How long before a hearing people must be told, and from when."""

from django.utils import timezone

from core.workdays import Calendar, compute, rule
from participation.hearings import numbers
from participation.statute.numbers import clock_rule


def notice_end(profile, since):
    """Return (end of the term of notice, key of its rule) for an announcement at `since`, by the statute of that day."""
    key = clock_rule(numbers.NOTICE, profile=profile, on=timezone.localdate(since))
    return compute(rule(key), since, Calendar.load()).due_at, key


def counted(hearing):
    """The term of notice as it is explained: its rule and the counted days, or None before the announcement."""
    if not hearing.notice_rule or not hearing.announced_at:
        return None
    law = rule(hearing.notice_rule)
    return {"rule": law, "due": compute(law, hearing.announced_at, Calendar.load())}
