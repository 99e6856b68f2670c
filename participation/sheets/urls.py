"""Addresses under /uchast/pidpysy/."""

app_name = "sheets"
urlpatterns = []
