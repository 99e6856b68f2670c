"""Addresses of a person's own pages, below `/kabinet/`."""

from django.urls import path

from . import views

app_name = "accounts"
urlpatterns = [
    path("", views.Cabinet.as_view(), name="cabinet"),
    path("profil/", views.Profile.as_view(), name="profile"),
    path("moi-dani/", views.MyData.as_view(), name="my_data"),
    path("moi-dani/zavantazhyty/", views.download, name="download"),
    path("moi-dani/vydalyty/", views.Erase.as_view(), name="erase"),
    path("moi-dani/vydaleno/", views.Erased.as_view(), name="erased"),
    path("druhyi-faktor/", views.SecondFactor.as_view(), name="second_factor"),
]
