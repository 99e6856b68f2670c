"""The screen on which a sheet is keyed in, and its scans."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework.staff.access import for_case_workers
from core import audit
from core.query import MAX_ID
from core.uploads.serving import serve_to
from participation.sheets import services
from participation.sheets.models import SheetScan
from participation.sheets.staff.access import on_sheet
from participation.sheets.staff.forms import ScanForm
from participation.sheets.staff.rows import lines_of, save_lines


@on_sheet
def key_in(request, sheet):
    """Type the rows of a sheet; every row is saved by itself, what is wrong stays open with its words."""
    if request.method != "POST":
        return page(request, sheet, lines_of(sheet, correcting=row_to_correct(request, sheet)))
    lines = lines_of(sheet, request.POST)
    done, left = save_lines(sheet, lines, actor=request.user)
    if done:
        states = [line.row.state for line in done]
        data = {"sheet": sheet.number, **{state: states.count(state) for state in sorted(set(states))}}
        audit.record(sheet.collection, "sheets.key_in", user=request.user, data=data)
        messages.success(request, summary(states))
    if left:
        messages.error(request, _("Some rows are not saved yet: look at the words beside them."))
        return page(request, sheet, lines, status=422)
    if not done:
        messages.error(request, _("Nothing was typed."))
    return redirect("sheets_staff:key_in", sheet.pk)


def summary(states):
    """One sentence on what was saved."""
    return _("Saved: counted %(counted)s, repeats %(duplicate)s, not counted %(refused)s.") % {
        state: states.count(state) for state in ("counted", "duplicate", "refused")
    }


def row_to_correct(request, sheet):
    """The keyed row that the operator opened anew, from a stranger's query."""
    asked = request.GET.get("row", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 and int(asked) <= sheet.rows else None


def page(request, sheet, lines, status=200):
    """Draw the table."""
    collection = sheet.collection
    context = {
        "sheet": sheet,
        "collection": collection,
        "lines": lines,
        "has_open_lines": any(line.form for line in lines),
        "takes_paper": collection.takes_paper(),
        "scans": list(sheet.scans.all()),
        "scan_form": ScanForm(),
        "next_sheet": collection.sheets.filter(number__gt=sheet.number).order_by("number").first(),
    }
    return render(request, "sheets/staff/key_in.html", context, status=status)


@require_POST
@on_sheet
def add_scan(request, sheet):
    """Keep scans of the sheet."""
    form = ScanForm(request.POST, request.FILES)
    if form.is_valid():
        for uploaded in form.cleaned_data["files"]:
            services.take_scan(sheet, uploaded, actor=request.user)
        messages.success(request, _("The scan is kept."))
    else:
        for error in form.errors.get("files", ()):
            messages.error(request, error)
    return redirect("sheets_staff:key_in", sheet.pk)


@require_safe
@for_case_workers
def scan(request, pk):
    """Hand a scan out to whoever works with the case."""
    if pk > MAX_ID:
        raise Http404
    stored = get_object_or_404(SheetScan.objects.select_related("sheet__collection__case"), pk=pk)
    return serve_to(request.user, stored, download=False)
