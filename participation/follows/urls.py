"""Addresses under /uchast/pidpysky/."""

from django.urls import path

from participation.follows import views

app_name = "follows"
urlpatterns = [
    path("", views.FollowedView.as_view(), name="list"),
    path("<str:number>/stezhyty/", views.start, name="follow"),
    path("<str:number>/ne-stezhyty/", views.stop, name="unfollow"),
]
