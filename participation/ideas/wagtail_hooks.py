"""Where the room shows itself in the admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from casework.staff.access import works_cases
from participation.ideas.admin import IdeasGroup
from participation.ideas.staff import urls

register_snippet(IdeasGroup)


class IdeasItem(MenuItem):
    """«Ідеї» in the menu of those who work with cases."""

    def is_shown(self, request):
        """Whether this person works with ideas."""
        return works_cases(request.user)


@hooks.register("register_admin_urls")
def idea_addresses():
    """Put the screens under /admin/idei/."""
    return [path("idei/", include(urls))]


@hooks.register("register_admin_menu_item")
def idea_menu_item():
    """Put them into the menu."""
    return IdeasItem(_("Ideas"), reverse("ideas_staff:index"), icon_name="pick", order=232)
