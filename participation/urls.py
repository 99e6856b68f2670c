"""Addresses of the hub under /uchast/."""

from django.urls import path

from participation import outputs, views

app_name = "participation"
urlpatterns = [
    path("", views.hub, name="hub"),
    path("kalendar/", views.calendar, name="calendar"),
    path("kalendar/podii.ics", outputs.calendar, name="ics"),
    path("rss/", outputs.feed, name="feed"),
    path("pravyla/", views.rules, name="rules"),
]
