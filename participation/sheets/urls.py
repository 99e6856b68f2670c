"""Addresses under /uchast/pidpysy/."""

from django.urls import path

from participation.sheets import views

app_name = "sheets"
urlpatterns = [
    path("<int:pk>/", views.collection, name="collection"),
]
