"""The list, filtered as asked, for spreadsheets and programs: what is public, without the names of people."""

import json
from datetime import date
from decimal import Decimal

from django.db.models import F
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from core.exports import stream_csv, stream_xlsx
from participation.ideas.listing import IdeasQuery
from participation.ideas.models import Idea

CHUNK = 500
NEEDED = ("text", "search_folded", "withdrawal_reason", "return_reason", "join_reason")


def exported(form):
    """The ideas of an export as dicts, read in pieces."""
    rows = Idea.objects.in_public_register().filter(pk__in=form.matching().order_by().values("pk"))
    rows = rows.annotate(voices=F("collection__voices"), comments=F("thread__comment_count"))
    rows = rows.select_related("settlement", "call", "joined_to").prefetch_related("tags")
    for idea in rows.defer(*NEEDED).order_by("-published_at", "-pk").iterator(chunk_size=CHUNK):
        yield {
            "number": idea.number,
            "call": idea.call.title,
            "title": idea.public_title,
            "text": idea.public_text,
            "tags": [tag.name for tag in idea.tags.all()],
            "settlement": idea.settlement.name if idea.settlement else "",
            "place": idea.place,
            "latitude": idea.latitude,
            "longitude": idea.longitude,
            "channel": idea.channel,
            "channel_label": str(idea.get_channel_display()),
            "published": timezone.localdate(idea.published_at),
            "state": idea.state,
            "state_label": str(idea.get_state_display()),
            "supports": idea.voices or 0,
            "comments": idea.comments or 0,
            "outcome": idea.outcome,
            "outcome_label": str(idea.get_outcome_display()),
            "decided": timezone.localdate(idea.decided_at) if idea.decided_at else None,
            "reason": idea.decision_reason,
            "joined_to": idea.joined_to.number if idea.joined_to else "",
        }


def header():
    """The columns of the table for people."""
    return {
        "number": gettext("Number"),
        "call": gettext("Call"),
        "title": gettext("Title"),
        "text": gettext("Text"),
        "tags": gettext("Tags"),
        "settlement": gettext("Settlement"),
        "place": gettext("Place"),
        "latitude": gettext("Latitude"),
        "longitude": gettext("Longitude"),
        "channel_label": gettext("Channel"),
        "published": gettext("Published"),
        "state_label": gettext("State"),
        "supports": gettext("Supports"),
        "comments": gettext("Comments"),
        "outcome_label": gettext("Outcome"),
        "decided": gettext("Decided on"),
        "reason": gettext("Reason"),
        "joined_to": gettext("Joined to"),
    }


def table(request):
    """The header and the rows of the table that was asked for."""
    columns, form = header(), IdeasQuery.read(request.GET)
    return list(columns.values()), ([row[name] for name in columns] for row in exported(form))


@require_safe
def as_csv(request):
    """CSV."""
    return stream_csv("idei", *table(request))


@require_safe
def as_xlsx(request):
    """XLSX."""
    return stream_xlsx("idei", *table(request))


def plain(value):
    """What json can write: days as ISO, degrees as numbers."""
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


@require_safe
def as_json(request):
    """JSON with stable keys."""
    form = IdeasQuery.read(request.GET)

    def pieces():
        yield '{"ideas": ['
        for number, row in enumerate(exported(form)):
            yield (",\n" if number else "\n") + json.dumps({key: plain(value) for key, value in row.items()}, ensure_ascii=False)
        yield "\n]}\n"

    response = StreamingHttpResponse(pieces(), content_type="application/json; charset=utf-8")
    response["X-Content-Type-Options"] = "nosniff"
    return response
