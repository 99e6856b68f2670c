"""What the register adds to Wagtail's admin."""

from wagtail import hooks
from wagtail_modeladmin.options import modeladmin_register

from casework.admin import CaseInbox
from casework.staff import urls
from casework.staff.menu import reception_item
from casework.staff.panels import add_panel

modeladmin_register(CaseInbox)
hooks.register("register_admin_urls", lambda: urls.urlpatterns)
hooks.register("register_admin_menu_item", reception_item)
hooks.register("construct_homepage_panels", add_panel)
