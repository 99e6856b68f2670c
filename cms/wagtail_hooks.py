"""Registers the staff screens of this package."""

from wagtail.snippets.models import register_snippet

from . import admin

register_snippet(admin.AlertViewSet)
register_snippet(admin.NewsTopicViewSet)
register_snippet(admin.ContentTagViewSet)
