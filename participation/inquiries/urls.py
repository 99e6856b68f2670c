"""The room's addresses, under /zvernennia/."""

from django.urls import path

from participation.inquiries.views import feeds, intake, pages, register

app_name = "inquiries"
urlpatterns = [
    path("", pages.HubView.as_view(), name="hub"),
    path("zapyt/", intake.RequestView.as_view(), name="request"),
    path("zapyt/blank/", pages.BlankView.as_view(), name="request_blank"),
    path("zapyt/zrazok/", pages.SampleView.as_view(), name="request_sample"),
    path("propozytsiia/", intake.SuggestionView.as_view(), name="suggestion"),
    path("reiestr/", register.RegisterView.as_view(), name="register"),
    path("reiestr/dani.csv", register.as_csv, name="register_csv"),
    path("reiestr/dani.json", register.as_json, name="register_json"),
    path("reiestr/rss/", feeds.RegisterFeed(), name="register_feed"),
    path("reiestr/<str:number>/", register.DetailView.as_view(), name="detail"),
    path("reiestr/<str:number>/perehliad/", register.PreviewView.as_view(), name="preview"),
    path("reiestr/<str:number>/fail/<int:pk>/", register.public_file, name="public_file"),
]
