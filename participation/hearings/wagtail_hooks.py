"""Registers the screens of hearings in the Wagtail admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from casework.staff.access import works_cases
from participation.hearings.staff import urls


class HearingsItem(MenuItem):
    """«Слухання» in the menu of those who work with cases."""

    def is_shown(self, request):
        """Whether this person works with cases."""
        return works_cases(request.user)


@hooks.register("register_admin_urls")
def hearing_addresses():
    """Put the screens under /admin/slukhannia/."""
    return [path("slukhannia/", include(urls))]


@hooks.register("register_admin_menu_item")
def hearing_menu_item():
    """Put them into the menu."""
    return HearingsItem(_("Hearings"), reverse("hearings_staff:index"), icon_name="group", order=231)
