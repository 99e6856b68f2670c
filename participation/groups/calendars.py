"""Meetings for calendar programs (iCalendar)."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

from core.text import clean_text
from participation.groups.happenings import happening
from participation.groups.models import GroupMeeting
from participation.groups.models.document import SHOWN_MEETINGS

ICS = "text/calendar; charset=utf-8"
BACK = timedelta(days=90)
MOST = 200


def meetings_of(body):
    """Meetings of the last three months and all to come."""
    rows = GroupMeeting.objects.filter(group=body, state__in=SHOWN_MEETINGS, starts_at__gte=timezone.now() - BACK)
    rows = list(rows.order_by("starts_at", "pk")[:MOST])
    for meeting in rows:
        meeting.group = body
    return rows


def text_of(meetings, title):
    """The bytes of a calendar with these meetings."""
    calendar = Calendar()
    calendar.add("prodid", "-//Open CNAP//advisory bodies//UK")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", clean_text(title, single_line=True))
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    for meeting in meetings:
        calendar.add_component(_event(meeting))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(meeting):
    found = happening(meeting)
    event = Event()
    event.add("uid", f"{found.key}@{settings.BASE_URL.split('://')[-1].split(':')[0]}")
    event.add("sequence", found.changes)
    event.add("status", "CANCELLED" if found.is_cancelled else "CONFIRMED")
    event.add("dtstamp", timezone.now())
    event.add("dtstart", timezone.localtime(found.starts_at))
    event.add("dtend", timezone.localtime(found.ends_at))
    event.add("summary", clean_text(found.title, single_line=True))
    event.add("location", clean_text(found.place, single_line=True))
    event.add("description", clean_text(meeting.public_text))
    event.add("url", settings.BASE_URL + found.url)
    return event
