"""Units, settlements and starosta districts, kept by the administrator."""

from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from accounts.models import Settlement, StarostaDistrict, Unit

from .forms import SettlementForm


class DeleteUnused(generic.DeleteView):
    """Deletes only what nothing refers to, and says so otherwise."""

    def form_valid(self, form):
        """Delete, or lead back with the reason."""
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(
                self.request, _("“%(name)s” is in use by people or cases, so it is kept.") % {"name": self.object}
            )
            return redirect(self.get_success_url())


class UnitViewSet(ModelViewSet):
    """Units that answer cases."""

    model = Unit
    icon = "group"
    delete_view_class = DeleteUnused
    menu_label = _("Units")
    list_display = ["name", "short_name", "email", BooleanColumn("is_active", label=_("Works"), sort_key="is_active")]
    form_fields = ["name", "short_name", "email", "is_active", "order"]
    ordering = ["order", "name"]


class SettlementList(generic.IndexView):
    """The list names the district of each settlement."""

    def get_base_queryset(self):
        """Read the districts together with their settlements."""
        return super().get_base_queryset().select_related("district")


class SettlementViewSet(ModelViewSet):
    """Settlements of the community."""

    model = Settlement
    index_view_class = SettlementList
    icon = "site"
    delete_view_class = DeleteUnused
    menu_label = _("Settlements")
    list_display = ["name", "kind", "district", "population"]
    list_filter = ["kind", "district"]
    ordering = ["order", "name"]

    def get_form_class(self, for_update=False):
        """The form checks the code's shape."""
        return SettlementForm


class StarostaDistrictList(generic.IndexView):
    """The list names the starosta of each district."""

    def get_base_queryset(self):
        """Read the starostas together with their districts."""
        return super().get_base_queryset().select_related("starosta")


class StarostaDistrictViewSet(ModelViewSet):
    """Districts served by a starosta."""

    model = StarostaDistrict
    index_view_class = StarostaDistrictList
    icon = "user"
    delete_view_class = DeleteUnused
    menu_label = _("Starosta districts")
    list_display = ["name", "starosta"]
    form_fields = ["name", "starosta"]
    ordering = ["name"]


class CommunityGroup(ViewSetGroup):
    """One entry of the menu for all of them."""

    menu_label = _("Community")
    menu_icon = "home"
    menu_order = 800
    items = (UnitViewSet("units"), SettlementViewSet("settlements"), StarostaDistrictViewSet("starosta_districts"))
