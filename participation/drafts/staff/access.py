"""Who may open the screens of drafts, and which documents exist for them."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache

from participation.drafts.models import Document
from participation.drafts.models.document import COMPOSERS

LARGEST_ID = 2**63 - 1


def may_compose(user):
    """Whether `user` prepares drafts at all."""
    return bool(user.is_authenticated and user.is_active and (user.is_superuser or user.has_role(*COMPOSERS)))


def for_composers(view):
    """Close a view to staff who do not prepare drafts."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not may_compose(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return never_cache(guarded)


def on_document(view):
    """Call `view(request, document, …)` instead of `view(request, pk, …)`; what is not this person's is not found."""

    @for_composers
    @wraps(view)
    def found(request, pk, **kwargs):
        documents = Document.objects.workable_by(request.user).select_related("current", "thread", "unit")
        return view(request, get_object_or_404(documents, pk=within_reach(pk)), **kwargs)

    return found


def within_reach(key):
    """A row's key that the database can compare. Raises Http404 for a larger one."""
    if key > LARGEST_ID:
        raise Http404
    return key
