"""The queue."""

from django.http import Http404


def queue(request):
    """Everything that waits."""
    raise Http404
