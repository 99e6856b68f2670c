"""A member of staff's own settings of the admin. Names, addresses and passwords are changed in the cabinet."""

from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView


class OwnAccount(AccountView):
    """Wagtail's page without its first and last name, which our people do not have apart."""

    page_title = _("Account")

    def get_panels(self):
        """Leave out the panel of names."""
        return [panel for panel in super().get_panels() if panel.name != "name_email"]


own_account = never_cache(require_admin_access(OwnAccount.as_view()))
