"""Registers the screens of collections in the Wagtail admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from casework.staff.access import works_cases
from participation.sheets.staff import urls


class VoicesItem(MenuItem):
    """«Підписи» in the menu of those who work with cases."""

    def is_shown(self, request):
        """Whether this person works with cases."""
        return works_cases(request.user)


@hooks.register("register_admin_urls")
def voices_addresses():
    """Put the screens under /admin/pidpysy/."""
    return [path("pidpysy/", include(urls))]


@hooks.register("register_admin_menu_item")
def voices_menu_item():
    """Put them into the menu."""
    return VoicesItem(_("Signatures"), reverse("sheets_staff:index"), icon_name="list-ol", order=232)
