"""Public pages: reporting, appealing, statistics."""

from django.http import Http404


def statistics(request):
    """`/uchast/moderatsiia/`."""
    raise Http404


def report(request, pk):
    """Report words."""
    raise Http404


def appeal(request, pk):
    """Appeal a decision."""
    raise Http404
