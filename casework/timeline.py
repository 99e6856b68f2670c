"""The story of a case in sentences, for whoever reads it."""

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.enums import Audience, Channel

OWN_STORIES = {
    "received": gettext_lazy("Received"),
    "clock_moved": gettext_lazy("The due date was counted anew because the calendar changed"),
    "reminded": gettext_lazy("The officials were reminded of the term"),
}
SEEN_BY = {
    Audience.PUBLIC: (Audience.PUBLIC,),
    Audience.APPLICANT: (Audience.PUBLIC, Audience.APPLICANT),
    Audience.STAFF: (Audience.PUBLIC, Audience.APPLICANT, Audience.STAFF),
}


def story_of(case, row):
    """The sentence that tells one event."""
    if row.event == "received":
        return case.rules.received_story or OWN_STORIES["received"]
    return OWN_STORIES.get(row.event) or case.rules.story(row.event) or row.event


def detail_of(row):
    """What is worth adding to the sentence: the channel, a public reason, a new date."""
    data = row.data
    parts = []
    if row.event == "received":
        parts.append(str(dict(Channel.choices).get(data.get("channel"), "")))
    parts += [str(data[name]) for name in ("unit", "holder", "reason", "ground") if isinstance(data.get(name), str)]
    due = data.get("to") or next(iter((data.get("due") or {}).values()), None)
    moment = parse_datetime(due) if isinstance(due, str) else None
    if moment:
        parts.append(_("Term: to %(date)s.") % {"date": date_format(localtime(moment), "j E Y")})
    return "\n".join(part for part in parts if part)


def timeline(case, audience):
    """Return the events of `case` that `audience` sees, oldest first, as items of the timeline component.

    The next step of an open case comes last: until when the answer is due.
    """
    rows = case.events.filter(audience__in=SEEN_BY[audience]).order_by("sequence")
    items = [{"title": story_of(case, row), "when": row.at, "detail": detail_of(row)} for row in rows]
    if case.is_open and case.due_at:
        due = date_format(localtime(case.due_at), "j E Y")
        items.append({"title": _("Due by %(date)s") % {"date": due}, "is_next": True})
    return items
