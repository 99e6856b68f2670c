"""Addresses under /admin/moderatsiia/."""

from django.urls import path

from participation.moderation.staff import views

app_name = "moderation_staff"
urlpatterns = [
    path("", views.queue, name="queue"),
]
