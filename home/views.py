"""What robots read: which addresses exist and which they should leave alone."""

from django.contrib.sitemaps import views as sitemap_views
from django.http import HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from home.sitemap import SITEMAPS

# Pages of one person's own matters; nothing there is secret without its code, but no search engine should list it.
PRIVATE = ("/admin/", "/django-admin/", "/kabinet/", "/oblikovyi-zapys/", "/sprava/", "/vyhliad/")


@require_safe
@cache_control(public=True, max_age=86400)
def favicon(request):
    """Where browsers look for the mark when a page does not name it."""
    return redirect(static("favicon.ico"))


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request):
    """Rules for robots, in both languages."""
    lines = ["User-agent: *"]
    for address in PRIVATE:
        lines += [f"Disallow: {address}", f"Disallow: /en{address}"]
    lines += ["", f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=600)
def sitemap(request):
    """The index of maps: one for each section, split by thousands."""
    return sitemap_views.index(request, SITEMAPS, sitemap_url_name="sitemap-section")


@require_safe
@cache_control(public=True, max_age=600)
def sitemap_section(request, section):
    """One map."""
    return sitemap_views.sitemap(request, SITEMAPS, section=section)
