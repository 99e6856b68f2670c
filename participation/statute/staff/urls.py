"""Addresses under /admin/statut/."""

from django.urls import path

from participation.statute.staff import views

app_name = "statute_staff"
urlpatterns = [
    path("", views.index, name="index"),
    path("chyslo/<slug:key>/", views.number, name="number"),
    path("chyslo/<slug:key>/novyi/", views.create, name="create"),
    path("riadok/<int:pk>/", views.edit, name="edit"),
    path("riadok/<int:pk>/vydalyty/", views.delete, name="delete"),
]
