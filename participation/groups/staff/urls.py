"""Addresses under /admin/hrupy/."""

from django.urls import path

from participation.groups.staff import bodies, meetings, people

app_name = "groups_staff"
MEETING = "zasidannia/<int:pk>/"
urlpatterns = [
    path("", bodies.index, name="index"),
    path("<int:pk>/", bodies.screen, name="screen"),
    path("<int:pk>/zaiavky.csv", bodies.applications_csv, name="applications_csv"),
    path("<int:pk>/chlen/", people.member, name="member_add"),
    path("<int:pk>/chlen/<int:member>/", people.member, name="member"),
    path("<int:pk>/chlen/<int:member>/prypynyty/", people.end_mandate, name="member_end"),
    path("<int:pk>/dostup/", people.grant, name="grant"),
    path("<int:pk>/dostup/<int:access>/zabraty/", people.revoke, name="revoke"),
    path("<int:pk>/dokument/", bodies.add_document, name="document_add"),
    path("<int:pk>/dokument/<int:document>/vydalyty/", bodies.delete_document, name="document_delete"),
    path("<int:pk>/zasidannia/", meetings.plan, name="plan"),
    path(MEETING, meetings.screen, name="meeting"),
    path(f"{MEETING}chernetka.docx", meetings.draft, name="draft"),
    path(f"{MEETING}pytannia/", meetings.question, name="question_add"),
    path(f"{MEETING}pytannia/<int:item>/", meetings.question, name="question"),
    path(f"{MEETING}pytannia/<int:item>/vydalyty/", meetings.delete_question, name="question_delete"),
    path(f"{MEETING}pytannia/<int:item>/rishennia/", meetings.decide, name="decide"),
    path(f"{MEETING}rekomendatsiia/", meetings.recommend, name="recommend_add"),
    path(f"{MEETING}rekomendatsiia/<int:row>/", meetings.recommend, name="recommend"),
    path(f"{MEETING}rekomendatsiia/<int:row>/vydalyty/", meetings.delete_recommendation, name="recommend_delete"),
]
