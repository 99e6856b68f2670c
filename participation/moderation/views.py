"""Public pages: reporting, appealing, statistics."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.exports import stream_csv
from core.limits import limited
from core.query import MAX_ID
from participation.moderation import figures, kinds, rules, services
from participation.moderation.enums import Reason
from participation.moderation.errors import NotAllowed
from participation.moderation.forms import AppealForm, ReportForm
from participation.moderation.models import Contribution, Decision
from participation.moderation.services.reporting import why_not_report


def back_of(contribution):
    """Where a person goes on: the place of the words, or the hub."""
    return contribution.address or "participation:hub"


@never_cache
@limited("report", limit=20, window=timedelta(hours=1))
def report(request, pk):
    """Report words: reason and note; anybody may, also without an account."""
    row = get_object_or_404(Contribution.objects.shown_to(request.user), pk=min(pk, MAX_ID))
    if not kinds.may_read(row, request.user):
        raise Http404
    why = why_not_report(row, request.user)
    form = ReportForm(None if why else request.POST or None)
    if request.method == "POST" and form.is_valid() and not why:
        if not form.is_suspicious:
            facts = {name: form.cleaned_data[name] for name in ("reason", "note")}
            services.report(row, actor=request.user, **facts)
        messages.success(request, _("Thank you. A moderator will look at it."))
        return redirect(back_of(row))
    context = {"contribution": row, "form": form, "why": why}
    return render(request, "moderation/report.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
def appeal(request, pk):
    """The author appeals a decision; for everybody else it does not exist."""
    rows = Decision.objects.filter(contribution__author=request.user).select_related("contribution", "appeal")
    decision = get_object_or_404(rows, pk=min(pk, MAX_ID))
    form, why = AppealForm(request.POST or None), rules.why_not_appeal(decision, request.user)
    if request.method == "POST" and form.is_valid() and not why:
        try:
            services.appeal(decision, actor=request.user, text=form.cleaned_data["text"])
            messages.success(request, _("Your appeal is sent. Another person will answer you by letter."))
            return redirect("moderation:appeal", decision.pk)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
    context = {
        "decision": decision,
        "appeal": getattr(decision, "appeal", None),
        "form": form,
        "why": why,
        "until": rules.appeal_ends(decision),
    }
    return render(request, "moderation/appeal.html", context, status=422 if form.errors else 200)


@require_safe
def statistics(request):
    """`/uchast/moderatsiia/`: how many texts were checked, hidden, brought back, and by which rules."""
    query = figures.FiguresQuery.read(request.GET)
    year = query.values["year"]
    context = {
        "form": query,
        "figures": figures.kept(year),
        "reasons": Reason.labels,
        "numbers": figures.numbers_in_force(),
        "year": year,
    }
    return render(request, "moderation/statistics.html", context)


@require_safe
def statistics_csv(request):
    """The same figures as a table."""
    query = figures.FiguresQuery.read(request.GET)
    header = [_("Table"), _("Row"), _("What"), _("How many")]
    return stream_csv("moderatsiia", header, figures.rows(figures.kept(query.values["year"])))
