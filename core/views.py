"""Views of the machinery."""

from django.http import HttpResponseForbidden


def csrf_failure(request, reason=""):
    """Say that the form was open too long."""
    return HttpResponseForbidden()
