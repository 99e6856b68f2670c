"""The daily letter to moderators: what waits, for how long, and how many appeals."""

from django.db.models import Count, Min, Q
from django.utils import timezone

from core.workdays import Calendar
from participation.moderation import kinds, mail
from participation.moderation.enums import AppealState, State
from participation.moderation.models import Appeal, Contribution
from participation.moderation.reading import moderators

HOUR = 8


def waiting_by_kind():
    """[{label, number, oldest}] of the queue, one line for every kind that has something."""
    rows = Contribution.objects.filter(waits_since__isnull=False).order_by().values("kind")
    rows = rows.annotate(
        number=Count("pk"),
        oldest=Min("waits_since"),
        held=Count("pk", filter=Q(state=State.HELD)),
        reported=Count("pk", filter=Q(reports_open__gt=0)),
    )
    return sorted(
        ({**row, "label": kinds.label_plural(row["kind"])} for row in rows),
        key=lambda row: (row["oldest"], row["kind"]),
    )


def send_digest(now=None):
    """Write each moderator the letter of the day, from eight in the morning of working days, if anything waits.

    Runs every hour; the outbox lets one letter a day through. Returns how many letters of the day stand.
    """
    now = now or timezone.now()
    local = timezone.localtime(now)
    if local.hour < HOUR or not Calendar.load().is_working(local.date()):
        return 0
    lines = waiting_by_kind()
    if not lines:
        return 0
    appeals = Appeal.objects.filter(state=AppealState.OPEN)
    facts = {
        "lines": lines,
        "total": sum(line["number"] for line in lines),
        "appeals": appeals.count(),
        "overdue": appeals.filter(due_on__lt=local.date()).count(),
    }
    people = [person for person in moderators() if person.email]
    for person in people:
        mail.send_digest_to(person, facts, local.date())
    return len(people)
