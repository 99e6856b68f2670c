"""Registers the screens of moderators in the Wagtail admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from participation.moderation.rules import may_moderate
from participation.moderation.staff import urls


class ModerationItem(MenuItem):
    """«Модерація» in the menu of moderators."""

    def is_shown(self, request):
        """Whether this person moderates."""
        return may_moderate(request.user)


@hooks.register("register_admin_urls")
def moderation_addresses():
    """Put the screens under /admin/moderatsiia/."""
    return [path("moderatsiia/", include(urls))]


@hooks.register("register_admin_menu_item")
def moderation_menu_item():
    """Put them into the menu."""
    return ModerationItem(_("Moderation"), reverse("moderation_staff:queue"), icon_name="warning", order=235)
