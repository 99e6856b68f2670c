"""The screens of summaries: list, one summary, its preview, history and moves."""

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import ModelLogEntry

from core.query import paginate
from participation.feedback import rules, services
from participation.feedback.comparing import compare
from participation.feedback.editions import frozen
from participation.feedback.figures import count
from participation.feedback.models import ChosenCase, Measure, Summary, Theme
from participation.feedback.reading import for_page
from participation.feedback.services.measures import may_update
from participation.feedback.staff.access import for_composers, on_draft, on_summary
from participation.feedback.staff.forms import ReasonForm, SummaryForm
from participation.feedback.staff.pages import confirm_page, form_page

PER_PAGE = 30
MOST_MEASURES = 20


@require_safe
@for_composers
def index(request):
    """All summaries this person works with, and the measures the person promised."""
    found = Summary.objects.workable_by(request.user).select_related("unit", "composed_by")
    found = found.annotate(case_count=number_of(ChosenCase), theme_count=number_of(Theme))
    page = paginate(found.order_by("-created_at", "-pk"), request.GET.get("page"), PER_PAGE)
    mine = Measure.objects.promised().unfinished().filter(owner=request.user).select_related("theme__summary")
    context = {"page_obj": page, "measures": mine.order_by("due_on", "pk")[:MOST_MEASURES]}
    return render(request, "feedback/staff/index.html", context)


def number_of(model):
    """How many rows of `model` a summary has, as a subquery: two joins at once would multiply each other."""
    rows = model.objects.filter(summary=OuterRef("pk")).order_by().values("summary")
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)


@for_composers
def create(request):
    """Begin a draft."""
    form = SummaryForm(request.POST or None, initial={"unit": request.user.unit_id})
    if request.method == "POST" and form.is_valid():
        summary = services.start_summary(actor=request.user, key=form.series, **form.facts)
        if not rules.may_choose_cases(request.user):
            messages.success(request, _("The draft is begun. Officials of the unit choose the cases that it answers."))
            return redirect("feedback_staff:screen", summary.pk)
        messages.success(request, _("The draft is begun. Now choose the cases that it answers."))
        return redirect("feedback_staff:cases", summary.pk)
    return form_page(request, form, _("New summary"), _("Begin"))


@require_safe
@on_summary
def screen(request, summary):
    """One summary: facts, coverage, themes, measures, what is missing, and the moves open to this person."""
    figures = summary.figures or count(summary)
    voices = {theme["id"]: theme["voices"] for theme in figures["themes"]}
    themes = list(summary.themes.prefetch_related("measures__owner", "measures__evidence", "quotes", "tallies"))
    is_told = summary.state == "published"
    for theme in themes:
        for measure in theme.measures.all():
            measure.may_report = is_told and may_update(measure, request.user)
    context = {
        "summary": summary,
        "figures": figures,
        "themes": [{"theme": theme, "voices": voices.get(theme.pk, 0)} for theme in themes],
        "problems": rules.problems(summary) if summary.is_editable else [],
        "moves": rules.allowed(summary, request.user),
        "can_edit": summary.is_editable,
        "can_choose": summary.is_editable and rules.may_choose_cases(request.user),
        "versions": Summary.objects.filter(series=summary.series).exclude(pk=summary.pk).order_by("-version"),
    }
    return render(request, "feedback/staff/screen.html", context)


@on_draft
def edit(request, summary):
    """Change what the draft is about."""
    form = SummaryForm(request.POST or None, instance=summary)
    if request.method == "POST" and form.is_valid():
        services.change_summary(summary, actor=request.user, **form.facts)
        return redirect("feedback_staff:screen", summary.pk)
    return form_page(request, form, _("About the summary"), _("Save"), summary)


@on_draft
def discard(request, summary):
    """Delete a draft, after a question."""
    if request.method != "POST":
        warning = _("The draft is deleted with its themes and measures. The cases stay as they are.")
        return confirm_page(request, summary, _("Delete the draft"), [warning])
    services.discard_summary(summary, actor=request.user)
    messages.success(request, _("The draft is deleted."))
    return redirect("feedback_staff:index")


@on_summary
def move(request, summary, event):
    """One move: its question (and reason) on GET, the verb on POST."""
    row = next((row for row in rules.allowed(summary, request.user) if row.event == event), None)
    if row is None:
        return too_late(request, summary, event)
    form = ReasonForm(request.POST or None) if row.needs_reason else None
    if request.method == "POST" and (form is None or form.is_valid()):
        return redirect("feedback_staff:screen", carry_out(request, summary, row, form))
    context = {"summary": summary, "row": row, "form": form}
    return render(request, "feedback/staff/move.html", context, status=422 if form and form.errors else 200)


def too_late(request, summary, event):
    """Answer a move that is not open: silence after a double click, a message for a late one. Raises Http404."""
    known = next((row for row in rules.MOVES if row.event == event), None)
    if known is None or request.method != "POST":
        raise Http404
    if summary.state != known.target:
        messages.error(request, rules.why_not(summary, event, request.user))
    return redirect("feedback_staff:screen", summary.pk)


def carry_out(request, summary, row, form):
    """Fire the move, tell how it went, and return the key of the summary to show."""
    fields = {"reason": form.cleaned_data["reason"]} if form else {}
    try:
        moved = getattr(services, row.event)(summary, actor=request.user, **fields)
    except rules.NotReady as error:
        for problem in error.problems:
            messages.error(request, problem)
        return summary.pk
    except rules.NotAllowed as error:
        messages.error(request, str(error))
        return summary.pk
    messages.success(request, _("Done: %(move)s.") % {"move": row.label})
    return moved.pk


@require_safe
@on_summary
def preview(request, summary):
    """The public page as it would be today."""
    summary.figures = summary.figures or frozen(summary)
    before = summary.previous_version()
    context = {
        "summary": summary,
        "content": for_page(summary),
        "before": before,
        "changes": compare(before, summary) if before else [],
        "is_preview": True,
    }
    return render(request, "feedback/detail.html", context)


@require_safe
@on_summary
def history(request, summary):
    """Who did what with all versions of the summary, the latest first."""
    versions = Summary.objects.filter(series=summary.series).values_list("pk", flat=True)
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Summary), object_id__in=[str(pk) for pk in versions]
    )
    page = paginate(entries.select_related("user").order_by("-timestamp", "-pk"), request.GET.get("page"), PER_PAGE)
    return render(request, "feedback/staff/history.html", {"summary": summary, "page_obj": page})
