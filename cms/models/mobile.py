"""The mobile centre (мобільний ЦНАП): routes, dated visits, stops, every change of what was confirmed."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Orderable

from cms.mobile_listing import MobileListing
from cms.mobile_outputs import calendar_of, changes_feed_of
from cms.visit_form import VisitForm

from .base import BasePage


class VisitState(models.TextChoices):
    """Where a visit stands."""

    PLANNED = "planned", _("planned")
    CONFIRMED = "confirmed", _("confirmed")
    MOVED = "moved", _("moved")
    CANCELLED = "cancelled", _("cancelled")


class MobileRoute(models.Model):
    """A route that the mobile centre drives again and again."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    description = models.TextField(_("description"), max_length=600, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)

    panels = [FieldPanel("name"), FieldPanel("description"), FieldPanel("is_active")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("route")
        verbose_name_plural = _("routes")

    def __str__(self):
        return self.name


class MobileVisitQuerySet(models.QuerySet):
    """Sentences about visits."""

    def standing(self):
        """Neither moved nor cancelled."""
        return self.filter(state__in=[VisitState.PLANNED, VisitState.CONFIRMED])

    def in_month(self, first_day):
        """Of the month that begins on `first_day`."""
        after = (first_day + timedelta(days=31)).replace(day=1)
        return self.filter(day__gte=first_day, day__lt=after)

    def for_reading(self):
        """Everything that a line prints, in a constant number of queries; by day, the key decides among equals."""
        return (
            self.select_related("route")
            .prefetch_related("stops__settlement", "not_available", "changes")
            .order_by("day", "route__name", "pk")
        )


class MobileVisit(ClusterableModel):
    """One drive on one day. What moves its state stands in `cms.mobile`; no form edits `state`."""

    route = models.ForeignKey(MobileRoute, models.PROTECT, related_name="visits", verbose_name=_("route"))
    day = models.DateField(_("day"), db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=VisitState, default=VisitState.PLANNED, editable=False)
    reason = models.CharField(_("reason of the change"), max_length=250, blank=True, editable=False)
    moved_to = models.DateField(_("moved to"), null=True, blank=True, editable=False)
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="replaced_by",
        verbose_name=_("instead of the visit"),
    )
    vehicle_note = models.CharField(
        _("about the vehicle"), max_length=200, blank=True, help_text=_("For example: a white minibus with a ramp.")
    )
    note = models.CharField(_("note"), max_length=250, blank=True)
    not_available = ParentalManyToManyField(
        "cms.ServicePage", blank=True, related_name="+", verbose_name=_("services not available")
    )
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    objects = models.Manager.from_queryset(MobileVisitQuerySet)()
    base_form_class = VisitForm

    panels = [
        FieldRowPanel([FieldPanel("route"), FieldPanel("day")]),
        FieldPanel("vehicle_note"),
        FieldPanel("note"),
        InlinePanel("stops", label=_("stop"), heading=_("Stops"), min_num=1),
        FieldPanel("not_available", widget=CheckboxSelectMultiple),
        FieldPanel("change_reason"),
    ]

    class Meta:
        ordering = ["day", "pk"]
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        permissions = [("steer_mobilevisit", _("Can confirm, move and cancel visits"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["planned", "confirmed"]) | ~models.Q(reason=""),
                name="cms_visit_change_has_reason",
                violation_error_message=_("Say why the visit is cancelled or moved."),
            ),
            models.CheckConstraint(
                condition=models.Q(state="moved", moved_to__isnull=False) | ~models.Q(state="moved"),
                name="cms_visit_moved_has_day",
                violation_error_message=_("Say to which day the visit is moved."),
            ),
            models.UniqueConstraint(
                fields=["route", "day"],
                condition=models.Q(state__in=["planned", "confirmed"]),
                name="cms_visit_once_a_day",
                violation_error_message=_("The route already has a visit on this day."),
            ),
        ]

    def __str__(self):
        return f"{self.route}, {self.day:%d.%m.%Y}"

    @property
    def is_standing(self):
        """Whether the visit will take place as far as is known."""
        return self.state in (VisitState.PLANNED, VisitState.CONFIRMED)

    @property
    def is_published(self):
        """Whether readers were promised this visit, so that each change is told to them."""
        return self.version > 0

    @property
    def missing_titles(self):
        """Names of the services that are not available that day."""
        return sorted({service.title for service in self.not_available.all()})

    @property
    def last_change(self):
        """The latest change told to readers after the confirmation, or None."""
        told = [change for change in self.changes.all() if change.kind != ChangeKind.CONFIRMED]
        return max(told, key=lambda change: (change.version, change.pk), default=None)


class ChangeKind(models.TextChoices):
    """What was done to a visit."""

    CONFIRMED = "confirmed", _("confirmed")
    EDITED = "edited", _("details changed")
    MOVED = "moved", _("moved to another day")
    CANCELLED = "cancelled", _("cancelled")
    RESTORED = "restored", _("takes place after all")


class VisitChange(models.Model):
    """One change of a confirmed visit, kept for readers; nothing changes or deletes it."""

    visit = models.ForeignKey(MobileVisit, models.PROTECT, related_name="changes", verbose_name=_("visit"))
    version = models.PositiveIntegerField(_("version"))
    kind = models.CharField(_("what was done"), max_length=10, choices=ChangeKind)
    changed_at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("who")
    )
    before = models.TextField(_("before"), blank=True)
    after = models.TextField(_("after"), blank=True)
    reason = models.CharField(_("reason"), max_length=250, blank=True)
    settlements = models.ManyToManyField(
        "accounts.Settlement", blank=True, related_name="+", verbose_name=_("settlements it concerns")
    )

    class Meta:
        ordering = ["-changed_at", "-pk"]
        verbose_name = _("change of a visit")
        verbose_name_plural = _("changes of visits")
        constraints = [models.UniqueConstraint(fields=["visit", "version"], name="cms_visit_version_once")]

    def __str__(self):
        return f"{self.visit_id}, {self.version}: {self.get_kind_display()}"


class MobileStopQuerySet(models.QuerySet):
    """Sentences about stops."""

    def coming(self, moment=None):
        """Of standing visits, those that have not left yet at `moment`, the nearest first."""
        here = timezone.localtime(moment)
        later = models.Q(visit__day__gt=here.date()) | models.Q(visit__day=here.date(), leaves__gt=here.time())
        standing = self.filter(later, visit__state__in=[VisitState.PLANNED, VisitState.CONFIRMED])
        return standing.order_by("visit__day", "arrives", "pk")


class MobileStop(Orderable):
    """One stop of a visit."""

    visit = ParentalKey(MobileVisit, on_delete=models.CASCADE, related_name="stops")
    settlement = models.ForeignKey(
        "accounts.Settlement", models.PROTECT, related_name="+", verbose_name=_("settlement")
    )
    point = models.CharField(
        _("exact place"), max_length=200, help_text=_("For example: by the shop, 12 Shevchenka street.")
    )
    arrives = models.TimeField(_("arrives"))
    leaves = models.TimeField(_("leaves"))
    seats = models.PositiveSmallIntegerField(_("how many people can be served"), null=True, blank=True)
    booking_phone = models.CharField(_("phone for booking"), max_length=40, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    objects = models.Manager.from_queryset(MobileStopQuerySet)()

    panels = [
        FieldPanel("settlement"),
        FieldPanel("point"),
        FieldRowPanel([FieldPanel("arrives"), FieldPanel("leaves"), FieldPanel("seats")]),
        FieldPanel("booking_phone"),
        FieldPanel("note"),
    ]

    class Meta:
        ordering = ["sort_order", "arrives", "pk"]
        verbose_name = _("stop")
        verbose_name_plural = _("stops")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(leaves__gt=models.F("arrives")),
                name="cms_stop_leaves_after_arrival",
                violation_error_message=_("The departure must be later than the arrival."),
            )
        ]

    def __str__(self):
        return self.point

    @property
    def booking_href(self):
        """The address that a telephone dials."""
        return "tel:" + "".join(sign for sign in self.booking_phone if sign.isdigit() or sign == "+")

    @property
    def remarks(self):
        """Notes of the stop and of the whole visit."""
        return [text for text in (self.note, self.visit.note) if text]


class MobileIndexPage(RoutablePageMixin, BasePage):
    """The schedule of the mobile centre."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)
    rules_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page with the rules of home visits"),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        InlinePanel("home_visit_categories", label=_("category"), heading=_("Who is entitled to a visit at home")),
        FieldPanel("rules_page"),
    ]

    template = "cms/mobile_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms.StandardPage"]

    class Meta:
        verbose_name = _("schedule of the mobile centre")
        verbose_name_plural = _("schedules of the mobile centre")

    def visits(self):
        """All visits; the schedule is one for both languages."""
        return MobileVisit.objects.for_reading()

    def get_context(self, request, *args, **kwargs):
        """Add the schedule as the reader asked for it."""
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = MobileListing(self, request.GET, request.user)
        return context

    @path("kalendar/", name="calendar")
    def calendar(self, request):
        """Visits as a calendar that a phone can follow; `?settlement=` narrows it."""
        return calendar_of(self, MobileListing(self, request.GET, request.user), request)

    @path("rss/", name="rss")
    def rss(self, request):
        """Changes of confirmed visits; `?settlement=` narrows them."""
        return changes_feed_of(self, MobileListing(self, request.GET, request.user), request)


class HomeVisitCategory(Orderable):
    """A category of people to whom an administrator comes home."""

    index = ParentalKey(MobileIndexPage, on_delete=models.CASCADE, related_name="home_visit_categories")
    name = models.CharField(_("category"), max_length=250)
    evidence = models.CharField(_("what confirms it"), max_length=250, blank=True)

    panels = [FieldPanel("name"), FieldPanel("evidence")]

    class Meta(Orderable.Meta):
        verbose_name = _("category entitled to a home visit")
        verbose_name_plural = _("categories entitled to a home visit")

    def __str__(self):
        return self.name
