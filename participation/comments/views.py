"""Pages of discussions."""

from django.http import Http404


def comment(request, pk):
    """One comment with its branch: where a link to a comment leads."""
    raise Http404
