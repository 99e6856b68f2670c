"""Who registered, who came: the list, the door, the export."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.exports import stream_csv
from core.query import paginate
from participation.hearings import services
from participation.hearings.enums import RegistrationState
from participation.hearings.forms.staff import PeopleFilter, WalkInForm
from participation.hearings.models import Hearing, Registration
from participation.hearings.reading import places_of
from participation.hearings.staff.access import for_staff, on_hearing, row_of
from participation.hearings.staff.content import form_page

PER_PAGE = 100
ONLY = {
    "expected": Q(state__in=("seated", "remote"), checked_in_at=None),
    "present": Q(checked_in_at__isnull=False),
    "waiting": Q(state=RegistrationState.WAITING),
    "needs": Q(needs_interpreter=True) | ~Q(needs=""),
}


def found_people(hearing, values):
    """The registrations that the filter finds."""
    rows = hearing.registrations.select_related("seat", "settlement").standing()
    if values["only"]:
        rows = rows.filter(ONLY[values["only"]])
    for word in values["q"].split():
        spelt = {word, word.lower(), word.capitalize()}
        like = Q(code=word) | Q(email__icontains=word)
        for spelling in spelt:
            like |= Q(name__contains=spelling)
        rows = rows.filter(like)
    return rows


@require_safe
@on_hearing
def people(request, hearing):
    """Everybody registered, with the buttons of the door."""
    form = PeopleFilter.read(request.GET)
    rows = found_people(hearing, form.values).order_by("name", "pk")
    context = {
        "hearing": hearing,
        "form": form,
        "page_obj": paginate(rows, request.GET.get("page"), PER_PAGE),
        "places": places_of(hearing),
        "present": hearing.registrations.present().count(),
    }
    return render(request, "hearings/staff/people.html", context)


@on_hearing
def walk_in(request, hearing):
    """Enter somebody who came without a registration."""
    form = WalkInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.walk_in(hearing, **form.person)
        except services.NotPossible as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Let in: %(name)s.") % {"name": form.cleaned_data["name"]})
            return redirect("hearings_staff:people", hearing.pk)
    return form_page(request, hearing, form, _("Came without a registration"), _("Let in"))


@for_staff
def door(request, code):
    """What the scanned code says: who it is and the one button; a second scan says that the person is inside."""
    registration = Registration.objects.select_related("hearing", "seat", "settlement").filter(code=code).first()
    if (
        registration is None
        or not Hearing.objects.workable_by(request.user).filter(pk=registration.hearing_id).exists()
    ):
        raise Http404
    if request.method == "POST":
        let_in(request, registration)
        return redirect("hearings_staff:door", code)
    return render(request, "hearings/staff/door.html", {"hearing": registration.hearing, "registration": registration})


def let_in(request, registration):
    """Check in and tell how it went."""
    try:
        services.check_in(registration)
    except services.NotPossible as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Let in: %(name)s.") % {"name": registration.name})


@require_POST
@on_hearing
def act(request, hearing, registration, verb):
    """A button beside a name in the list."""
    row = row_of(hearing.registrations.select_related("hearing"), registration)
    if verb not in ("vpustyty", "pomylka", "skasuvaty"):
        raise Http404
    if verb == "vpustyty":
        let_in(request, row)
    elif verb == "pomylka":
        services.undo_check_in(row)
    else:
        try:
            services.cancel(row)
        except services.NotPossible as refusal:
            messages.error(request, str(refusal))
    return back(hearing)


def back(hearing):
    """Return to the list."""
    return redirect("hearings_staff:people", hearing.pk)


@require_POST
@on_hearing
def release(request, hearing):
    """Open reserved places that nobody took to everyone."""
    number = services.release_reserved(hearing)
    messages.success(request, _("Reserved places opened to everyone: %(number)d.") % {"number": number})
    return back(hearing)


@require_safe
@on_hearing
def export(request, hearing):
    """The list as CSV, for the door without electricity."""
    header = [_("Name"), _("Settlement"), _("State"), _("Place"), _("Interpreter"), _("Needs"), _("Came")]
    rows = hearing.registrations.standing().select_related("seat", "settlement").order_by("name", "pk")
    lines = (
        [
            row.name,
            row.settlement or "",
            row.get_state_display(),
            row.seat or "",
            _("yes") if row.needs_interpreter else "",
            row.needs,
            timezone.localtime(row.checked_in_at).strftime("%H:%M") if row.checked_in_at else "",
        ]
        for row in rows.iterator(chunk_size=500)
    )
    return stream_csv(f"uchasnyky-{hearing.pk}", header, lines)
