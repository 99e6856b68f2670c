"""The hub for machines: calendars to follow (iCalendar) and the feed of what opened (RSS)."""

from datetime import timedelta

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.calendars import CANCELLED, CONFIRMED, Entry, calendar_answer
from core.text import clean_text
from participation import openings
from participation.listing import HubListing

BACK, AHEAD = timedelta(days=60), timedelta(days=400)
ITEMS = 50


@require_safe
def calendar(request):
    """`/uchast/kalendar/podii.ics`: two months back and a year ahead. Raises Http404 for a query not understood.

    A program that follows a misspelt address must learn that, instead of getting everything.
    """
    listing = understood(request)
    rows = listing.wanted(openings.between(listing.now - BACK, listing.now + AHEAD))
    entries = (entry_of(row, request) for row in rows)
    name = titled(_("Participation: calendar"), listing)
    return calendar_answer(name, entries, request=request, room="participation", filename="podii")


def understood(request):
    """The listing of the query. Raises Http404."""
    listing = HubListing(request.GET)
    if not listing.is_understood:
        raise Http404
    return listing


def titled(title, listing):
    """The title with what was chosen."""
    return f"{title}: {listing.name}" if listing.name else title


def entry_of(row, request):
    """One Happening as an event of a calendar."""
    starts, ends = row.starts_at, row.ends_at
    if row.is_all_day:
        starts, ends = timezone.localdate(starts), row.day_after
        ends = ends if ends and ends > starts else None
    return Entry(
        uid=row.key,
        summary=summary_of(row),
        starts=starts,
        ends=ends,
        status=CANCELLED if row.is_cancelled else CONFIRMED,
        sequence=row.changes,
        changed_at=row.changed_at,
        location=location_of(row),
        description=str(row.kind_label),
        url=request.build_absolute_uri(row.url),
    )


def summary_of(row):
    """The title; what was called off says so in words too, because many programs show only the title."""
    return _("Called off: %(title)s") % {"title": row.title} if row.is_cancelled else str(row.title)


def location_of(row):
    """The place with the settlements that it does not name itself."""
    named = [str(place) for place in row.places if str(place) not in row.place]
    return ", ".join([*named, row.place] if row.place else named)


@require_safe
def feed(request):
    """`/uchast/rss/`: what opened. Raises Http404 for a query not understood."""
    return OpeningsFeed(understood(request))(request)


class OpeningsFeed(Feed):
    """What a resident can do now, what opened last at the top."""

    item_guid_is_permalink = False

    def __init__(self, listing):
        """`listing` is the HubListing of the query."""
        self.listing = listing

    def title(self):
        """The name with what was chosen."""
        return clean_text(titled(_("Participation: open now"), self.listing), single_line=True)

    def description(self):
        """What the feed brings."""
        return _("What residents can do now, by when, and how far their voice decides.")

    def link(self):
        """The hub with the same filters."""
        return reverse("participation:hub") + self.listing.narrow

    def items(self):
        """What is open; that whose beginning is not known stands last."""
        rows = self.listing.wanted(openings.open_now(self.listing.now))
        return sorted(rows, key=lambda row: row.since.timestamp() if row.since else 0, reverse=True)[:ITEMS]

    def item_title(self, item):
        """What it asks, and the title."""
        return clean_text(f"{item.asks}: {item.title}", single_line=True)

    def item_description(self, item):
        """Kind, settlements, term, step of the scale."""
        parts = [str(item.kind_label), ", ".join(map(str, item.places)) or _("The whole community")]
        if item.until:
            until = timezone.localtime(item.until)
            parts.append(_("Until %(moment)s") % {"moment": format_date(until, "j E Y, H:i")})
        return clean_text(". ".join([*filter(None, parts), str(item.engagement.label)]))

    def item_link(self, item):
        """Its page."""
        return item.url

    def item_guid(self, item):
        """One for each thing asked at an address; a new term is told anew."""
        until = f"{item.until:%Y%m%dT%H%M}" if item.until else ""
        return f"{settings.BASE_URL}{item.url}#{item.kind}:{until}:{item.asks}"

    def item_pubdate(self, item):
        """When it opened, if the room knows."""
        return item.since
