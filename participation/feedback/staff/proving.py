"""The screen of a promised measure's photos: its owner adds them, somebody else verifies."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from participation.feedback import services
from participation.feedback.models import Measure
from participation.feedback.rules import NotAllowed, may_compose
from participation.feedback.services.measures import may_update
from participation.feedback.services.proving import why_not_verify
from participation.feedback.staff.access import within_reach
from participation.feedback.staff.forms import EvidenceForm


def promised(pk, theme, measure, user):
    """The promised measure, for those who report on it or may see its summary. Raises Http404."""
    rows = Measure.objects.promised().select_related("theme__summary", "owner").prefetch_related("evidence")
    keys = {"pk": within_reach(measure), "theme": within_reach(theme), "theme__summary": within_reach(pk)}
    found = get_object_or_404(rows, **keys)
    if not (may_update(found, user) or found.theme.summary.is_workable_by(user)):
        raise Http404
    return found


def photos(request, pk, theme, measure):
    """The photos before and after, the form for one more, and the button of whoever may verify."""
    found = promised(pk, theme, measure, request.user)
    form = EvidenceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("moment", "alt")}
        try:
            services.add_evidence(found, actor=request.user, photo=form.cleaned_data["photo"][0], **facts)
            messages.success(request, _("The photo is added. Everybody sees it when the measure is verified."))
            return redirect("feedback_staff:photos", pk, theme, measure)
        except (ValidationError, NotAllowed) as refusal:
            form.add_error("photo", refusal if isinstance(refusal, ValidationError) else str(refusal))
    context = {
        "summary": found.theme.summary,
        "measure": found,
        "form": form if may_update(found, request.user) else None,
        "why_not": why_not_verify(found, request.user),
        "is_guest": not may_compose(request.user),
    }
    return render(request, "feedback/staff/photos.html", context, status=422 if form.errors else 200)


@require_POST
def drop(request, pk, theme, measure, photo):
    """Take a photo away."""
    found = promised(pk, theme, measure, request.user)
    evidence = get_object_or_404(found.evidence, pk=within_reach(photo))
    return carried_out(request, pk, theme, measure, lambda: services.drop_evidence(evidence, actor=request.user))


@require_POST
def verify(request, pk, theme, measure):
    """Say that the measure is done as its photos show."""
    found = promised(pk, theme, measure, request.user)
    return carried_out(request, pk, theme, measure, lambda: services.verify(found, actor=request.user))


def carried_out(request, pk, theme, measure, verb):
    """Do it, tell a refusal in words, and show the photos again."""
    try:
        verb()
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    return redirect("feedback_staff:photos", pk, theme, measure)
