"""How long comments are taken: at least as the statute of the community says."""

from django.utils import timezone

from core.workdays import Calendar, compute, rule
from participation.drafts.numbers import WINDOW
from participation.statute.numbers import clock_rule


def earliest_end(profile, now):
    """The first local day that may be the last day for comments, when the text is published at `now`."""
    key = clock_rule(WINDOW, profile=profile, on=timezone.localdate(now))
    return compute(rule(key), now, Calendar.load()).due_at.date()
