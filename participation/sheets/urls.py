"""Addresses under /uchast/pidpysy/."""

from django.urls import path

from participation.sheets import pack_views, views

app_name = "sheets"
urlpatterns = [
    path("<int:pk>/", views.collection, name="collection"),
    path("<int:pk>/pidpysaty/", views.sign, name="sign"),
    path("<int:pk>/zabraty/", views.take_back, name="take_back"),
    path("<int:pk>/arkushi/", views.sheets, name="sheets"),
    path("<int:pk>/arkushi.pdf", views.sheets_file, name="sheets_file"),
    path("druk/<str:number>/", pack_views.index, name="pack"),
    path("druk/<str:number>/<slug:key>.pdf", pack_views.paper, name="paper"),
]
