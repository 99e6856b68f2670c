"""Addresses under /uchast/slukhannia/."""

app_name = "hearings"
urlpatterns = []
