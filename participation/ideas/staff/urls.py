"""Addresses under /admin/idei/."""

from django.urls import path

from participation.ideas.staff import views

app_name = "ideas_staff"
urlpatterns = [path("", views.index, name="index")]
