"""The queue, one text, deciding, undoing, answering appeals, the history."""

import uuid

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from core.query import MAX_ID, paginate
from participation.moderation import rules, services
from participation.moderation.enums import Reason
from participation.moderation.errors import NotAllowed
from participation.moderation.models import Contribution
from participation.moderation.staff import exports, listing
from participation.moderation.staff.access import appeal_at, contribution_at, decision_at, for_moderators
from participation.moderation.staff.forms import TABS, AnswerForm, DecisionForm, HistoryQuery, QueueQuery

PER_PAGE = 20
HISTORY_PER_PAGE = 50
MOST_AT_ONCE = 100


@require_safe
@for_moderators
def queue(request):
    """Everything that waits, with the text in view; the other tabs show what is hidden and everything."""
    query = QueueQuery.read(request.GET)
    page = paginate(listing.found(query, request.user), query, PER_PAGE)
    page.object_list = listing.with_facts(page.object_list, request.user)
    counts = listing.tabs(query)
    context = {
        "form": query,
        "page_obj": page,
        "cards": listing.cards(page.object_list, request.user),
        "tabs": [(key, label, counts.get(key), key == query.values["tab"]) for key, label in TABS],
        "tab": query.values["tab"],
        "recent": listing.recent(request.user),
        "reasons": Reason.choices,
    }
    return render(request, "moderation/staff/queue.html", context)


@for_moderators
def screen(request, pk):
    """One text: reports, decisions, appeals; and the decision itself, with its errors."""
    row = contribution_at(pk)
    form = DecisionForm(request.POST, state=row.state) if request.method == "POST" else None
    if form is not None and form.is_valid():
        try:
            facts = {name: form.cleaned_data[name] for name in ("reason", "explanation")}
            decision = services.decide(row, form.cleaned_data["verb"], actor=request.user, **facts)
            messages.success(request, _("Done: %(what)s.") % {"what": decision.get_verb_display()})
            return redirect("moderation_staff:queue")
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
    context = {
        "card": listing.one_card(row, request.user, form),
        "reports": row.reports.select_related("reporter"),
        "decisions": [
            {"decision": decision, "may_undo": not rules.why_not_undo(decision, request.user)}
            for decision in row.decisions.select_related("actor", "undone_by", "appeal__decided_by", "contribution")
        ],
    }
    return render(request, "moderation/staff/screen.html", context, status=422 if form and form.errors else 200)


@require_POST
@for_moderators
def many(request):
    """Decide alike about the ticked texts; the whole lot can be undone at once."""
    keys = [int(key) for key in request.POST.getlist("texts") if key.isascii() and key.isdigit()][:MOST_AT_ONCE]
    rows = list(Contribution.objects.filter(pk__in=[key for key in keys if key <= MAX_ID]).order_by("pk"))
    form = DecisionForm(request.POST, state="")
    if not rows:
        messages.error(request, _("Tick at least one text."))
    elif not form.is_valid():
        for line in form.error_summary:
            messages.error(request, line.message)
    else:
        facts = {name: form.cleaned_data[name] for name in ("reason", "explanation")}
        made, refused = services.decide_many(rows, form.cleaned_data["verb"], actor=request.user, **facts)
        tell_many(request, made, refused)
    return redirect("moderation_staff:queue")


def tell_many(request, made, refused):
    """Say how many were decided and why the others were not."""
    if made:
        words = ngettext("%(number)s text is decided.", "%(number)s texts are decided.", len(made))
        messages.success(request, words % {"number": len(made)})
    for row, why in refused:
        messages.warning(request, f"{row}: {why}")


@require_POST
@for_moderators
def undo(request, pk):
    """Undo a decision, or with it the whole lot of which it was part."""
    decision = decision_at(pk)
    try:
        if request.POST.get("whole") and decision.batch:
            number = services.undo_batch(uuid.UUID(str(decision.batch)), actor=request.user)
            words = ngettext("%(number)s decision is undone.", "%(number)s decisions are undone.", number)
            messages.success(request, words % {"number": number})
        else:
            services.undo(decision, actor=request.user)
            messages.success(request, _("The decision is undone."))
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    return redirect("moderation_staff:screen", decision.contribution_id)


@for_moderators
def answer(request, pk):
    """Answer an appeal: another person than the one who decided."""
    appeal = appeal_at(pk)
    why = rules.why_not_answer(appeal, request.user)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and not why and form.is_valid():
        try:
            services.decide_appeal(appeal, actor=request.user, **form.cleaned_data)
            messages.success(request, _("The author gets your answer by letter."))
            return redirect("moderation_staff:queue")
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
    context = {"appeal": appeal, "decision": appeal.decision, "form": form, "why": why}
    return render(request, "moderation/staff/answer.html", context, status=422 if form.errors else 200)


@require_safe
@for_moderators
def history(request):
    """All decisions of all moderators, the latest first."""
    query = HistoryQuery.read(request.GET)
    page = paginate(listing.decisions(query), query, HISTORY_PER_PAGE)
    return render(request, "moderation/staff/history.html", {"form": query, "page_obj": page})


@require_safe
@for_moderators
def history_table(request, form):
    """The same decisions as a table; who took it is written into the log."""
    return exports.export_decisions(listing.decisions(HistoryQuery.read(request.GET)), form, user=request.user)
