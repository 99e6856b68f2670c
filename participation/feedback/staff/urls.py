"""Addresses under /admin/pidsumky/."""

from django.urls import path

from participation.feedback.staff import choosing, content, counting, proving, quotes, views

app_name = "feedback_staff"
THEME = "<int:pk>/tema/<int:theme>/"
QUOTE = f"{THEME}tsytaty/<int:quote>/"
MEASURE = "<int:pk>/tema/<int:theme>/zakhid/<int:measure>/"
urlpatterns = [
    path("", views.index, name="index"),
    path("novyi/", views.create, name="create"),
    path("<int:pk>/", views.screen, name="screen"),
    path("<int:pk>/pro/", views.edit, name="edit"),
    path("<int:pk>/vydalyty/", views.discard, name="discard"),
    path("<int:pk>/istoriia/", views.history, name="history"),
    path("<int:pk>/pereglyad/", views.preview, name="preview"),
    path("<int:pk>/krok/<slug:event>/", views.move, name="move"),
    path("<int:pk>/spravy/", choosing.cases, name="cases"),
    path("<int:pk>/rozklasty/", choosing.sort_cases, name="sort"),
    path("<int:pk>/tema/", content.theme, name="theme_add"),
    path("<int:pk>/tema/<int:theme>/", content.theme, name="theme"),
    path("<int:pk>/tema/<int:theme>/vyluchyty/", content.delete_theme, name="theme_delete"),
    path("<int:pk>/tema/<int:theme>/zakhid/", content.measure, name="measure_add"),
    path(MEASURE, content.measure, name="measure"),
    path(f"{MEASURE}vyluchyty/", content.delete_measure, name="measure_delete"),
    path(f"{MEASURE}stan/", content.report, name="report"),
    path(f"{MEASURE}foto/", proving.photos, name="photos"),
    path(f"{MEASURE}foto/<int:photo>/prybraty/", proving.drop, name="photo_drop"),
    path(f"{MEASURE}perevireno/", proving.verify, name="verify"),
    path(f"{THEME}tsytaty/", quotes.quotes, name="quotes"),
    path(f"{THEME}tsytaty/z/<int:case>/", quotes.choose, name="quote"),
    path(f"{QUOTE}zapytaty/", quotes.ask, name="quote_ask"),
    path(f"{QUOTE}vidpovid/", quotes.record_answer, name="quote_answer"),
    path(f"{QUOTE}prybraty/", quotes.drop, name="quote_drop"),
    path(f"{THEME}pidrakhunky/", counting.tallies, name="tallies"),
]
