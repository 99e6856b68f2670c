"""The print pack of a case: /uchast/pidpysy/druk/<number>/."""

from datetime import timedelta

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.limits import limited
from participation.sheets import pack
from participation.sheets.access import item_of, may_print_sheets
from participation.sheets.printing.answers import paper_pdf
from participation.sheets.printing.papers import PAPERS
from participation.sheets.printing.papers import paper as paper_named


@require_safe
def index(request, number):
    """Which papers there are and what each is for."""
    case, item = item_of(request.user, number)
    collection = pack.collection_of(case)
    context = {
        "case": case,
        "item": item,
        "papers": PAPERS,
        "collection": collection,
        "may_print": bool(collection) and may_print_sheets(request.user, collection),
    }
    return render(request, "sheets/pack.html", context)


@require_safe
@limited("print-pack", limit=40, window=timedelta(minutes=10), methods=("GET",))
def paper(request, number, key):
    """One paper as PDF."""
    case, item = item_of(request.user, number)
    chosen = paper_named(key)
    if chosen is None:
        raise Http404
    return paper_pdf(request, case, item, chosen)
