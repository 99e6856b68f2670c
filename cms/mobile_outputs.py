"""The schedule of the mobile centre for machines: a calendar to follow (iCalendar) and a feed of changes (RSS)."""

from datetime import datetime, timedelta

from django.apps import apps
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.calendars import CANCELLED, CONFIRMED, KYIV, TENTATIVE, Entry, calendar_answer
from core.text import clean_text

BACK = timedelta(days=60)
ITEMS = 50
STATUS = {"planned": TENTATIVE, "confirmed": CONFIRMED, "moved": CANCELLED, "cancelled": CANCELLED}


def calendar_of(index, listing, request):
    """The answer with the calendar: visits of the last two months and all to come, one event for each stop.

    Raises Http404 for a query that is not understood.
    """
    if not listing.is_understood:
        raise Http404
    entries, name = _entries(index, listing, request), title_of(index, listing)
    return calendar_answer(name, entries, request=request, room="mobile centre", filename="mobilnyi-tsnap")


def _entries(index, listing, request):
    for visit in listing.visits.filter(day__gte=listing.today - BACK):
        for stop in visit.stops.all():
            if listing.settlement is None or stop.settlement_id == listing.settlement.pk:
                yield _entry(index, visit, stop, request)


def _entry(index, visit, stop, request):
    return Entry(
        uid=f"mobile-stop-{stop.pk}",
        summary=_summary(index, visit, stop),
        starts=datetime.combine(visit.day, stop.arrives, KYIV),
        ends=datetime.combine(visit.day, stop.leaves, KYIV),
        status=STATUS[visit.state],
        sequence=visit.version,
        changed_at=visit.updated_at,
        location=f"{stop.settlement}, {stop.point}",
        description="\n".join(_details(visit, stop)),
        url=f"{index.get_full_url(request)}?settlement={stop.settlement_id}#vizyt-{visit.pk}",
    )


def _summary(index, visit, stop):
    text = f"{index.title}: {stop.settlement}"
    if visit.state in ("moved", "cancelled"):
        text = f"{visit.get_state_display()}: {text}"
    return clean_text(text)


def _details(visit, stop):
    if visit.state == "moved":
        yield _("Moved to %(day)s") % {"day": format_date(visit.moved_to, "j E Y")}
    if visit.reason:
        yield _("Reason: %(reason)s") % {"reason": visit.reason}
    if stop.booking_phone:
        yield _("Phone for booking: %(phone)s") % {"phone": stop.booking_phone}
    missing = ", ".join(sorted(page.title for page in visit.not_available.all()))
    if missing:
        yield _("Not available: %(services)s") % {"services": missing}
    yield from (text for text in (stop.note, visit.note) if text)


def title_of(index, listing):
    """The name of the schedule with the settlement."""
    return clean_text(f"{index.title}: {listing.settlement}" if listing.settlement else index.title)


def changes_feed_of(index, listing, request):
    """The answer with the feed. Raises Http404 for a query that is not understood."""
    if not listing.is_understood:
        raise Http404
    return ChangesFeed(index, listing)(request)


class ChangesFeed(Feed):
    """What was promised and what changed, the newest first."""

    item_guid_is_permalink = False

    def __init__(self, index, listing):
        """`index` is the MobileIndexPage, `listing` its MobileListing."""
        self.index = index
        self.listing = listing
        self.language = get_language()

    def title(self):
        """Name of the schedule and the settlement."""
        return _("%(title)s: changes") % {"title": title_of(self.index, self.listing)}

    def description(self):
        """The lead of the schedule."""
        return clean_text(self.index.lead or self.index.title)

    def link(self):
        """The schedule that the feed watches."""
        return self.index.get_url() + self.listing.narrow

    def items(self):
        """The newest changes."""
        found = apps.get_model("cms.VisitChange").objects.select_related("visit__route").order_by("-changed_at", "-pk")
        if self.listing.settlement:
            found = found.filter(settlements=self.listing.settlement)
        return found[:ITEMS]

    def item_title(self, item):
        """The day of the visit and what was done."""
        return clean_text(f"{format_date(item.visit.day, 'j E Y')}: {item.get_kind_display()}")

    def item_description(self, item):
        """Before, after and why."""
        parts = []
        if item.before and item.after:
            parts.append(_("Before: %(text)s") % {"text": item.before})
        parts += [text for text in (item.after or item.before,) if text]
        if item.reason:
            parts.append(_("Reason: %(reason)s") % {"reason": item.reason})
        return clean_text("\n".join(parts))

    def item_link(self, item):
        """The visit in the table of its month."""
        return f"{self.index.get_url()}?settlement=&month={item.visit.day:%Y-%m}#vizyt-{item.visit_id}"

    def item_guid(self, item):
        """An identifier that never changes."""
        return f"visit-{item.visit_id}-{item.version}"

    def item_pubdate(self, item):
        """When it was changed."""
        return timezone.localtime(item.changed_at)
