"""The register's own line in the admin's menu."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from casework.staff.access import channels_for


class ReceptionItem(MenuItem):
    """Shown to whoever may file for other people."""

    def is_shown(self, request):
        """Only for the desk, the head and officials who register papers."""
        return bool(channels_for(request.user))


def reception_item():
    """The line «Прийом заявника»."""
    return ReceptionItem(
        _("Reception desk"), reverse("casework_staff:reception"), name="pryiom", icon_name="user", order=60
    )
