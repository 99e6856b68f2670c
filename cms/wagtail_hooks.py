"""Registers the staff screens of this package."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from . import admin, site
from .staff import place_hooks

hooks.register("before_serve_page", site.remember_section)
register_snippet(admin.AlertViewSet)
register_snippet(admin.NewsTopicViewSet)
register_snippet(admin.ContentTagViewSet)
place_hooks.register()
