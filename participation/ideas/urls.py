"""Addresses under /uchast/idei/."""

app_name = "ideas"
urlpatterns = []
