"""What the public pages print, gathered in a constant number of questions to the database."""

from django.db.models import Count, Min, OuterRef, Prefetch, Q, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from casework.enums import Audience
from casework.timeline import timeline
from participation.groups.enums import Readers
from participation.groups.models import (
    AgendaItem,
    Attendance,
    Body,
    BodyDocument,
    Call,
    GroupMeeting,
    Member,
    Recommendation,
    Vote,
)
from participation.groups.models.document import SHOWN_MEETINGS

LATEST = 5
ORDER = {"chair": 0, "deputy": 1, "secretary": 2, "member": 3}


def public_body(slug):
    """A body that anyone may read of. Raises Http404."""
    return get_object_or_404(Body.objects.public().select_related("unit", "settlement"), slug=slug)


def shown_meeting(slug, number):
    """An announced meeting with its body. Raises Http404."""
    body = public_body(slug)
    meeting = get_object_or_404(
        GroupMeeting, group=body, sequence=number, state__in=SHOWN_MEETINGS, is_quarantined=False
    )
    meeting.group = body
    return meeting


def listed(now=None):
    """Public bodies with what their cards print."""
    today, now = timezone.localdate(now), now or timezone.now()
    in_office = Member.objects.on(today).filter(body=OuterRef("pk")).order_by().values("body")
    ahead = GroupMeeting.objects.filter(group=OuterRef("pk"), state="announced", starts_at__gte=now)
    open_call = Call.objects.accepting(now).filter(body=OuterRef("pk"))
    return Body.objects.public().annotate(
        taken=Subquery(in_office.annotate(number=Count("pk")).values("number")),
        next_meeting=Subquery(ahead.order_by().values("group").annotate(first=Min("starts_at")).values("first")),
        call_until=Subquery(open_call.values("closes_on")[:1]),
    )


def with_attendance(members):
    """Give each of `members` `.came` of `.held` meetings and `.share` in per cent (None before the first meeting)."""
    rows = Attendance.objects.filter(member__in=[member.pk for member in members], was_present__isnull=False)
    counted = rows.order_by().values("member").annotate(held=Count("pk"), came=Count("pk", filter=Q(was_present=True)))
    found = {row["member"]: (row["came"], row["held"]) for row in counted}
    for member in members:
        member.came, member.held = found.get(member.pk, (0, 0))
        member.share = round(100 * member.came / member.held) if member.held else None
    return members


def in_office(body, day=None):
    """Members in office with their attendance, the chair first."""
    members = list(Member.objects.on(day).filter(body=body))
    members.sort(key=lambda member: (ORDER[member.position], member.name, member.pk))
    return with_attendance(members)


def documents(body, *, meeting=None, workspace=False):
    """Files of the body, or of a meeting, with their addresses."""
    rows = BodyDocument.objects.filter(body=body, meeting=meeting)
    if not workspace:
        rows = rows.filter(readers=Readers.PUBLIC)
    for row in (rows := list(rows)):
        row.url = reverse("groups:document", args=[body.slug, row.pk])
        row.name, row.note = row.title, "" if row.readers == Readers.PUBLIC else row.get_readers_display()
    return [FileLine(row) for row in rows]


class FileLine:
    """A document as the component `file_list` prints it: by its title, not by the name of the file."""

    def __init__(self, row):
        self.name, self.url, self.note = row.title, row.url, row.note
        self.content_type, self.size = row.content_type, row.size
        self.get_scan_state_display = row.get_scan_state_display


def story(case):
    """The public story; by which channel staff keyed it in is no news."""
    items = timeline(case, Audience.PUBLIC)
    for item in items[:1]:
        item["detail"] = ""
    return items


def body_page(body):
    """Everything on the page of a body."""
    meetings = GroupMeeting.objects.filter(group=body, state__in=SHOWN_MEETINGS)
    now = timezone.now()
    asked = Recommendation.objects.filter(meeting__group=body, meeting__state__in=("sent", "answered", "closed"))
    call = body.calls.exclude(state="cancelled").first()
    return {
        "body": body,
        "members": in_office(body),
        "former": list(
            Member.objects.filter(body=body)
            .exclude(pk__in=Member.objects.on().values("pk"))
            .order_by("-mandate_to", "pk")
        ),
        "call": call,
        "call_is_open": bool(call and call.accepts(now)),
        "coming": list(meetings.filter(state="announced", starts_at__gte=now).order_by("starts_at", "pk")),
        "past": list(
            meetings.filter(starts_at__lt=now).exclude(state="announced").order_by("-starts_at", "-pk")[:LATEST]
        ),
        "recommendations": list(
            asked.select_related("meeting").order_by("-meeting__starts_at", "order", "pk")[:LATEST]
        ),
        "files": documents(body),
        "timeline": story(body),
    }


def items_of(meeting):
    """The agenda with roll-call votes."""
    votes = Prefetch("votes", Vote.objects.select_related("member").order_by("member__name", "pk"))
    return list(AgendaItem.objects.filter(meeting=meeting).prefetch_related(votes))


def attendances_of(meeting):
    """Recorded attendance by name."""
    rows = Attendance.objects.filter(meeting=meeting, was_present__isnull=False).select_related("member")
    return list(rows.order_by("member__name", "pk"))


def minutes_of(meeting):
    """Everything that the minutes print, on the page, in DOCX and in PDF."""
    attendances = attendances_of(meeting)
    items = items_of(meeting)
    for item in items:
        item.result = item.counted() if item.is_voted and item.votes.all() else []
    return {
        "meeting": meeting,
        "body": meeting.group,
        "items": items,
        "present": [row.member for row in attendances if row.was_present],
        "absent": [row.member for row in attendances if not row.was_present],
        "recommendations": list(meeting.recommendations.all()),
    }


def meeting_page(meeting):
    """Everything on the page of a meeting; minutes only when they are published."""
    content = minutes_of(meeting)
    if not meeting.has_minutes:
        for item in content["items"]:
            item.heard = item.decision = ""
            item.result = []
        content["recommendations"] = []
    return {
        **content,
        "is_recorded": meeting.quorum is not None,
        "files": documents(meeting.group, meeting=meeting),
        "timeline": story(meeting),
    }


def minutes_or_404(meeting):
    """The published minutes. Raises Http404."""
    if not meeting.has_minutes:
        raise Http404
    return minutes_of(meeting)
