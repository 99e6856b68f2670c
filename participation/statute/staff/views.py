"""The screens: every number, one number with its history, a new row, a change and a deletion of a row still to come."""

from functools import wraps

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from core.query import MAX_ID
from participation.statute import services
from participation.statute.models import StatuteParameter
from participation.statute.numbers import declaration as declared
from participation.statute.reading import grouped_numbers
from participation.statute.reading import number as read_number
from participation.statute.staff.forms import RowForm
from participation.statute.words import in_words

LOG = 100


def for_keepers(view):
    """Close a view to everybody but the head and the administrator."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not services.may_keep(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def known(key):
    """The declaration. Raises Http404."""
    try:
        return declared(key)
    except KeyError:
        raise Http404 from None


def row_of(pk):
    """A row of a declared number. Raises Http404."""
    row = StatuteParameter.objects.filter(pk=pk).first() if pk <= MAX_ID else None
    if row is None:
        raise Http404
    known(row.key)
    return row


@for_keepers
def index(request):
    """Every declared number: its default, the row in force and since when, what is coming."""
    today = timezone.localdate()
    return render(request, "statute/staff/index.html", {"groups": grouped_numbers(today), "today": today})


@for_keepers
def number(request, key):
    """One number: rows in force, to come and past, and who entered them."""
    declaration = known(key)
    context = {"declaration": declaration, "lines": read_number(declaration, timezone.localdate()), "log": log_of(key)}
    return render(request, "statute/staff/number.html", context)


def log_of(key):
    """Who entered, changed and deleted rows of the number, the latest first."""
    kind = ContentType.objects.get_for_model(StatuteParameter)
    entries = ModelLogEntry.objects.filter(content_type=kind, action__startswith="statute.", data__key=key)
    found = list(entries.select_related("user").order_by("-timestamp", "-pk")[:LOG])
    for entry in found:
        entry.words = in_words(entry.data["value"], entry.data["unit"])
    return found


@for_keepers
def create(request, key):
    """A new row of a number."""
    declaration = known(key)
    profile = request.GET.get("profile", "")
    profile = profile if profile in declaration.profiles else ""
    form = RowForm(request.POST or None, declaration=declaration, profile=profile)
    if request.method == "POST" and kept(form, lambda facts: services.enter(key, actor=request.user, **facts)):
        messages.success(request, _("The row is entered."))
        return redirect("statute_staff:number", key)
    return form_page(request, form, _("A new row"))


@for_keepers
def edit(request, pk):
    """Change a row whose day has not come."""
    row = row_of(pk)
    if reason := services.why_fixed(row):
        messages.error(request, reason)
        return redirect("statute_staff:number", row.key)
    form = RowForm(request.POST or None, instance=row, declaration=known(row.key))
    if request.method == "POST" and kept(form, lambda facts: services.change(row, actor=request.user, **facts)):
        messages.success(request, _("The row is changed."))
        return redirect("statute_staff:number", row.key)
    return form_page(request, form, _("Change the row"))


@for_keepers
def delete(request, pk):
    """Delete a row whose day has not come, after a question."""
    row = row_of(pk)
    if reason := services.why_fixed(row):
        messages.error(request, reason)
        return redirect("statute_staff:number", row.key)
    if request.method != "POST":
        context = {"row": row, "declaration": known(row.key), "words": in_words(row.value, row.unit)}
        return render(request, "statute/staff/delete.html", context)
    try:
        services.take_back(row, actor=request.user)
        messages.success(request, _("The row is deleted."))
    except services.HoldsAlreadyError as refusal:
        messages.error(request, str(refusal))
    return redirect("statute_staff:number", row.key)


def kept(form, verb):
    """Do `verb(facts)` of a valid form; a refusal of the last moment becomes its error. Returns whether it was done."""
    if not form.is_valid():
        return False
    try:
        verb(form.facts)
    except (services.HoldsAlreadyError, services.NotInOrderError) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def form_page(request, form, title):
    """Draw the form; errors make it 422."""
    context = {"form": form, "title": title, "declaration": form.declaration}
    return render(request, "statute/staff/form.html", context, status=422 if form.errors else 200)
