"""The screens on which officials decide each comment, and the table for the act's file."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import audit
from core.pdf import PdfUnavailableError
from core.query import PageField, QueryForm, paginate
from participation.drafts import exports, services, table
from participation.drafts.forms.documents import VerdictForm
from participation.drafts.services.deciding import to_decide, undecided, why_not_decide
from participation.drafts.staff.access import on_document, within_reach
from participation.drafts.views import known

PER_PAGE = 40


class CommentsQuery(QueryForm):
    """Which comments to list."""

    only = forms.ChoiceField(choices=[("", ""), ("waiting", "")], required=False)
    page = PageField()


@require_safe
@on_document
def comments(request, document):
    """Comments in the order of paragraphs with their decisions."""
    query = CommentsQuery.read(request.GET)
    lines = table.lines_of(document)
    figures = table.figures(lines)
    if query.values["only"] == "waiting":
        lines = [line for line in lines if line.decision is None]
    context = {
        "document": document,
        "page_obj": paginate(lines, query, PER_PAGE),
        "figures": figures,
        "only": query.values["only"],
        "closed": why_not_decide(document),
        "formats": exports.FORMATS,
    }
    return render(request, "drafts/staff/comments.html", context)


@on_document
def decide(request, document, comment):
    """The decision on one comment; after it the next one without a decision."""
    if document.thread_id is None:
        raise Http404
    found = get_object_or_404(
        to_decide(document).select_related("decision", "thread__document"), pk=within_reach(comment)
    )
    given = getattr(found, "decision", None)
    initial = {"verdict": given.verdict, "reason": given.reason} if given else {}
    form = VerdictForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.decide(found, actor=request.user, **form.cleaned_data)
            return after_decision(request, document, found)
        except services.NotReady as error:
            form.add_error(None, str(error))
    context = {
        "document": document,
        "comment": found,
        "words": table.words_of(document, {found.anchor}).get(found.anchor, ""),
        "form": form,
        "closed": why_not_decide(document, found),
        "left": undecided(document).count(),
    }
    return render(request, "drafts/staff/decide.html", context, status=422 if form.errors else 200)


def after_decision(request, document, decided):
    """Lead to the next comment that waits, or back to the list."""
    waiting = [line.comment.pk for line in table.lines_of(document) if line.decision is None]
    if not waiting:
        messages.success(request, _("Every comment has its decision."))
        return redirect("drafts_staff:comments", document.pk)
    messages.success(request, _("The decision is written. Next comment:"))
    return redirect("drafts_staff:decide", document.pk, waiting[0])


@require_safe
@on_document
def table_file(request, document, kind):
    """The table for the act's file, at any time."""
    lines = table.lines_of(document)
    try:
        response = exports.table_in(known(kind), document, lines)
    except PdfUnavailableError:
        messages.error(request, _("PDF cannot be made on this server. Take DOCX."))
        return redirect("drafts_staff:comments", document.pk)
    audit.record(document, "core.exported", user=request.user, data={"rows": len(lines), "format": kind})
    return response
