"""Addresses under /admin/moderatsiia/."""

from django.urls import path

from participation.moderation.staff import views

app_name = "moderation_staff"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("razom/", views.many, name="many"),
    path("istoriia/", views.history, name="history"),
    path("istoriia/<slug:form>/", views.history_table, name="history_table"),
    path("oskarzhennia/<int:pk>/", views.answer, name="answer"),
    path("rishennia/<int:pk>/skasuvaty/", views.undo, name="undo"),
    path("<int:pk>/", views.screen, name="screen"),
]
