"""Registers the screens of advisory bodies in the Wagtail admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from casework.staff.access import works_cases
from participation.groups.staff import urls


class BodiesItem(MenuItem):
    """«Робочі групи» in the menu of those who work with cases."""

    def is_shown(self, request):
        """Whether this person works with cases."""
        return works_cases(request.user)


@hooks.register("register_admin_urls")
def body_addresses():
    """Put the screens under /admin/hrupy/."""
    return [path("hrupy/", include(urls))]


@hooks.register("register_admin_menu_item")
def body_menu_item():
    """Put them into the menu."""
    return BodiesItem(_("Working groups"), reverse("groups_staff:index"), icon_name="group", order=240)
