"""Registers the screens of drafts in the Wagtail admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from participation.drafts.staff import urls
from participation.drafts.staff.access import may_compose


class DraftsItem(MenuItem):
    """«Проєкти документів» in the menu of those who prepare them."""

    def is_shown(self, request):
        """Whether this person prepares drafts."""
        return may_compose(request.user)


@hooks.register("register_admin_urls")
def draft_addresses():
    """Put the screens under /admin/proiekty/."""
    return [path("proiekty/", include(urls))]


@hooks.register("register_admin_menu_item")
def draft_menu_item():
    """Put them into the menu."""
    return DraftsItem(_("Draft documents"), reverse("drafts_staff:index"), icon_name="doc-full", order=226)
