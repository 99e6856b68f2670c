"""The list of voices: look for one, strike it out with a reason, let it stand again."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework.errors import Refused
from core.query import paginate
from participation.sheets import services
from participation.sheets.staff.access import on_collection, on_record
from participation.sheets.staff.forms import ReasonForm
from participation.sheets.staff.queries import RecordQuery
from participation.sheets.staff.views import form_page

PER_PAGE = 50


@require_safe
@on_collection
def records(request, collection):
    """The voices of a collection."""
    query = RecordQuery.read(request.GET)
    found = query.apply(collection.records.select_related("settlement", "sheet_row__sheet", "struck_by"))
    page = paginate(found, query, PER_PAGE)
    return render(request, "sheets/staff/records.html", {"collection": collection, "page_obj": page, "query": query})


@on_record
def strike(request, record):
    """Strike a voice out and say why."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.strike(record, reason=form.cleaned_data["reason"], actor=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The voice is struck out. “Let it stand again” in the list undoes it."))
        return redirect("sheets_staff:records", record.collection_id)
    title = _("Strike a voice out")
    return form_page(request, record.collection, form, title, _("Strike out"), about=record.name)


@require_POST
@on_record
def restore(request, record):
    """Undo a striking out."""
    try:
        services.restore(record, actor=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The voice counts again."))
    return redirect("sheets_staff:records", record.collection_id)
