"""One visit and what may be done with it: confirm, move, cancel, restore, repeat, discard. Each has its form and its verb."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from cms import mobile
from cms.models import MobileVisit
from cms.place_rights import may_steer
from cms.staff.place_forms import ConfirmForm, MoveForm, ReasonForm, RepeatForm, RestoreForm
from cms.visit_rules import words_of_visit
from core.workdays import Calendar

LARGEST_ID = 2**63 - 1


@dataclass(frozen=True)
class Move:
    """One button: its words, its form, the right it takes."""

    key: str
    label: str
    form: type
    help: str = ""
    right: str = "cms.steer_mobilevisit"


MOVES = {
    move.key: move
    for move in (
        Move("confirm", gettext_lazy("Confirm"), ConfirmForm, gettext_lazy("Readers are promised this visit.")),
        Move("move", gettext_lazy("Move"), MoveForm, gettext_lazy("The old day stays in the schedule, crossed out.")),
        Move("cancel", gettext_lazy("Cancel the visit"), ReasonForm),
        Move("restore", gettext_lazy("Let it take place after all"), RestoreForm),
        Move(
            "repeat",
            gettext_lazy("Repeat"),
            RepeatForm,
            gettext_lazy("Makes planned visits with the same stops. Each can be changed alone."),
            "cms.add_mobilevisit",
        ),
        Move("discard", gettext_lazy("Delete the plan"), ConfirmForm, right="cms.change_mobilevisit"),
    )
}


def addresses():
    """Addresses below /admin/vyizdy/."""
    return [path("<int:pk>/", screen, name="screen"), path("<int:pk>/<slug:key>/", act, name="act")]


def moves_for(visit, user):
    """The buttons that this person sees for the visit as it stands."""
    open_now = [*mobile.allowed(visit), "repeat"]
    moves = [MOVES[key] for key in MOVES if key in open_now and user.has_perm(MOVES[key].right)]
    return [move for move in moves if move.key != "discard" or not (visit.is_published or visit.replaces_id)]


def _visit(request, pk):
    if not may_steer(request.user):
        raise PermissionDenied
    return get_object_or_404(MobileVisit.objects.select_related("route"), pk=min(pk, LARGEST_ID))


@require_safe
def screen(request, pk):
    """The visit in words, its buttons, every change of it."""
    visit = _visit(request, pk)
    context = {
        "visit": visit,
        "words": words_of_visit(visit),
        "moves": moves_for(visit, request.user),
        "changes": visit.changes.select_related("actor").order_by("-version"),
        "may_edit": visit.is_standing and request.user.has_perm("cms.change_mobilevisit"),
    }
    return render(request, "cms/staff/visit.html", context)


def act(request, pk, key):
    """The form of one button on GET, its verb on POST."""
    visit = _visit(request, pk)
    move = next((move for move in moves_for(visit, request.user) if move.key == key), None)
    if move is None:
        if key not in MOVES or request.method != "POST":
            raise Http404
        messages.error(request, _("Meanwhile the visit is “%(state)s”.") % {"state": visit.get_state_display()})
        return redirect("cms_visits:screen", visit.pk)
    form = move.form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            return _DONE[key](request, visit, form.cleaned_data)
        except mobile.NotPossible as error:
            form.add_error(None, str(error))
    context = {"visit": visit, "move": move, "form": form, "words": words_of_visit(visit)}
    return render(request, "cms/staff/visit_act.html", context, status=422 if form.errors else 200)


def _confirm(request, visit, data):
    mobile.confirm(visit, actor=request.user)
    return _told(request, visit.pk, _("The visit is confirmed."))


def _move(request, visit, data):
    new = mobile.move(visit, actor=request.user, day=data["day"], reason=data["reason"])
    return _told(request, new.pk, _("The visit is moved. This is the new one."))


def _cancel(request, visit, data):
    mobile.cancel(visit, actor=request.user, reason=data["reason"])
    return _told(request, visit.pk, _("The visit is cancelled. It stays in the schedule with the reason."))


def _restore(request, visit, data):
    mobile.restore(visit, actor=request.user, reason=data["reason"])
    return _told(request, visit.pk, _("The visit takes place after all."))


def _repeat(request, visit, data):
    told = mobile.repeat(visit, weeks=data["weeks"], until=data["until"], calendar=Calendar.load())
    number = len(told.made)
    text = ngettext("%(number)s visit is planned.", "%(number)s visits are planned.", number) % {"number": number}
    for day, why in told.skipped:
        messages.warning(request, _("Left out: %(day)s – %(why)s") % {"day": format_date(day, "j E Y"), "why": why})
    return _told(request, visit.pk, text)


def _discard(request, visit, data):
    mobile.discard(visit, actor=request.user)
    messages.success(request, _("The plan is deleted."))
    return redirect("mobile_visits:index")


def _told(request, pk, text):
    messages.success(request, text)
    return redirect("cms_visits:screen", pk)


_DONE = {
    "confirm": _confirm,
    "move": _move,
    "cancel": _cancel,
    "restore": _restore,
    "repeat": _repeat,
    "discard": _discard,
}
