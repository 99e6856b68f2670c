"""The register of leaflets: runs, points, what hangs where, notices for subscribers."""

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from cms.models import DistributionPoint, LeafletPlace, LeafletRun, RunState, SubscriberNotice

from .exporting import SafeExportMixin


def _day(name):
    """A date as people write it: leaflets carry dates, not “three days ago”."""
    return lambda row: date_format(getattr(row, name), "d.m.Y") if getattr(row, name) else ""


class RunFilters(WagtailFilterSet):
    """By what the row means today."""

    state = ChoiceFilter(label=_("State"), choices=RunState.choices, method="of_state")

    def of_state(self, queryset, name, value):
        """Runs of the chosen state."""
        return queryset.in_state(value)

    class Meta:
        model = LeafletRun
        fields = ["state"]


class RunIndexView(SafeExportMixin, generic.IndexView):
    """The register, with its sums above the list."""

    def get_base_queryset(self):
        """With the pages and with how many copies hang."""
        hanging = Q(places__replaced_on__isnull=True)
        rows = super().get_base_queryset().select_related("service")
        return rows.annotate(
            hanging=Sum("places__quantity", filter=hanging),
            points=Count("places__point", filter=hanging, distinct=True),
        )

    @cached_property
    def sums(self):
        """What the report says: runs and copies printed, runs outdated, points where outdated leaflets hang."""
        printed = LeafletRun.objects.printed().aggregate(runs=Count("pk"), copies=Sum("copies"), cost=Sum("cost"))
        old = LeafletPlace.objects.outdated().aggregate(points=Count("point", distinct=True), copies=Sum("quantity"))
        return [
            {"label": _("Print runs"), "value": printed["runs"]},
            {"label": _("Copies printed"), "value": printed["copies"] or 0},
            {
                "label": _("Outdated runs"),
                "value": LeafletRun.objects.outdated().count(),
                "url": f"{reverse('leaflet_runs:index')}?state={RunState.OUTDATED}",
            },
            {
                "label": _("Points with outdated leaflets"),
                "value": old["points"],
                "url": f"{reverse('leaflet_places:index')}?outdated=true",
                "tone": "bad" if old["points"] else "",
            },
        ]

    def get_context_data(self, **kwargs):
        """Add the sums."""
        return super().get_context_data(sums=self.sums, **kwargs)


def _state(run):
    return run.state.label


class RunViewSet(ModelViewSet):
    """Print runs."""

    model = LeafletRun
    icon = "doc-full"
    menu_label = _("Print runs")
    add_to_admin_menu = False
    copy_view_enabled = False
    index_view_class = RunIndexView
    index_results_template_name = "cms/paper/staff/runs.html"
    filterset_class = RunFilters
    search_fields = ["title", "note"]
    search_backend_name = None
    ordering = None
    list_per_page = 50
    list_display = [
        "title",
        Column("edition_on", label=_("Edition of"), accessor=_day("edition_on"), sort_key="edition_on"),
        StatusTagColumn("state", label=_("State"), accessor=_state, primary=lambda run: run.state == RunState.OUTDATED),
        Column("copies", label=_("Copies"), sort_key="copies"),
        Column("printed_on", label=_("Printed on"), accessor=_day("printed_on"), sort_key="printed_on"),
        Column("hanging", label=_("Hang now"), accessor=lambda run: run.hanging or 0),
        Column("points", label=_("Points")),
    ]
    list_export = [
        "title", "edition_on", "edition_number", "state.label", "copies", "printed_on", "cost", "hanging", "points", "note",
    ]  # fmt: skip
    export_headings = {"state.label": _("State"), "hanging": _("Hang now"), "points": _("Points")}
    export_filename = "leaflets"


class HangingFilters(WagtailFilterSet):
    """What must be replaced, what hangs, where."""

    outdated = BooleanFilter(label=_("Outdated, must be replaced"), method="only_outdated")

    def only_outdated(self, queryset, name, value):
        """Outdated leaflets that hang, or the others."""
        old = LeafletPlace.objects.outdated().values("pk")
        return queryset.filter(pk__in=old) if value else queryset.exclude(pk__in=old)

    class Meta:
        model = LeafletPlace
        fields = ["outdated", "point__kind", "point__settlement"]


class HangingIndexView(SafeExportMixin, generic.IndexView):
    """What hangs where."""

    def get_base_queryset(self):
        """With runs, pages and points."""
        return super().get_base_queryset().select_related("run__service", "point__settlement")


def _fate(row):
    if row.replaced_on:
        return _("taken down")
    return _("must be replaced") if row.run.is_outdated() else _("hangs")


class HangingViewSet(ModelViewSet):
    """Leaflets at points."""

    model = LeafletPlace
    icon = "pin"
    menu_label = _("What hangs where")
    copy_view_enabled = False
    index_view_class = HangingIndexView
    index_results_template_name = "cms/paper/staff/hanging.html"
    filterset_class = HangingFilters
    ordering = ["-since", "-pk"]
    list_per_page = 50
    list_display = [
        Column("run", label=_("Leaflet"), sort_key="run__title"),
        Column("point", label=_("Point"), sort_key="point__name"),
        Column("quantity", label=_("How many")),
        Column("since", label=_("Since"), accessor=_day("since"), sort_key="since"),
        StatusTagColumn(
            "fate", label=_("State"), accessor=_fate, primary=lambda row: not row.replaced_on and row.run.is_outdated()
        ),
        Column("replaced_on", label=_("Taken down on"), accessor=_day("replaced_on"), sort_key="replaced_on"),
    ]
    list_export = ["run", "point", "point.address", "point.contact", "quantity", "since", "replaced_on"]
    export_headings = {"point.address": _("Address"), "point.contact": _("Whom to call")}
    export_filename = "leaflets-at-points"


class PointIndexView(SafeExportMixin, generic.IndexView):
    """The register of points."""

    def get_base_queryset(self):
        """With settlements and with how many leaflets hang."""
        hanging = Count("leaflets", filter=Q(leaflets__replaced_on__isnull=True))
        return super().get_base_queryset().select_related("settlement").annotate(hanging=hanging)


class PointViewSet(ModelViewSet):
    """Distribution points."""

    model = DistributionPoint
    icon = "site"
    menu_label = _("Distribution points")
    copy_view_enabled = False
    index_view_class = PointIndexView
    index_results_template_name = "cms/paper/staff/points.html"
    list_filter = ["kind", "settlement", "is_active"]
    search_fields = ["name", "address"]
    search_backend_name = None
    ordering = ["settlement__order", "settlement__name", "name", "pk"]
    list_per_page = 50
    list_display = [
        "name",
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        Column("settlement", label=_("Settlement"), sort_key="settlement__name"),
        "address",
        Column("hanging", label=_("Hang now")),
    ]
    list_export = ["name", "get_kind_display", "settlement", "address", "contact", "hanging", "note"]
    export_headings = {"get_kind_display": _("Kind"), "hanging": _("Hang now")}
    export_filename = "distribution-points"


class NoticeViewSet(ModelViewSet):
    """Notices for subscribers."""

    model = SubscriberNotice
    icon = "mail"
    menu_label = _("Notices for subscribers")
    copy_view_enabled = False
    index_results_template_name = "cms/paper/staff/notices.html"
    list_filter = ["state"]
    ordering = ["-created_at", "-pk"]
    list_display = [
        "subject",
        Column("page", label=_("Page")),
        StatusTagColumn("get_state_display", label=_("State"), primary=lambda notice: notice.state == "ready"),
        DateColumn("created_at", label=_("Written"), sort_key="created_at"),
    ]


class PaperGroup(ViewSetGroup):
    """One entry of the menu for all of them."""

    menu_label = _("Leaflets")
    menu_name = "leaflets"
    menu_icon = "doc-full"
    menu_order = 260
    items = (
        RunViewSet("leaflet_runs"),
        HangingViewSet("leaflet_places"),
        PointViewSet("distribution_points"),
        NoticeViewSet("subscriber_notices"),
    )
