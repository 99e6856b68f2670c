"""The applicant's addresses, under /sprava/."""

from django.urls import path

from casework.public import views

app_name = "casework"
urlpatterns = [
    path("", views.TrackView.as_view(), name="track"),
    path("talon/<str:token>/", views.ReceiptView.as_view(), name="receipt"),
    path("vhid/<str:token>/", views.LinkView.as_view(), name="link"),
    path("fail/<int:pk>/", views.attachment, name="attachment"),
    path("<str:number>/", views.CaseView.as_view(), name="case"),
    path("<str:number>/strok/<int:clock>/", views.clock_page, name="clock"),
    path("<str:number>/diia/<slug:event>/", views.ActView.as_view(), name="act"),
]
