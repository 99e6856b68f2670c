"""Public pages of collections: the page of one, signing, taking back, numbered sheets for who collects on paper."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from casework.errors import Refused
from core.limits import limited
from participation.sheets import pack, reading, services
from participation.sheets.access import collection_for, may_print_sheets
from participation.sheets.enums import Kind
from participation.sheets.forms import PrintForm, SignForm
from participation.sheets.printing.answers import sheets_pdf


@require_safe
def collection(request, pk):
    """A collection: what for, how many voices there are and need be, from where, the form to sign."""
    found = collection_for(request.user, pk)
    item = pack.item_for(found.case)
    context = {
        "collection": found,
        "item": item,
        "address": item.url if item and item.url and item.url != request.path else "",
        "places": reading.public_by_settlement(found),
        "may_print": may_print_sheets(request.user, found),
    }
    return render(request, "sheets/collection.html", context)


@never_cache
@login_required
@limited("sign", limit=30, window=timedelta(hours=1))
def sign(request, pk):
    """Sign: a form of three fields for a signature, one button for support."""
    found = collection_for(request.user, pk)
    if found.kind == Kind.ATTENDANCE:
        raise Http404
    form = None
    if found.kind == Kind.SIGNATURES:
        form = SignForm(request.POST or None, collection=found, user=request.user, back=request.GET.get("back", ""))
    if request.method == "POST" and (form is None or form.is_valid()):
        return signed(request, found, form)
    context = {"collection": found, "form": form, "voice": reading.own_voice(found, request.user)}
    return render(request, "sheets/sign.html", context, status=422 if form and form.errors else 200)


def signed(request, collection, form):
    """Count the voice, say how it went, and go back to where the person was."""
    facts = form.cleaned_data if form else {}
    try:
        services.sign(
            collection,
            user=request.user,
            name=facts.get("name") or request.user.name,
            birth_date=facts.get("birth_date"),
            settlement=facts.get("settlement") or request.user.settlement,
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Thank you, your voice is counted."))
    return redirect(way_back(request, collection))


@require_POST
@login_required
def take_back(request, pk):
    """Take the own voice back."""
    found = collection_for(request.user, pk)
    voice = reading.own_voice(found, request.user)
    if voice:
        try:
            services.take_back(voice, actor=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(
                request, _("Your voice is taken back. You may give it again while the collection is open.")
            )
    return redirect(way_back(request, found))


def way_back(request, collection):
    """The page that the person came from, if it is ours."""
    back = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(
        back, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return back if back and is_ours else reverse("sheets:collection", args=[collection.pk])


@never_cache
@login_required
@limited("sheets", limit=20, window=timedelta(hours=1))
def sheets(request, pk):
    """The numbered sheets of a collection for whoever began it: which are given out, print more, what came of each."""
    found = collection_for(request.user, pk)
    if not may_print_sheets(request.user, found):
        raise PermissionDenied
    form = PrintForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.print_sheets(
                found, copies=form.cleaned_data["copies"], rows_per_sheet=form.cleaned_data["rows"], actor=request.user
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("sheets:sheets", found.pk)
        return redirect(f"{reverse('sheets:sheets', args=[found.pk])}?first={made[0].number}&last={made[-1].number}")
    context = {"collection": found, "form": form, "sheets": reading.sheets_of(found), "fresh": fresh_range(request)}
    return render(request, "sheets/sheets.html", context, status=422 if form.errors else 200)


def fresh_range(request):
    """The numbers of sheets that were just given out, from a stranger's query."""
    numbers = [request.GET.get(name, "") for name in ("first", "last")]
    return numbers if all(number.isascii() and number.isdigit() and len(number) < 9 for number in numbers) else None


@require_safe
@never_cache
@login_required
@limited("sheets-pdf", limit=60, window=timedelta(hours=1), methods=("GET",))
def sheets_file(request, pk):
    """The PDF of numbered sheets: all of them, or from ?first= to ?last=."""
    found = collection_for(request.user, pk)
    if not may_print_sheets(request.user, found):
        raise PermissionDenied
    return sheets_pdf(request, found, fresh_range(request))
