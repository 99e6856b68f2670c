"""Who keeps the handbook, and the links to it that every page carries."""

from django.utils.translation import gettext_lazy as _

from accounts.roles import Role, grant
from cms.addresses import page_address
from core.site import register_footer


def register():
    """Editors keep the phones, the head may also throw one away; pages of the handbook follow the rights of pages."""
    for role in (Role.EDITOR, Role.PRESS_OFFICER, Role.HEAD):
        grant(role, *(f"cms.{action}_usefulphone" for action in ("add", "change", "view")))
    grant(Role.HEAD, "cms.delete_usefulphone")
    heading = _("Advice")
    register_footer(60, heading, _("Life situations"), page_address("zhyttievi-sytuatsii"))
    register_footer(61, heading, _("Find my service"), page_address("znaity-posluhu"))
    register_footer(62, heading, _("Handbook"), page_address("dovidnyk"))
