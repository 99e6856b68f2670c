"""Addresses under /uchast/hrupy/."""

from django.urls import path

from participation.groups.views import calls, downloads, pages, recommendations, workspace

app_name = "groups"
MEETING = "<slug:slug>/zasidannia/<int:number>/"
urlpatterns = [
    path("", pages.BodyList.as_view(), name="list"),
    path("proponuvaty/", calls.ProposeView.as_view(), name="propose"),
    path("rekomendatsii/", recommendations.RecommendationList.as_view(), name="recommendations"),
    path("rekomendatsii/dani.csv", recommendations.as_csv, name="recommendations_csv"),
    path("rekomendatsii/dani.json", recommendations.as_json, name="recommendations_json"),
    path("<slug:slug>/", pages.body, name="body"),
    path("<slug:slug>/chleny.csv", downloads.members_csv, name="members_csv"),
    path("<slug:slug>/zasidannia.ics", downloads.body_calendar, name="body_ics"),
    path("<slug:slug>/nabir/", calls.call, name="call"),
    path("<slug:slug>/nabir/blank/", calls.blank, name="blank"),
    path("<slug:slug>/nabir/zaiavka/", calls.ApplyView.as_view(), name="apply"),
    path("<slug:slug>/zasidannia/", pages.meetings, name="meetings"),
    path(MEETING, pages.meeting, name="meeting"),
    path(f"{MEETING}zasidannia.ics", downloads.meeting_calendar, name="meeting_ics"),
    path(f"{MEETING}protokol.docx", downloads.minutes_docx, name="minutes_docx"),
    path(f"{MEETING}protokol.pdf", downloads.minutes_pdf, name="minutes_pdf"),
    path("<slug:slug>/fail/<int:pk>/", downloads.document, name="document"),
    path("<slug:slug>/kabinet/", workspace.workspace, name="workspace"),
    path("<slug:slug>/kabinet/<int:number>/", workspace.meeting, name="workspace_meeting"),
]
