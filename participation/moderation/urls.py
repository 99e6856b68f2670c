"""Addresses under /uchast/moderatsiia/."""

from django.urls import path

from participation.moderation import views

app_name = "moderation"
urlpatterns = [
    path("", views.statistics, name="statistics"),
    path("moderatsiia.csv", views.statistics_csv, name="statistics_csv"),
    path("skarha/<int:pk>/", views.report, name="report"),
    path("oskarzhennia/<int:pk>/", views.appeal, name="appeal"),
]
