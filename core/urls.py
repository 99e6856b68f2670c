"""Addresses of the machinery that a reader may meet."""

from django.urls import path

from core import views

urlpatterns = [
    path("vyhliad/", views.display, name="display"),
    path("styleguide/", views.styleguide, name="styleguide"),
]
