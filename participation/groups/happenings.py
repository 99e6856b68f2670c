"""What the hub and its calendar show of this room."""

from datetime import datetime, time, timedelta

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from participation.groups.enums import VERDICT_TONES, Verdict
from participation.groups.models import Call, GroupMeeting, Recommendation
from participation.openings import Decided, Happening, Opening, Scale

KIND = "hrupy"
SHOWN = ("announced", "held", "minuted", "sent", "answered", "closed", "no_quorum", "cancelled")
LENGTH = timedelta(hours=2)
MOST = 200


def open_calls(now):
    """Calls to which one may apply."""
    calls = Call.objects.accepting(now).select_related("body__settlement").order_by("closes_on", "pk")
    return [
        Opening(
            kind=KIND,
            title=call.body.name,
            url=reverse("groups:call", args=[call.body.slug]),
            asks=_("Apply for a seat"),
            until=timezone.make_aware(datetime.combine(call.closes_on, time(23, 59, 59))),
            scale=Scale.INVOLVE,
            settlement=call.body.settlement,
        )
        for call in calls[:MOST]
        if call.body.is_public
    ]


def meetings_between(since, until):
    """Announced meetings of the period."""
    rows = GroupMeeting.objects.filter(state__in=SHOWN, starts_at__gte=since, starts_at__lt=until)
    rows = rows.select_related("group__settlement").order_by("starts_at", "pk")
    return [happening(meeting) for meeting in rows[:MOST]]


def happening(meeting):
    """A meeting as an entry of a calendar."""
    return Happening(
        kind=KIND,
        key=f"group-meeting-{meeting.pk}",
        title=_("%(body)s: meeting No. %(number)s") % {"body": meeting.group.name, "number": meeting.sequence},
        url=meeting.get_absolute_url(),
        starts_at=meeting.starts_at,
        ends_at=meeting.ended_at or meeting.starts_at + LENGTH,
        place=meeting.place or meeting.online_url,
        settlement=meeting.group.settlement,
        is_cancelled=meeting.state == "cancelled",
        changes=meeting.change_count,
    )


def decided_lately(now, limit):
    """The latest answers to recommendations, one line for a meeting."""
    rows = Recommendation.objects.exclude(verdict=Verdict.WAITING).filter(answered_on__lte=timezone.localdate(now))
    meetings = rows.order_by().values("meeting").annotate(last=Max("answered_on")).order_by("-last", "-meeting")[:limit]
    keys = [row["meeting"] for row in meetings]
    answers = rows.filter(meeting__in=keys).select_related("meeting__group").order_by("-answered_on", "-pk")
    latest = {}
    for answer in answers:
        latest.setdefault(answer.meeting_id, answer)
    return [
        Decided(
            kind=KIND,
            title=f"{answer.meeting.group.name}: {answer.text[:120]}",
            url=answer.meeting.get_absolute_url(),
            on=answer.answered_on,
            outcome=answer.get_verdict_display(),
            tone=VERDICT_TONES[answer.verdict],
        )
        for answer in latest.values()
    ]
