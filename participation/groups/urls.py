"""Addresses under /uchast/hrupy/."""

app_name = "groups"
urlpatterns = []
