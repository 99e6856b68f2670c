"""The switchboard of addresses."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.contrib import admin
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core.health import health

urlpatterns = [
    path("", include("home.urls")),
    path("health/", health, name="health"),
    path("anymail/", include("core.outbox.urls")),
    path("", include("accounts.entrance")),
    path("admin/", include(wagtailadmin_urls)),
    path("django-admin/", admin.site.urls),
    path("documents/", include(wagtaildocs_urls)),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]
urlpatterns += i18n_patterns(
    path("", include("core.urls")),
    path("", include("cms.urls")),
    path("oblikovyi-zapys/", include("allauth.urls")),
    path("sprava/", include("casework.urls")),
    path("kabinet/", include("accounts.urls")),
    path("zvernennia/", include("participation.inquiries.urls")),
    path("uchast/", include("participation.urls")),
    path("uchast/pidsumky/", include("participation.feedback.urls")),
    path("uchast/slukhannia/", include("participation.hearings.urls")),
    path("uchast/hrupy/", include("participation.groups.urls")),
    path("uchast/idei/", include("participation.ideas.urls")),
    path("uchast/proiekty/", include("participation.drafts.urls")),
    path("uchast/komentari/", include("participation.comments.urls")),
    path("uchast/moderatsiia/", include("participation.moderation.urls")),
    path("uchast/pidpysy/", include("participation.sheets.urls")),
    path("uchast/pidpysky/", include("participation.follows.urls")),
    path("", include("cms.paper.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)

handler400 = "core.views.bad_request"
