"""What the hub and its calendar show of hearings."""

from django.utils import timezone
from django.utils.translation import gettext as _

from participation.hearings.models import Hearing
from participation.openings import Decided, Happening, Opening, Scale

KIND = "hearings"


def open_now(now):
    """Hearings that take registrations and proposals, and initiatives that need signatures."""
    rows = Hearing.objects.shown().filter(state__in=("announced", "collecting")).select_related("settlement")
    found = []
    for row in rows.order_by("starts_at", "pk"):
        asks = _("Sign the initiative") if row.state == "collecting" else _("Register and send a proposal")
        found.append(
            Opening(
                kind=KIND,
                title=row.public_title,
                url=row.get_absolute_url(),
                asks=asks,
                until=row.due_at if row.state == "collecting" else row.starts_at,
                scale=Scale.CONSULT,
                settlement=row.settlement,
            )
        )
    return found


def dates(since, until):
    """Sittings of the calendar; a cancelled one stays with its mark, so that calendar programs take it out."""
    rows = Hearing.objects.shown().filter(starts_at__gte=since, starts_at__lt=until).exclude(state="appointed")
    return [
        Happening(
            kind=KIND,
            key=f"hearing-{row.pk}",
            title=row.public_title,
            url=row.get_absolute_url(),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            place=row.place or _("Online"),
            settlement=row.settlement,
            is_cancelled=row.state in ("cancelled", "not_held"),
            changes=row.changes,
        )
        for row in rows.select_related("settlement").order_by("starts_at", "pk")
    ]


def decided(now, limit):
    """Hearings whose results were published lately."""
    rows = Hearing.objects.shown().filter(results_at__isnull=False, results_at__lte=now)
    return [
        Decided(
            kind=KIND,
            title=row.public_title,
            url=row.get_absolute_url(),
            on=timezone.localdate(row.results_at),
            outcome=_("Every proposal is answered"),
            tone="good",
        )
        for row in rows.order_by("-results_at", "-pk")[:limit]
    ]
