"""The hearing as a file for calendar programs."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from participation.hearings.ics import calendar_of
from participation.hearings.views.pages import shown_hearing


@require_safe
def event(request, number):
    """The one event. Raises Http404 before a date is appointed."""
    hearing = shown_hearing(number)
    if not hearing.starts_at:
        raise Http404
    body = calendar_of(hearing, name=settings.WAGTAIL_SITE_NAME)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="slukhannia-{hearing.pk}.ics"'
    return response
