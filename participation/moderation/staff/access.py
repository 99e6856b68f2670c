"""Who may open the screens of moderation."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from core.query import MAX_ID
from participation.moderation.models import Appeal, Contribution, Decision
from participation.moderation.rules import may_moderate


def for_moderators(view):
    """Close a view to everybody else, and keep its pages out of shared caches."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not may_moderate(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return never_cache(guarded)


def contribution_at(pk):
    """The contribution `pk`. Raises Http404."""
    return get_object_or_404(Contribution.objects.select_related("author"), pk=min(pk, MAX_ID))


def decision_at(pk):
    """The decision `pk`. Raises Http404."""
    return get_object_or_404(Decision.objects.select_related("contribution__author"), pk=min(pk, MAX_ID))


def appeal_at(pk):
    """The appeal `pk`. Raises Http404."""
    rows = Appeal.objects.select_related("decision__contribution", "decision__actor", "author")
    return get_object_or_404(rows, pk=min(pk, MAX_ID))
