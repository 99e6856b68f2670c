"""The screens of a collection: list, one collection, numbered sheets, desk, closing."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from casework.errors import Refused
from casework.staff.access import for_case_workers
from core.query import paginate
from participation.sheets import pack, reading, services
from participation.sheets.forms import PrintForm
from participation.sheets.models import Collection
from participation.sheets.printing.answers import sheets_pdf
from participation.sheets.staff import exports
from participation.sheets.staff.access import on_collection
from participation.sheets.staff.forms import DeskForm
from participation.sheets.staff.queries import CollectionQuery
from participation.sheets.views import fresh_range

PER_PAGE = 30
SHEETS_PER_PAGE = 50
MOST_AT_ONCE = 100


@require_safe
@for_case_workers
def index(request):
    """All collections this person works with."""
    query = CollectionQuery.read(request.GET)
    found = query.apply(Collection.objects.workable_by(request.user).select_related("case"))
    page = paginate(reading.with_sheet_counts(found), query, PER_PAGE)
    return render(request, "sheets/staff/index.html", {"page_obj": page, "query": query})


@require_safe
@on_collection
def screen(request, collection):
    """One collection: how many, from where, by which channel, its sheets."""
    places = reading.by_settlement(collection)
    context = {
        "collection": collection,
        "channels": reading.by_channel(collection),
        "places": [(name or _("not stated"), number, str(number)) for name, number in places],
        "page_obj": paginate(reading.sheets_of(collection), request.GET.get("page"), SHEETS_PER_PAGE),
        "fresh": fresh_range(request),
        "has_pack": pack.item_for(collection.case) is not None,
        "is_open": collection.is_open(),
    }
    return render(request, "sheets/staff/screen.html", context)


@on_collection
def print_sheets(request, collection):
    """Give out numbered sheets."""
    form = PrintForm(request.POST or None, most=MOST_AT_ONCE)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        try:
            made = services.print_sheets(
                collection, copies=facts["copies"], rows_per_sheet=facts["rows"], actor=request.user
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("sheets_staff:screen", collection.pk)
        address = reverse("sheets_staff:screen", args=[collection.pk])
        return redirect(f"{address}?first={made[0].number}&last={made[-1].number}")
    return form_page(request, collection, form, _("Print sheets"), _("Prepare sheets"))


@require_safe
@on_collection
def sheets_file(request, collection):
    """The PDF of numbered sheets."""
    return sheets_pdf(request, collection, fresh_range(request))


@on_collection
def desk(request, collection):
    """A person came to the desk and gives the voice in person."""
    form = DeskForm(request.POST or None, collection=collection)
    if request.method == "POST" and form.is_valid():
        try:
            services.sign(collection, user=None, channel="desk", actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The voice is counted."))
            return redirect("sheets_staff:desk", collection.pk)
    return form_page(request, collection, form, _("A voice at the desk"), _("Count the voice"))


@on_collection
def close(request, collection):
    """Close for good, after a question."""
    if request.method == "POST":
        services.close_collection(collection, actor=request.user)
        messages.success(request, _("The collection is closed. The names will be erased when their term ends."))
        return redirect("sheets_staff:screen", collection.pk)
    left = collection.sheets.filter(returned_at=None).count()
    warnings = [_("After that no voice and no row of a sheet is taken. This cannot be undone.")]
    if left:
        words = ngettext("%(count)s sheet has not come back.", "%(count)s sheets have not come back.", left)
        warnings.append(words % {"count": left})
    return render(request, "sheets/staff/close.html", {"collection": collection, "warnings": warnings})


@require_POST
@on_collection
def export(request, collection):
    """Everything as XLSX; the log keeps who took it."""
    return exports.export(collection, user=request.user)


def form_page(request, collection, form, title, action, **context):
    """Draw one form; errors make it 422."""
    context = {"form": form, "title": title, "action": action, "collection": collection, **context}
    return render(request, "sheets/staff/form.html", context, status=422 if form.errors else 200)
