"""The staff's addresses, under /admin/slukhannia/."""

from django.urls import path

from participation.hearings.staff import content, door, protocol, running, screens

app_name = "hearings_staff"
urlpatterns = [
    path("", screens.index, name="index"),
    path("kvytok/<slug:code>/", door.door, name="door"),
    path("<int:pk>/", screens.file, name="file"),
    path("<int:pk>/poriadok/", content.agenda, name="agenda_add"),
    path("<int:pk>/poriadok/<int:item>/", content.agenda, name="agenda"),
    path("<int:pk>/dokumenty/", content.document, name="document_add"),
    path("<int:pk>/povidomlennia/", content.proof, name="proof_add"),
    path("<int:pk>/holosuvannia/", content.vote, name="vote_add"),
    path("<int:pk>/<slug:part>/<int:item>/vyluchyty/", content.remove, name="remove"),
    path("<int:pk>/mistsia/", content.places, name="places"),
    path("<int:pk>/mistsia/vidkryty/", door.release, name="release"),
    path("<int:pk>/uchasnyky/", door.people, name="people"),
    path("<int:pk>/uchasnyky/spysok.csv", door.export, name="export"),
    path("<int:pk>/uchasnyky/novyi/", door.walk_in, name="walk_in"),
    path("<int:pk>/uchasnyky/<int:registration>/<slug:verb>/", door.act, name="person"),
    path("<int:pk>/zasidannia/", running.run, name="run"),
    path("<int:pk>/zasidannia/<slug:verb>/", running.act, name="act"),
    path("<int:pk>/zasidannia/<slug:verb>/<int:turn>/", running.act, name="turn"),
    path("<int:pk>/protokol/", protocol.preview, name="protocol"),
    path("<int:pk>/protokol.docx", protocol.docx, name="protocol_docx"),
]
