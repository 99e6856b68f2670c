"""Addresses under /uchast/proiekty/."""

from django.urls import path

from participation.drafts import views

app_name = "drafts"
urlpatterns = [
    path("", views.index, name="list"),
    path("<slug:slug>/", views.document, name="document"),
    path("<slug:slug>/versiia-<int:version>/", views.document, name="version"),
    path("<slug:slug>/abzats/<str:label>/", views.paragraph, name="paragraph"),
    path("<slug:slug>/komentari/", views.whole, name="whole"),
    path("<slug:slug>/porivniannia/", views.compare, name="compare"),
    path("<slug:slug>/rishennia/", views.decisions, name="decisions"),
    path("<slug:slug>/rishennia.<str:kind>", views.decisions_file, name="decisions_file"),
    path("<slug:slug>/tekst.<str:kind>", views.document_file, name="file"),
    path("<slug:slug>/versiia-<int:version>.<str:kind>", views.document_file, name="version_file"),
]
