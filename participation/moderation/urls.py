"""Addresses under /uchast/moderatsiia/."""

app_name = "moderation"
urlpatterns = []
