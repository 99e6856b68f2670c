"""Screens where a summary is composed, approved and published."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.query import paginate
from participation.feedback import rules, services
from participation.feedback.figures import count
from participation.feedback.models import Measure, Summary, Theme
from participation.feedback.reading import for_page
from participation.feedback.services.composing import eligible_cases, may_compose
from participation.feedback.services.measures import may_update
from participation.feedback.staff.forms import CaseFilter, MeasureForm, ReasonForm, SummaryForm, ThemeForm, UpdateForm

PER_PAGE = 50
MOST_AT_ONCE = 5000


def summary_for(request, pk):
    """The summary, if this person may open it. Raises Http404."""
    return get_object_or_404(Summary.objects.workable_by(request.user).select_related("unit", "composed_by"), pk=pk)


def draft_for(request, pk):
    """The draft, if this person may change it. Raises Http404, PermissionDenied."""
    summary = summary_for(request, pk)
    if not (summary.is_editable and may_compose(request.user)):
        raise PermissionDenied
    return summary


def index(request):
    """All summaries this person works with."""
    if not may_compose(request.user):
        raise PermissionDenied
    found = Summary.objects.workable_by(request.user).select_related("unit", "composed_by")
    found = found.annotate(case_count=Count("chosen", distinct=True), theme_count=Count("themes", distinct=True))
    page = paginate(found.order_by("-created_at", "-pk"), request.GET.get("page"), 30)
    mine = Measure.objects.promised().unfinished().filter(owner=request.user).select_related("theme__summary")
    return render(request, "feedback/staff/index.html", {"page_obj": page, "measures": mine.order_by("due_on")[:20]})


def create(request):
    """Begin a draft."""
    if not may_compose(request.user):
        raise PermissionDenied
    form = SummaryForm(request.POST or None, initial={"unit": request.user.unit_id})
    if request.method == "POST" and form.is_valid():
        summary = services.start_summary(actor=request.user, **form.cleaned_data)
        messages.success(request, _("The draft is begun. Now choose the cases that it answers."))
        return redirect("feedback_staff:cases", summary.pk)
    return form_page(request, form, _("New summary"), _("Begin"))


def screen(request, pk):
    """One summary: facts, coverage, themes, measures, what is missing, and the moves open to this person."""
    summary = summary_for(request, pk)
    figures = summary.figures or count(summary)
    voices = {theme["id"]: theme["voices"] for theme in figures["themes"]}
    themes = [
        {"theme": theme, "voices": voices.get(theme.pk, 0)}
        for theme in summary.themes.prefetch_related("measures__owner", "measures__updates")
    ]
    context = {
        "summary": summary,
        "figures": figures,
        "themes": themes,
        "problems": rules.problems(summary) if summary.is_editable else [],
        "moves": rules.allowed(summary, request.user),
        "can_edit": summary.is_editable and may_compose(request.user),
        "versions": Summary.objects.filter(series=summary.series).exclude(pk=summary.pk).order_by("-version"),
    }
    return render(request, "feedback/staff/screen.html", context)


def edit(request, pk):
    """Change what the draft is about."""
    summary = draft_for(request, pk)
    form = SummaryForm(request.POST or None, instance=summary)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("feedback_staff:screen", pk)
    return form_page(request, form, _("About the summary"), _("Save"), summary)


def cases(request, pk):
    """Choose cases for the draft: a filter, a page of found cases, boxes to tick."""
    summary = draft_for(request, pk)
    query = CaseFilter.read(request.GET or {"received_from": summary.period_from, "received_to": summary.period_to})
    found = query.apply(eligible_cases(request.user)).exclude(pk__in=summary.chosen.values("case"))
    if request.method == "POST":
        wanted = found.values_list("pk", flat=True)[:MOST_AT_ONCE] if "all" in request.POST else ticked(request)
        added = services.add_cases(summary, list(wanted), actor=request.user)
        messages.success(request, _("Cases added: %(number)s.") % {"number": added})
        return redirect(request.get_full_path())
    page = paginate(
        found.select_related("settlement").order_by("-received_at", "-pk"), request.GET.get("page"), PER_PAGE
    )
    context = {"summary": summary, "query": query, "page_obj": page, "chosen": summary.chosen.count()}
    return render(request, "feedback/staff/cases.html", context)


def sort_cases(request, pk):
    """Say which chosen case speaks to which theme."""
    summary = draft_for(request, pk)
    themes = list(summary.themes.all())
    if request.method == "POST":
        sort_posted(request, summary)
        return redirect(request.get_full_path())
    query = CaseFilter.read(request.GET)
    found = query.apply(eligible_cases(request.user)).filter(pk__in=summary.chosen.values("case"))
    if request.GET.get("only") == "unsorted":
        found = found.exclude(pk__in=summary.themes.values("voices__case").exclude(voices__case=None))
    page = paginate(found.select_related("settlement").order_by("received_at", "pk"), request.GET.get("page"), PER_PAGE)
    named = {}
    for theme in summary.themes.prefetch_related("voices"):
        for voice in theme.voices.all():
            named.setdefault(voice.case_id, []).append(theme.title)
    entries = [{"case": case, "themes": named.get(case.pk, [])} for case in page.object_list]
    context = {"summary": summary, "themes": themes, "query": query, "page_obj": page, "entries": entries}
    return render(request, "feedback/staff/sort.html", context)


def sort_posted(request, summary):
    """Place the ticked cases into a theme, take them out of it, or out of the summary."""
    chosen, actor = ticked(request), request.user
    if "drop" in request.POST:
        number = services.remove_cases(summary, chosen, actor=actor)
        messages.success(request, _("Taken out of the summary: %(number)s.") % {"number": number})
        return
    theme = summary.themes.filter(pk=digits(request.POST.get("theme"))).first()
    if theme is None:
        messages.error(request, _("Choose a theme."))
        return
    number = services.place_cases(summary, theme, chosen, actor=actor, remove="remove" in request.POST)
    messages.success(request, _("Changed: %(number)s.") % {"number": number})


def ticked(request):
    """The keys of the ticked cases: at most MOST_AT_ONCE sane numbers."""
    return [digits(value) for value in request.POST.getlist("case")[:MOST_AT_ONCE] if digits(value)]


def digits(value):
    """A row's key from a stranger's text, or 0."""
    text = str(value or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def theme(request, pk, theme=None):
    """Add or change a theme."""
    summary = draft_for(request, pk)
    instance = get_object_or_404(Theme, pk=theme, summary=summary) if theme else Theme(summary=summary)
    form = ThemeForm(request.POST or None, instance=instance)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("feedback_staff:screen", pk)
    return form_page(request, form, instance.title if theme else _("New theme"), _("Save"), summary)


def measure(request, pk, theme, measure=None):
    """Add or change a measure of a draft's theme."""
    summary = draft_for(request, pk)
    of_theme = get_object_or_404(Theme, pk=theme, summary=summary)
    instance = get_object_or_404(Measure, pk=measure, theme=of_theme) if measure else Measure(theme=of_theme)
    form = MeasureForm(request.POST or None, instance=instance)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("feedback_staff:screen", pk)
    return form_page(request, form, of_theme.title, _("Save"), summary)


@require_POST
def delete_theme(request, pk, theme):
    """Take a theme out of the draft."""
    summary = draft_for(request, pk)
    get_object_or_404(Theme, pk=theme, summary=summary).delete()
    messages.success(request, _("The theme is taken out. Its cases are still chosen."))
    return redirect("feedback_staff:screen", pk)


@require_POST
def delete_measure(request, pk, theme, measure):
    """Take a measure out of the draft."""
    summary = draft_for(request, pk)
    get_object_or_404(Measure, pk=measure, theme=theme, theme__summary=summary).delete()
    messages.success(request, _("The measure is taken out."))
    return redirect("feedback_staff:screen", pk)


def report(request, pk, theme, measure):
    """Add a public line on the progress of a promised measure."""
    found = get_object_or_404(Measure.objects.promised(), pk=measure, theme=theme, theme__summary=pk)
    if not may_update(found, request.user):
        raise Http404
    form = UpdateForm(request.POST or None, initial={"state": found.state})
    if request.method == "POST" and form.is_valid():
        services.record_update(found, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The line is on the summary's page."))
        return redirect("feedback_staff:index")
    return form_page(request, form, found.text, _("Publish the line"))


def move(request, pk, event):
    """One move: its question (and reason) on GET, the verb on POST."""
    summary = summary_for(request, pk)
    row = next((row for row in rules.allowed(summary, request.user) if row.event == event), None)
    if row is None:
        if request.method == "POST":
            messages.error(request, _("This can no longer be done: the summary has moved on."))
            return redirect("feedback_staff:screen", pk)
        raise Http404
    form = ReasonForm(request.POST or None) if row.needs_reason else None
    if request.method == "POST" and (form is None or form.is_valid()):
        return redirect("feedback_staff:screen", carry_out(request, summary, row, form))
    return render(request, "feedback/staff/move.html", {"summary": summary, "row": row, "form": form})


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


def preview(request, pk):
    """The public page as it would be today."""
    summary = summary_for(request, pk)
    summary.figures = summary.figures or count(summary)
    context = {"summary": summary, "content": for_page(summary), "versions": [], "is_preview": True}
    return render(request, "feedback/detail.html", context)


def form_page(request, form, title, action, summary=None):
    """Draw one form; errors make it 422."""
    context = {"form": form, "title": title, "action": action, "summary": summary}
    return render(request, "feedback/staff/form.html", context, status=422 if form.errors else 200)
