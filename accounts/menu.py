"""The links of a person's own pages."""

from django.utils.translation import gettext_lazy as _

from core import site


def register():
    """Add the cabinet to the main menu and the links to the menu of the account."""
    site.register_navigation(60, _("Cabinet"), "accounts:cabinet")
    site.register_account(10, _("My cabinet"), "accounts:cabinet")
    site.register_account(20, _("My details"), "accounts:profile")
    site.register_account(30, _("E-mail address"), "account_email")
    site.register_account(40, _("Password"), "account_change_password")
    site.register_account(50, _("Second factor and passkeys"), "mfa_index")
    site.register_account(60, _("My data"), "accounts:my_data")
