"""Registers our screens in the Wagtail admin."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .staff import people, places, residents


class ResidentsMenuItem(MenuItem):
    """Shown to those who check documents."""

    def is_shown(self, request):
        """Whether the person may check documents."""
        return request.user.has_perm(residents.RIGHT)


@hooks.register("register_admin_menu_item")
def residents_menu_item():
    """The desk's list of residents."""
    return ResidentsMenuItem(_("Residents"), reverse("residents"), icon_name="user", order=250)


@hooks.register("register_admin_urls")
def admin_urls():
    """Addresses of the desk."""
    return residents.urlpatterns


@hooks.register("register_admin_viewset")
def places_viewset():
    """Units, settlements, districts."""
    return places.CommunityGroup()


for action in people.CLOSED_BULK_ACTIONS:
    hooks.register("register_bulk_action", action, order=1000)
