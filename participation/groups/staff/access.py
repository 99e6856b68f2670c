"""Which bodies and meetings exist for a member of staff, and the pages that many screens share."""

from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404, render

from casework.staff.access import for_case_workers
from participation.groups.models import Body, GroupMeeting

LARGEST_ID = 2**63 - 1


def within_reach(key):
    """A row's key that the database can compare. Raises Http404 for a larger one."""
    if key > LARGEST_ID:
        raise Http404
    return key


def on_body(view):
    """Call `view(request, body, …)`; a body of another unit is not found."""

    @for_case_workers
    @wraps(view)
    def found(request, pk, **kwargs):
        rows = Body.objects.workable_by(request.user).select_related("unit", "assignee")
        keys = {name: within_reach(key) for name, key in kwargs.items()}
        return view(request, get_object_or_404(rows, pk=within_reach(pk)), **keys)

    return found


def on_meeting(*states):
    """Call `view(request, meeting, …)` for a meeting in one of `states` (any, when none is named)."""

    def wrapper(view):
        @for_case_workers
        @wraps(view)
        def found(request, pk, **kwargs):
            rows = GroupMeeting.objects.workable_by(request.user).select_related("group", "unit", "assignee")
            meeting = get_object_or_404(rows, pk=within_reach(pk))
            if states and meeting.state not in states:
                raise Http404
            return view(request, meeting, **{name: within_reach(key) for name, key in kwargs.items()})

        return found

    return wrapper


def form_page(request, form, title, back, *, about="", action=""):
    """Draw one form; errors make it 422."""
    context = {"form": form, "title": title, "back": back, "about": about, "action": action}
    return render(request, "groups/staff/form.html", context, status=422 if form.errors else 200)


def confirm_page(request, title, about, back):
    """Ask before something is taken away."""
    return render(request, "groups/staff/confirm.html", {"title": title, "about": about, "back": back})
