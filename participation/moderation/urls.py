"""Addresses under /uchast/moderatsiia/."""

from django.urls import path

from participation.moderation import views

app_name = "moderation"
urlpatterns = [
    path("", views.statistics, name="statistics"),
    path("skarha/<int:pk>/", views.report, name="report"),
    path("oskarzhennia/<int:pk>/", views.appeal, name="appeal"),
]
