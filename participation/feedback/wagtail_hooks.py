"""Registers the screens of summaries in the Wagtail admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from participation.feedback.rules import may_compose
from participation.feedback.staff import urls


class SummariesItem(MenuItem):
    """«Підсумки» in the menu of those who compose them."""

    def is_shown(self, request):
        """Whether this person composes summaries."""
        return may_compose(request.user)


@hooks.register("register_admin_urls")
def summary_addresses():
    """Put the screens under /admin/pidsumky/."""
    return [path("pidsumky/", include(urls))]


@hooks.register("register_admin_menu_item")
def summary_menu_item():
    """Put them into the menu."""
    return SummariesItem(_("Summaries"), reverse("feedback_staff:index"), icon_name="doc-full", order=230)
