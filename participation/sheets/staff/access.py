"""Who may open the screens of collections, and which exist for them."""

from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404

from casework.staff.access import for_case_workers
from core.query import MAX_ID
from participation.sheets.models import Collection, Record, Sheet


def _found(rows, pk):
    if pk > MAX_ID:
        raise Http404
    return get_object_or_404(rows, pk=pk)


def on_collection(view):
    """Call `view(request, collection, …)` instead of `view(request, pk, …)`; another unit's is not found."""

    @for_case_workers
    @wraps(view)
    def found(request, pk, **kwargs):
        collections = Collection.objects.workable_by(request.user).select_related("case")
        return view(request, _found(collections, pk), **kwargs)

    return found


def _under(model, *related):
    """The same for a row of `model` that belongs to a collection."""

    def decorator(view):
        @for_case_workers
        @wraps(view)
        def found(request, pk, **kwargs):
            collections = Collection.objects.workable_by(request.user).values("pk")
            rows = model.objects.filter(collection__in=collections).select_related("collection__case", *related)
            return view(request, _found(rows, pk), **kwargs)

        return found

    return decorator


on_sheet = _under(Sheet, "printed_by")
on_record = _under(Record, "settlement", "user", "sheet_row__sheet")
