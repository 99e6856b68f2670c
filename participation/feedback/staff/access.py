"""Who may open the screens of summaries, and which summaries exist for them."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from participation.feedback.models import Summary
from participation.feedback.rules import NotAllowed, may_choose_cases, may_compose

LARGEST_ID = 2**63 - 1


def within_reach(key):
    """A row's key that the database can compare. Raises Http404 for a larger one."""
    if key > LARGEST_ID:
        raise Http404
    return key


def summary_for(user, pk):
    """The summary `pk`, if it exists for `user`. Raises Http404."""
    summaries = Summary.objects.workable_by(user).select_related("unit", "composed_by")
    return get_object_or_404(summaries, pk=within_reach(pk))


def for_composers(view):
    """Close a view to staff who do not compose summaries."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not may_compose(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def on_summary(view):
    """Call `view(request, summary, …)` instead of `view(request, pk, …)`; what is not this person's is not found."""

    @for_composers
    @wraps(view)
    def found(request, pk, **kwargs):
        return view(request, summary_for(request.user, pk), **kwargs)

    return found


def on_draft(view):
    """The same for a draft; when it went on meanwhile, the person is told so and led to its screen."""

    @on_summary
    @wraps(view)
    def found(request, summary, **kwargs):
        try:
            if summary.is_editable:
                return view(request, summary, **kwargs)
        except NotAllowed as refusal:  # it went on while the verb waited for its turn
            messages.error(request, str(refusal))
            return redirect("feedback_staff:screen", summary.pk)
        messages.error(request, _("This can no longer be done: the summary has moved on."))
        return redirect("feedback_staff:screen", summary.pk)

    return found


def for_readers_of_cases(view):
    """Close a view to those who write summaries without reading what residents sent."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not may_choose_cases(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
