"""Registers the screens of the statute in the Wagtail admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from participation.statute.services import may_keep
from participation.statute.staff import urls


class StatuteItem(MenuItem):
    """«Статут громади» in the menu of those who keep its numbers."""

    def is_shown(self, request):
        """Whether this person keeps the numbers."""
        return may_keep(request.user)


@hooks.register("register_admin_urls")
def statute_addresses():
    """Put the screens under /admin/statut/."""
    return [path("statut/", include(urls))]


@hooks.register("register_admin_menu_item")
def statute_menu_item():
    """Put them into the menu, beside the calendar."""
    return StatuteItem(_("Community statute"), reverse("statute_staff:index"), icon_name="clipboard-list", order=812)
