"""Report “Coming and going”: which pages and alerts appear or disappear, day by day."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from cms.models import Alert

from . import choices
from .report import Report, ReportQuery

COMES, GOES = "comes", "goes"
WHAT = [(COMES, _("appears")), (GOES, _("disappears"))]


@dataclass(frozen=True)
class Event:
    """Something appears or disappears at a moment."""

    at: datetime
    what: str
    kind: object
    title: str
    address: str

    @property
    def what_words(self):
        """In words."""
        return dict(WHAT)[self.what]


def events(now):
    """What is still to come, the nearest first."""
    found = [*_of_pages(now), *_of_alerts(now)]
    return sorted(found, key=lambda event: (event.at, event.what, event.title, event.address))


def _of_pages(now):
    coming = Revision.page_revisions.filter(approved_go_live_at__gt=now).order_by("pk")
    for revision in coming.prefetch_related("content_object"):
        yield _page_event(revision.content_object, revision.approved_go_live_at, COMES)
        expire_at = revision.content.get("expire_at")
        if expire_at and not revision.content_object.live:
            yield _page_event(revision.content_object, datetime.fromisoformat(expire_at), GOES)
    for page in Page.objects.filter(live=True, expire_at__gt=now).order_by("pk"):
        yield _page_event(page, page.expire_at, GOES)


def _page_event(page, at, what):
    return Event(at, what, _("page"), page.title, reverse("wagtailadmin_pages:edit", args=[page.pk]))


def _of_alerts(now):
    for alert in Alert.objects.filter(Q(go_live_at__gt=now) | Q(expire_at__gt=now)).order_by("pk"):
        address = reverse("wagtailsnippets_cms_alert:edit", args=[alert.pk])
        for at, what in ((alert.go_live_at, COMES), (alert.expire_at, GOES)):
            if at > now:
                yield Event(at, what, _("alert"), alert.title, address)


class ScheduleQuery(ReportQuery):
    """Comes or goes."""

    what = choices.OneOf(label=_("What happens"), all_label=_("All"), choices=WHAT)


class ScheduleReport(Report):
    """The calendar as a list by days."""

    title = _("Coming and going")
    lead = _("Pages and alerts that appear or disappear by themselves.")
    empty = _("Nothing is scheduled.")
    filename = "schedule"
    form_class = ScheduleQuery
    template_name = "cms/staff/schedule.html"
    header = (_("When"), _("What happens"), _("Kind"), _("Title"))

    def rows(self, values):
        """Events to come."""
        return [event for event in events(timezone.now()) if values["what"] in ("", event.what)]

    def line(self, event):
        """The cells of the download."""
        return [event.at, event.what_words, event.kind, event.title]
