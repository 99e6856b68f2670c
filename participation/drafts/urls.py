"""Addresses under /uchast/proiekty/."""

app_name = "drafts"
urlpatterns = []
