"""Addresses of paper, before Wagtail's own."""

from django.urls import path

from . import views

app_name = "paper"
urlpatterns = [
    path("posluhy/<path:way>/lystivka.pdf", views.leaflet, name="leaflet"),
    path("posluhy/<path:way>/kartka.pdf", views.card, name="card"),
]
