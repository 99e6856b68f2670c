"""The case screen and its further pages: how a date was computed, print, files."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_safe

from casework.models import Clock
from casework.services.clocks import explain, law_of
from casework.staff.access import LARGEST_ID, for_case_workers, workable_case
from casework.staff.screen import case_screen, clock_lines
from core.audit import record
from core.uploads import serve


@require_safe
@for_case_workers
def case_view(request, pk):
    """One case with all its parts and exactly the buttons that the table allows."""
    case = workable_case(request.user, pk)
    return render(request, "casework/staff/case.html", case_screen(case, request))


@require_safe
@for_case_workers
def print_view(request, pk):
    """The same case on paper, without the frame of the admin."""
    case = workable_case(request.user, pk)
    return render(request, "casework/staff/case_print.html", case_screen(case, request))


@require_safe
@for_case_workers
def clock_view(request, pk, clock):
    """«Як пораховано дату»: every day of the count and why it counts, and the clocks that this one replaced."""
    case = workable_case(request.user, pk)
    row = get_object_or_404(Clock, pk=within_reach(clock), case=case.pk)
    ledger = [line for line in clock_lines(case, timezone.now()) if line["clock"].name == row.name]
    context = {"case": case, "clock": row, "due": explain(row), "law": law_of(row), "ledger": ledger}
    return render(request, "casework/staff/clock.html", context)


@require_GET
@for_case_workers
def file_view(request, pk, file):
    """Hand out one file of a case; the log says who read it."""
    case = workable_case(request.user, pk)
    stored = get_object_or_404(case.attachments, pk=within_reach(file))
    answer = serve(stored, download="pereglyad" not in request.GET)
    record(case, "core.file_read", user=request.user, data={"file": stored.pk})
    return answer


def within_reach(number):
    """An id that the database can compare. Raises Http404 for a larger one."""
    if number > LARGEST_ID:
        raise Http404
    return number
