"""Addresses under /admin/pidsumky/."""

from django.urls import path

from participation.feedback.staff import views

app_name = "feedback_staff"
urlpatterns = [
    path("", views.index, name="index"),
    path("novyi/", views.create, name="create"),
    path("<int:pk>/", views.screen, name="screen"),
    path("<int:pk>/pro/", views.edit, name="edit"),
    path("<int:pk>/spravy/", views.cases, name="cases"),
    path("<int:pk>/rozklasty/", views.sort_cases, name="sort"),
    path("<int:pk>/pereglyad/", views.preview, name="preview"),
    path("<int:pk>/tema/", views.theme, name="theme_add"),
    path("<int:pk>/tema/<int:theme>/", views.theme, name="theme"),
    path("<int:pk>/tema/<int:theme>/vyluchyty/", views.delete_theme, name="theme_delete"),
    path("<int:pk>/tema/<int:theme>/zakhid/", views.measure, name="measure_add"),
    path("<int:pk>/tema/<int:theme>/zakhid/<int:measure>/", views.measure, name="measure"),
    path("<int:pk>/tema/<int:theme>/zakhid/<int:measure>/vyluchyty/", views.delete_measure, name="measure_delete"),
    path("<int:pk>/tema/<int:theme>/zakhid/<int:measure>/stan/", views.report, name="report"),
    path("<int:pk>/krok/<slug:event>/", views.move, name="move"),
]
