"""The staff's addresses of the register, under /admin/."""

from django.urls import include, path

from casework.staff import desk, quarantine, transitions, views

app_name = "casework_staff"
patterns = [
    path("sprava/<int:pk>/", views.case_view, name="case"),
    path("sprava/<int:pk>/druk/", views.print_view, name="print"),
    path("sprava/<int:pk>/hodynnyk/<int:clock>/", views.clock_view, name="clock"),
    path("sprava/<int:pk>/fail/<int:file>/", views.file_view, name="file"),
    path("sprava/<int:pk>/<slug:event>/", transitions.TransitionView.as_view(), name="transition"),
    path("pryiom/", desk.reception, name="reception"),
    path("pryiom/talon/<str:token>/", desk.slip_view, name="slip"),
    path("pryiom/<slug:procedure>/", desk.DeskView.as_view(), name="desk"),
    path("karantyn/zvilnyty/", quarantine.release_view, name="release"),
]
urlpatterns = [path("", include((patterns, app_name)))]
