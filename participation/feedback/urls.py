"""Addresses under /uchast/pidsumky/."""

from django.urls import path

from participation.feedback import views
from participation.feedback.feeds import SummaryFeed
from participation.feedback.public import consent, papers, subscription

app_name = "feedback"
urlpatterns = [
    path("", views.SummaryList.as_view(), name="list"),
    path("rss/", SummaryFeed(), name="feed"),
    path("pidpyska/", subscription.SubscribeView.as_view(), name="subscribe"),
    path("pidpyska/nadislano/", subscription.sent, name="subscribe_sent"),
    path("pidpyska/<str:token>/", subscription.confirm, name="confirm"),
    path("pidpyska/<str:token>/vidmova/", subscription.leave, name="leave"),
    path("zghoda/<str:token>/", consent.consent, name="consent"),
    path("foto/<int:pk>/", papers.photo, name="photo"),
    path("<slug:slug>/", views.SummaryDetail.as_view(), name="detail"),
    path("<slug:slug>/versiia-<int:version>/", views.SummaryDetail.as_view(), name="version"),
    path("<slug:slug>/dani.json", views.SummaryJson.as_view(), name="json"),
    path("<slug:slug>/dani.csv", views.SummaryCsv.as_view(), name="csv"),
    path("<slug:slug>/presa/", papers.press_page, name="press"),
    path("<slug:slug>/presa.txt", papers.press_text, name="press_text"),
    path("<slug:slug>/presa.docx", papers.press_docx, name="press_docx"),
    path("<slug:slug>/arkushi/", papers.leaflets, name="leaflets"),
    path("<slug:slug>/arkush/hromada.pdf", papers.leaflet_pdf, name="leaflet"),
    path("<slug:slug>/arkush/<int:place>.pdf", papers.leaflet_pdf, name="leaflet_of"),
]
