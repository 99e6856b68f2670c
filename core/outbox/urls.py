"""Addresses where the mail provider reports bounces and complaints: anymail's, open only when a secret protects them."""

from functools import wraps

from anymail import urls as anymail_urls
from anymail.exceptions import AnymailError
from django.conf import settings
from django.http import Http404, HttpResponseBadRequest
from django.urls import path

NOT_WHAT_A_PROVIDER_SENDS = (AnymailError, AttributeError, KeyError, LookupError, TypeError, ValueError)


def guarded(view):
    """Answer 404 without a secret, and 400 to what no provider sends."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        if not settings.ANYMAIL.get("WEBHOOK_SECRET"):
            raise Http404
        try:
            return view(request, *args, **kwargs)
        except NOT_WHAT_A_PROVIDER_SENDS:
            return HttpResponseBadRequest()

    return answer


app_name = "anymail"
urlpatterns = [
    path(str(webhook.pattern), guarded(webhook.callback), name=webhook.name)
    for webhook in anymail_urls.urlpatterns
    if "inbound" not in str(webhook.pattern)
]
