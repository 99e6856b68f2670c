"""Addresses under /admin/pidpysy/."""

from django.urls import path

from participation.sheets.staff import keying, records, views

app_name = "sheets_staff"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/", views.screen, name="screen"),
    path("<int:pk>/druk/", views.print_sheets, name="print_sheets"),
    path("<int:pk>/arkushi.pdf", views.sheets_file, name="sheets_file"),
    path("<int:pk>/stiika/", views.desk, name="desk"),
    path("<int:pk>/zakryty/", views.close, name="close"),
    path("<int:pk>/tablytsia/", views.export, name="export"),
    path("<int:pk>/holosy/", records.records, name="records"),
    path("holos/<int:pk>/vykreslyty/", records.strike, name="strike"),
    path("holos/<int:pk>/povernuty/", records.restore, name="restore"),
    path("arkush/<int:pk>/", keying.key_in, name="key_in"),
    path("arkush/<int:pk>/skan/", keying.add_scan, name="add_scan"),
    path("skan/<int:pk>/", keying.scan, name="scan"),
]
