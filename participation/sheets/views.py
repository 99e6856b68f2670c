"""Public pages of collections."""

from django.http import Http404


def collection(request, pk):
    """A collection: what for, how many, the form."""
    raise Http404
