"""Addresses under /admin/proiekty/."""

from django.urls import path

from participation.drafts.staff import deciding, settling, views

app_name = "drafts_staff"
urlpatterns = [
    path("", views.index, name="index"),
    path("novyi/", views.create, name="create"),
    path("<int:pk>/", views.screen, name="screen"),
    path("<int:pk>/pro/", views.edit, name="edit"),
    path("<int:pk>/versiia/", views.add_version, name="add_version"),
    path("<int:pk>/versiia/<int:number>/", views.version, name="version"),
    path("<int:pk>/abzatsy/", settling.settle, name="settle"),
    path("<int:pk>/opryliudnyty/", views.publish, name="publish"),
    path("<int:pk>/konsultatsiia/", views.begin_consultation, name="consultation"),
    path("<int:pk>/komentari/", deciding.comments, name="comments"),
    path("<int:pk>/komentari/<int:comment>/", deciding.decide, name="decide"),
    path("<int:pk>/rishennia.<str:kind>", deciding.table_file, name="table_file"),
]
