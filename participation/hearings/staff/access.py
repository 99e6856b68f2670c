"""Who may open the room's screens, and which hearings exist for them."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from casework.staff.access import works_cases
from core.query import MAX_ID
from participation.hearings.models import Hearing


def row_of(rows, pk):
    """The row `pk` of a queryset. Raises Http404, also for a key that no database can compare."""
    if not 0 < pk <= MAX_ID:
        raise Http404
    return get_object_or_404(rows, pk=pk)


def for_staff(view):
    """Close a view to those who do not work with cases."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not works_cases(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def on_hearing(view):
    """Call `view(request, hearing, …)` instead of `view(request, pk, …)`; what is not this person's is not found."""

    @for_staff
    @wraps(view)
    def found(request, pk, **kwargs):
        rows = Hearing.objects.workable_by(request.user).select_related("chair", "secretary", "unit", "settlement")
        return view(request, row_of(rows, pk), **kwargs)

    return found
