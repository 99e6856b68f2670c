"""Addresses under /uchast/idei/."""

from django.urls import path

from participation.ideas.views import acting, calls, downloads, drafts, idea, intake, listing

app_name = "ideas"
urlpatterns = [
    path("", listing.ListView.as_view(), name="list"),
    path("mistsia/", listing.PlacesView.as_view(), name="places"),
    path("nova/", intake.NewView.as_view(), name="new"),
    path("skhozhi/", intake.similar_part, name="similar"),
    path("zaklyky/", calls.CallsView.as_view(), name="calls"),
    path("zaklyky/<slug:slug>/", calls.CallView.as_view(), name="call"),
    path("dani.csv", downloads.as_csv, name="csv"),
    path("dani.xlsx", downloads.as_xlsx, name="xlsx"),
    path("dani.json", downloads.as_json, name="json"),
    path("chernetka/<str:number>/", drafts.DraftView.as_view(), name="draft"),
    path("chernetka/<str:number>/nadislaty/", drafts.send, name="send"),
    path("<str:number>/", idea.IdeaView.as_view(), name="idea"),
    path("<str:number>/istoriia/", idea.HistoryView.as_view(), name="history"),
    path("<str:number>/fail/<int:pk>/", idea.public_file, name="file"),
    path("<str:number>/pidtrymaty/", acting.support, name="support"),
    path("<str:number>/zabraty-pidtrymku/", acting.take_back, name="take_back"),
    path("<str:number>/spivavtory/", acting.CoAuthorsView.as_view(), name="co_authors"),
    path("<str:number>/zaproshennia/", acting.answer, name="answer_invitation"),
    path("<str:number>/redahuvaty/", acting.EditView.as_view(), name="edit"),
]
