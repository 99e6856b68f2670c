"""Calendars that other programs follow (iCalendar, RFC 5545): one spelling for every room.

An event keeps its `uid` for ever; `sequence` grows with each change, so that a calendar program replaces its old copy; what
is called off stays in the calendar as CANCELLED, because an event that only vanishes stays in old copies.
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event

from core.text import clean_text

KYIV = ZoneInfo("Europe/Kyiv")
CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"


@dataclass(frozen=True)
class Entry:
    """One event. `starts` and `ends` are aware datetimes, or dates for a whole day; `url` is absolute."""

    uid: str
    summary: str
    starts: datetime | date
    ends: datetime | date | None = None
    status: str = CONFIRMED
    sequence: int = 0
    changed_at: datetime | None = None
    location: str = ""
    description: str = ""
    url: str = ""


def calendar_text(name, entries, *, host, room):
    """Return the calendar `name` of `room` as bytes; identifiers of events end with the host of the site."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Open CNAP//{room}//UK")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", clean_text(name, single_line=True))
    calendar.add("x-wr-timezone", KYIV.key)
    for entry in entries:
        calendar.add_component(_event(entry, host.split(":")[0]))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def calendar_answer(name, entries, *, request, room, filename):
    """The calendar as an answer that a browser opens and a calendar program follows."""
    text = calendar_text(name, entries, host=request.get_host(), room=room)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{filename}.ics"'
    return response


def _event(entry, host):
    event = Event()
    event.add("uid", f"{entry.uid}@{host}")
    event.add("sequence", entry.sequence)
    event.add("status", entry.status)
    event.add("dtstamp", entry.changed_at or timezone.now())
    if entry.changed_at:
        event.add("last-modified", entry.changed_at)
    event.add("dtstart", _local(entry.starts))
    if entry.ends:
        event.add("dtend", _local(entry.ends))
    event.add("summary", clean_text(entry.summary, single_line=True))
    for name in ("location", "description"):
        if text := clean_text(getattr(entry, name)):
            event.add(name, text)
    if entry.url:
        event.add("url", entry.url)
    return event


def _local(moment):
    """A moment by the clock of Kyiv, so that the calendar carries its time zone; a date as it is."""
    return moment.astimezone(KYIV) if isinstance(moment, datetime) else moment
