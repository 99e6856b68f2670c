"""What the print pack says of a call for members and of a meeting: poster, large print, notice for the village board."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from participation.sheets.pack import PrintItem


def of_body(body):
    """The open call of a body, else the body itself; nothing of a body that is not public."""
    if not body.is_public:
        return None
    call = body.calls.accepting().first()
    facts = {
        "title": body.name,
        "lead": body.purpose,
        "kicker": body.get_kind_display(),
        "contact": body.public_contact,
    }
    if call is None:
        return PrintItem(url=body.get_absolute_url(), ground=body.founding_act, **facts)
    return PrintItem(
        url=reverse("groups:call", args=[body.slug]),
        when=_("Apply by %(day)s") % {"day": date_format(call.closes_on, "j E Y")},
        call=_("Call for members"),
        points=tuple(line for line in call.criteria.splitlines() if line.strip()),
        ground=body.founding_act,
        **facts,
    )


def of_meeting(meeting):
    """An announced meeting with its agenda."""
    if not meeting.is_shown:
        return None
    return PrintItem(
        title=meeting.public_title,
        lead=meeting.group.purpose,
        url=meeting.get_absolute_url(),
        when=date_format(localtime(meeting.starts_at), "j E Y, H:i"),
        where=meeting.place or meeting.online_url,
        contact=meeting.group.public_contact,
        kicker=_("Meeting of an advisory body"),
        points=tuple(item.title for item in meeting.items.all()),
        ground=meeting.group.founding_act,
    )
