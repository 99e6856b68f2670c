"""Addresses under /uchast/komentari/."""

app_name = "comments"
urlpatterns = []
