"""Puts the screens of places and of the mobile centre into the staff interface."""

from django.urls import include, path
from wagtail import hooks

from cms.staff import mobile, places, visits


def register():
    """Addresses and entries of the menu."""
    hooks.register("register_admin_urls", addresses)
    hooks.register("register_admin_menu_item", places.menu_item)
    hooks.register("register_admin_viewset", mobile.MobileGroup)


def addresses():
    """Below /admin/."""
    return [
        path("mistsia/", include((places.addresses(), "cms_places"))),
        path("vyizdy/", include((visits.addresses(), "cms_visits"))),
    ]
