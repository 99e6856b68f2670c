"""Views of the machinery: display switch, refusals and errors, the style guide."""

from dataclasses import asdict

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.display import Display, DisplayForm
from core.styleguide import samples


def came_from(request, posted):
    """The address of this site to return to, or the display page itself."""
    target = posted or request.META.get("HTTP_REFERER", "")
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        return target
    return reverse("display")


# It changes nothing but the look of the sender's own pages, and a token would make every public page private to caches.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def display(request):
    """Show the display choices; on POST keep them in a cookie and return to where the reader was."""
    current = Display.from_cookie(request.COOKIES.get(Display.cookie, ""))
    if request.method != "POST":
        form = DisplayForm(initial=asdict(current))
        return TemplateResponse(request, "core/display.html", {"form": form})
    form = DisplayForm(request.POST)
    if not form.is_valid():
        return TemplateResponse(request, "core/display.html", {"form": form}, status=422)
    answer = HttpResponseRedirect(came_from(request, request.POST.get("next", "")))
    answer.set_cookie(
        Display.cookie, str(form.chosen()), max_age=Display.age, samesite="Lax", secure=request.is_secure()
    )
    return answer


def styleguide(request):
    """Every component in every state: for developers and staff, not for the public."""
    if not (settings.DEBUG or getattr(settings, "STYLEGUIDE", False) or request.user.is_staff):
        raise Http404
    return render(request, "core/styleguide.html", samples(request))


def csrf_failure(request, reason=""):
    """Say that the form stayed open too long, and how to keep what was typed."""
    return render(request, "403_form.html", {"reason": reason if settings.DEBUG else ""}, status=403)


def bad_request(request, exception=None):
    """Answer 413 when too much was sent at once, 400 to any other request that cannot be read."""
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent | TooManyFieldsSent):
        return HttpResponse(render_to_string("413.html"), status=413)
    return HttpResponse(render_to_string("400.html"), status=400)
