"""Addresses under /uchast/slukhannia/."""

from django.urls import path

from participation.hearings.views import calendar, lists, pages, protocol, taking_part

app_name = "hearings"
urlpatterns = [
    path("", lists.HearingList.as_view(), name="list"),
    path("initsiatyva/", taking_part.InitiativeView.as_view(), name="initiative"),
    path("kvytok/<slug:code>/", taking_part.ticket, name="ticket"),
    path("kvytok/<slug:code>/vidmova/", taking_part.cancel, name="cancel"),
    path("<str:number>/", pages.HearingDetail.as_view(), name="detail"),
    path("<str:number>/zapys/", taking_part.RegisterView.as_view(), name="register"),
    path("<str:number>/propozytsiia/", taking_part.ProposalView.as_view(), name="propose"),
    path("<str:number>/ekran/", pages.projector, name="projector"),
    path("<str:number>/podiia.ics", calendar.event, name="calendar"),
    path("<str:number>/fail/<int:pk>/", pages.public_file, name="file"),
    path("<str:number>/protokol/", protocol.page, name="protocol"),
    path("<str:number>/protokol.docx", protocol.docx, name="protocol_docx"),
    path("<str:number>/protokol.pdf", protocol.pdf, name="protocol_pdf"),
]
