"""Middleware: the content security policy, and a polite answer to hostile input."""

from csp.middleware import CSPMiddleware
from django.http import HttpResponseBadRequest

content_security_policy = CSPMiddleware


def hostile_input(get_response):
    """Answer 400 to an address that no database can hold (NUL bytes)."""

    def middleware(request):
        if "\x00" in request.path:
            return HttpResponseBadRequest()
        return get_response(request)

    return middleware
