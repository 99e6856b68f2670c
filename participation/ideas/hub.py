"""What the room tells the hub, its calendar and the page of a service."""

from datetime import datetime, time

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from participation.ideas.models import Idea, IdeaCall
from participation.openings import Decided, Happening, Opening, Scale

KIND = "ideas"
MOST = 20


def end_of(day):
    """The last moment of a local day, or None."""
    return timezone.make_aware(datetime.combine(day, time(23, 59))) if day else None


def open_calls(now):
    """Calls that take ideas or supports."""
    today = timezone.localdate(now)
    supported = Q(support_until__gte=today, opens_on__lte=today)
    takes = IdeaCall.objects.takes_ideas(today)
    calls = (takes | IdeaCall.objects.public().filter(supported)).distinct().order_by("closes_on", "pk")
    openings = []
    for call in calls.prefetch_related("settlements")[:MOST]:
        writes = call.takes_ideas_on(today)
        where = call.settlements.all()
        openings.append(
            Opening(
                kind=KIND,
                title=call.title,
                url=call.get_absolute_url(),
                asks=_("Propose an idea") if writes else _("Support ideas"),
                until=end_of(call.closes_on if writes else call.support_until),
                scale=Scale.COLLABORATE,
                settlement=where[0] if len(where) == 1 else None,
            )
        )
    return openings


def call_dates(since, until):
    """The first and last days of calls."""
    first, last = timezone.localdate(since), timezone.localdate(until)
    marks = (
        ("opens_on", _("Ideas are taken from today: %(call)s")),
        ("closes_on", _("Last day for ideas: %(call)s")),
        ("support_until", _("Last day of support: %(call)s")),
    )
    asked = Q()
    for name, _words in marks:
        asked |= Q(**{f"{name}__gte": first, f"{name}__lt": last})
    found = []
    for call in IdeaCall.objects.public().filter(asked).order_by("pk"):
        for name, words in marks:
            day = getattr(call, name)
            if day and first <= day < last:
                begins = timezone.make_aware(datetime.combine(day, time(0, 0)))
                found.append(
                    Happening(
                        kind=KIND,
                        key=f"idea-call-{call.pk}-{name}",
                        title=words % {"call": call.title},
                        url=call.get_absolute_url(),
                        starts_at=begins,
                    )
                )
    return found


def decided_ideas(now, limit):
    """Ideas on which was decided lately."""
    rows = Idea.objects.in_public_register().filter(decided_at__lte=now).exclude(outcome="")
    shown = rows.only("number", "procedure", "public_title", "decided_at", "outcome", "state").order_by("-decided_at", "-pk")
    return [
        Decided(
            kind=KIND,
            title=idea.public_title,
            url=idea.get_absolute_url(),
            on=timezone.localdate(idea.decided_at),
            outcome=idea.get_outcome_display(),
            tone="bad" if idea.outcome == "rejected" else "good",
        )
        for idea in shown[:limit]
    ]


def improve_service(request, page):
    """The link by which the page of a service leads here, while a call takes ideas about services."""
    if not IdeaCall.objects.takes_ideas().filter(is_for_services=True).exists():
        return []
    form, listed = reverse("ideas:new"), reverse("ideas:list")
    links = [{"label": _("Improve this service: propose an idea"), "url": f"{form}?service={page.pk}"}]
    if Idea.objects.listed().filter(service=page.pk).exists():
        links.append({"label": _("Ideas about this service"), "url": f"{listed}?service={page.pk}"})
    return links
