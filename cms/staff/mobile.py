"""Lists of routes and visits in the staff interface."""

from datetime import date

import django_filters
from django.forms import DateInput
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from accounts.models import Settlement
from cms.models import MobileRoute, MobileVisit, VisitState
from cms.place_rights import may_steer

MONTH_HELP = _("Any day of the month.")


class VisitFilter(WagtailFilterSet):
    """Route, month, state, settlement."""

    month = django_filters.DateFilter(label=_("Month"), method="of_month", widget=DateInput(attrs={"type": "date"}))
    settlement = django_filters.ModelChoiceFilter(
        label=_("Settlement"), queryset=Settlement.objects.order_by("order", "name", "pk"), method="of_settlement"
    )

    class Meta:
        model = MobileVisit
        fields = ["route", "state"]

    def of_month(self, queryset, name, day: date):
        """Visits of the month in which `day` lies."""
        return queryset.in_month(day.replace(day=1)) if day.year < date.max.year else queryset.none()

    def of_settlement(self, queryset, name, settlement):
        """Visits that stop there."""
        return queryset.filter(stops__settlement=settlement).distinct()


class VisitIndexView(IndexView):
    """The list with a way to the screen of each visit."""

    def get_base_queryset(self):
        """Fetch what a row prints together."""
        return super().get_base_queryset().select_related("route").prefetch_related("stops__settlement")

    def get_list_more_buttons(self, instance):
        """Put “confirm, move, cancel” first."""
        buttons = super().get_list_more_buttons(instance)
        if may_steer(self.request.user):
            address = reverse("cms_visits:screen", args=[instance.pk])
            buttons.insert(0, Button(_("Confirm, move, cancel"), url=address, icon_name="calendar", priority=1))
        return buttons


def settlements_of(visit):
    """Names of the settlements in the order of the drive."""
    return ", ".join(dict.fromkeys(str(stop.settlement) for stop in visit.stops.all()))


class MobileVisitViewSet(ModelViewSet):
    """Visits, the latest day first."""

    model = MobileVisit
    icon = "calendar"
    menu_label = _("Visits")
    index_view_class = VisitIndexView
    filterset_class = VisitFilter
    list_display = [
        "day",
        "route",
        Column("settlements", label=_("Settlements"), accessor=settlements_of),
        StatusTagColumn(
            "get_state_display",
            label=_("State"),
            primary=lambda visit: visit.state == VisitState.CONFIRMED,
            sort_key="state",
        ),
        "reason",
    ]
    ordering = ["-day", "-pk"]
    copy_view_enabled = False
    inspect_view_enabled = False


class MobileRouteViewSet(ModelViewSet):
    """Routes."""

    model = MobileRoute
    icon = "site"
    menu_label = _("Routes")
    list_display = ["name", "description", "is_active"]
    list_filter = ["is_active"]
    ordering = ["name"]
    copy_view_enabled = False


class MobileGroup(ViewSetGroup):
    """One entry of the menu for both."""

    menu_label = _("Mobile centre")
    menu_icon = "calendar-alt"
    menu_order = 261
    items = (MobileVisitViewSet("mobile_visits"), MobileRouteViewSet("mobile_routes"))
