"""Addresses under /uchast/komentari/."""

from django.urls import path

from participation.comments import views

app_name = "comments"
urlpatterns = [
    path("rozmova/<int:pk>/", views.write, name="write"),
    path("rozmova/<int:pk>/vidpovid/<int:parent>/", views.write, name="answer"),
    path("<int:pk>/", views.comment, name="comment"),
    path("<int:pk>/zminyty/", views.edit, name="edit"),
    path("<int:pk>/zabraty/", views.withdraw, name="withdraw"),
    path("<int:pk>/istoriia/", views.history, name="history"),
]
