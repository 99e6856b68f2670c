"""Addresses under /uchast/pidsumky/."""

from django.urls import path

from participation.feedback import views
from participation.feedback.feeds import SummaryFeed

app_name = "feedback"
urlpatterns = [
    path("", views.SummaryList.as_view(), name="list"),
    path("rss/", SummaryFeed(), name="feed"),
    path("<slug:slug>/", views.SummaryDetail.as_view(), name="detail"),
    path("<slug:slug>/versiia-<int:version>/", views.SummaryDetail.as_view(), name="version"),
    path("<slug:slug>/dani.json", views.SummaryJson.as_view(), name="json"),
    path("<slug:slug>/dani.csv", views.SummaryCsv.as_view(), name="csv"),
]
