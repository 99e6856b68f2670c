"""Registers the staff screens of this package."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from . import admin, site
from .staff import editors, handbook, kit, people, place_hooks, samples, services, sheets
from .staff.paper import PaperGroup

hooks.register("before_serve_page", site.remember_section)
register_snippet(admin.AlertViewSet)
register_snippet(admin.NewsTopicViewSet)
register_snippet(admin.ContentTagViewSet)
hooks.register("register_admin_viewset", services.ServicePageListing)
for snippet in services.SNIPPETS:
    register_snippet(snippet)
hooks.register("register_admin_viewset", PaperGroup)
kit.register()
sheets.register()
register_snippet(samples.SampleTopicViewSet)
hooks.register("register_admin_viewset", samples.SampleListingViewSet)
hooks.register("register_admin_urls", samples.urls)
hooks.register("register_page_header_buttons", samples.header_buttons)
for viewset in people.SNIPPETS:
    register_snippet(viewset)
hooks.register("register_admin_urls", people.staff_urls)
editors.connect()
register_snippet(handbook.HandbookGroup)
hooks.register("register_bulk_action", handbook.CheckedTodayBulkAction)
place_hooks.register()
