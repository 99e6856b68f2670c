"""Addresses under /uchast/komentari/."""

from django.urls import path

from participation.comments import views

app_name = "comments"
urlpatterns = [
    path("<int:pk>/", views.comment, name="comment"),
]
