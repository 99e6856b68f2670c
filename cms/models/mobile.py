"""The mobile centre (мобільний ЦНАП): routes, dated visits, stops."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Orderable

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


class MobileVisit(ClusterableModel):
    """One drive on one day."""

    route = models.ForeignKey(MobileRoute, models.PROTECT, related_name="visits", verbose_name=_("route"))
    day = models.DateField(_("day"), db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=VisitState, default=VisitState.PLANNED)
    reason = models.CharField(_("reason of the change"), max_length=250, blank=True)
    moved_to = models.DateField(_("moved to"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=250, blank=True)
    not_available = ParentalManyToManyField(
        "cms.ServicePage", blank=True, related_name="+", verbose_name=_("services not available")
    )

    panels = [
        FieldRowPanel([FieldPanel("route"), FieldPanel("day")]),
        FieldPanel("note"),
        InlinePanel("stops", label=_("stop"), heading=_("Stops"), min_num=1),
        FieldPanel("not_available"),
    ]

    class Meta:
        ordering = ["day", "pk"]
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
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
        ]

    def __str__(self):
        return f"{self.day}"


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

    panels = [
        FieldPanel("settlement"),
        FieldPanel("point"),
        FieldRowPanel([FieldPanel("arrives"), FieldPanel("leaves"), FieldPanel("seats")]),
        FieldPanel("booking_phone"),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
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
        return f"{self.settlement_id}: {self.point}"


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
