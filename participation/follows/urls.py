"""Addresses under /uchast/pidpysky/."""

app_name = "follows"
urlpatterns = []
