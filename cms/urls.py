"""Public addresses of publishing that are not pages of the tree."""

from django.urls import path

from cms.public import alerts, drafts, opinions, tags, twins

app_name = "cms"

urlpatterns = [
    path("mitky/<slug:slug>/", tags.tag, name="tag"),
    path("spovishchennia/<int:pk>/skhovaty/", alerts.hide, name="hide_alert"),
    path("storinka/<int:pk>/vidhuk/", opinions.OpinionView.as_view(), name="opinion"),
    path("storinka/<int:pk>/bez-perekladu/", twins.no_twin, name="no_twin"),
    path("chernetka/<str:token>/", drafts.draft, name="draft"),
    path("chernetka/<str:token>/zmist/", drafts.contents, name="draft_contents"),
    path("chernetka/<str:token>/<int:pk>/", drafts.draft, name="draft_below"),
]
