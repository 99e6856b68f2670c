"""What the hub and the calendar learn about consultations."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from participation.drafts.reading import TOLD, open_consultations, public_consultations
from participation.openings import Decided, Happening, Opening, Scale

KIND = "consultation"
MOST = 50


def open_now(now):
    """Drafts on which anyone may comment."""
    return [
        Opening(
            kind=KIND,
            title=row.document.title,
            url=row.document.get_absolute_url(),
            asks=_("Comment on the paragraphs of the draft"),
            until=row.ends_at - timedelta(seconds=1),
            scale=Scale.CONSULT,
            settlement=row.settlement,
        )
        for row in open_consultations(now).select_related("settlement")[:MOST]
    ]


def dates(since, until):
    """The last days for comments."""
    first, last = timezone.localdate(since), timezone.localdate(until)
    rows = public_consultations().filter(closes_on__gte=first, closes_on__lt=last).exclude(state="withdrawn")
    return [
        Happening(
            kind=KIND,
            key=f"{row.number}-closes",
            title=_("Last day for comments: %(title)s") % {"title": row.document.title},
            url=row.document.get_absolute_url(),
            starts_at=timezone.make_aware(datetime.combine(row.closes_on, time(0, 0))),
            ends_at=row.ends_at,
            settlement=row.settlement,
        )
        for row in rows.select_related("settlement").order_by("closes_on", "pk")[:MOST]
    ]


def decided(now, limit):
    """Reports on consultations."""
    rows = public_consultations().filter(state__in=TOLD, decided_at__isnull=False, decided_at__lte=now)
    return [
        Decided(
            kind=KIND,
            title=row.document.title,
            url=row.document.get_absolute_url(),
            on=timezone.localdate(row.decided_at),
            outcome=row.get_outcome_display() or _("Report published"),
            tone="good",
        )
        for row in rows.order_by("-decided_at", "-pk")[:limit]
    ]
