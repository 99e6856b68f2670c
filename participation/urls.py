"""The address of the hub, /uchast/."""

from django.urls import path

from participation import views

app_name = "participation"
urlpatterns = [path("", views.hub, name="hub")]
