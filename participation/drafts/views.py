"""Public pages of draft documents."""

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.pdf import PdfUnavailableError
from core.query import IdField, PageField, QueryForm, paginate
from participation.comments.reading import listing
from participation.drafts import comparing, exports, labels, table
from participation.drafts.models.decision import TONES
from participation.drafts.reading import (
    TOLD,
    consultation_of,
    history,
    open_consultations,
    public_consultations,
    public_documents,
    published_versions,
    sheet,
    sheet_of,
    story_of,
)
from participation.follows.services import is_following

PER_PAGE = 20
ROWS_PER_PAGE = 40
LINES_PER_PAGE = 40
LARGEST_VERSION = 32767


class PageQuery(QueryForm):
    """Which page of a long document or table."""

    page = PageField()


class CompareQuery(PageQuery):
    """Which two versions, and whether with what stayed the same."""

    before = IdField()
    after = IdField()
    all = forms.BooleanField(required=False)


def document_of(slug):
    """The public document at this address. Raises Http404."""
    return get_object_or_404(public_documents(), slug=slug)


@require_safe
def index(request):
    """Open consultations first, then those decided or being decided."""
    now = timezone.now()
    rest = public_consultations().exclude(pk__in=open_consultations(now).order_by().values("pk"))
    page = paginate(rest.order_by("-received_at", "-pk"), PageQuery.read(request.GET), PER_PAGE)
    return render(request, "drafts/list.html", {"open": list(open_consultations(now)[:50]), "page_obj": page})


@require_safe
def document(request, slug, version=None):
    """The text in numbered paragraphs, each with its link to comment."""
    found = document_of(slug)
    versions = published_versions(found)
    shown = found.current
    if version is not None:
        shown = next((row for row in versions if row.number == version), None)
    if shown is None:
        raise Http404
    consultation = consultation_of(found)
    context = {
        "document": found,
        "version": shown,
        "versions": versions,
        "is_current": shown.pk == found.current_id,
        "consultation": consultation,
        "following": bool(consultation) and is_following(consultation, request.user),
        "takes_comments": takes_comments(found),
        "has_table": has_table(found, consultation),
        "sheet": sheet(found, shown, PageQuery.read(request.GET).values["page"]),
        "story": story_of(consultation),
        "formats": exports.FORMATS,
    }
    return render(request, "drafts/document.html", context)


def takes_comments(document):
    """Whether anyone may comment now."""
    return bool(document.thread_id and document.thread.takes_comments())


def has_table(document, consultation):
    """Whether the table of decisions is for everyone: once the report is published, or always without a consultation."""
    if document.thread_id is None:
        return False
    return consultation.state in TOLD if consultation else True


@require_safe
def paragraph(request, slug, label):
    """One paragraph: its words, how they changed, and the comments on it with the form."""
    found = document_of(slug)
    if not labels.is_label(label):
        raise Http404
    words = history(found, label)
    if not words:
        raise Http404
    all_rows = list(found.current.paragraphs.order_by("order"))
    place = next((index for index, row in enumerate(all_rows) if row.label == label), None)
    context = {
        "document": found,
        "paragraph": words[0] if place is None else all_rows[place],
        "is_removed": place is None,
        "earlier": words[1:] if place is not None else words,
        "before": all_rows[place - 1] if place else None,
        "after": all_rows[place + 1] if place is not None and place + 1 < len(all_rows) else None,
        "sheet_number": sheet_of(all_rows, label),
        "takes_comments": takes_comments(found),
        "listing": listing(found.thread, request, anchor=label) if found.thread_id else None,
    }
    return render(request, "drafts/paragraph.html", context)


@require_safe
def whole(request, slug):
    """Comments on the document as a whole, and all comments in one list."""
    found = document_of(slug)
    if found.thread_id is None:
        raise Http404
    context = {"document": found, "listing": listing(found.thread, request, anchor="")}
    return render(request, "drafts/whole.html", context)


@require_safe
def compare(request, slug):
    """Two versions paragraph by paragraph."""
    found = document_of(slug)
    versions = published_versions(found)
    if len(versions) < 2:
        raise Http404
    query = CompareQuery.read(request.GET)
    numbers = {row.number: row for row in versions}
    after = numbers.get(query.values["after"], versions[0])
    before = numbers.get(query.values["before"], next((r for r in versions if r.number < after.number), versions[1]))
    rows = comparing.compare(list(before.paragraphs.all()), list(after.paragraphs.all()))
    shown = rows if query.values["all"] else [row for row in rows if row.how != comparing.SAME or row.moved]
    context = {
        "document": found,
        "versions": versions,
        "before": before,
        "after": after,
        "counts": comparing.counts(rows),
        "page_obj": paginate(shown, query, ROWS_PER_PAGE),
        "with_all": query.values["all"],
    }
    return render(request, "drafts/compare.html", context)


def document_with_table(slug):
    """The document whose table of decisions anyone may read. Raises Http404."""
    found = document_of(slug)
    if not has_table(found, consultation_of(found)):
        raise Http404
    return found


@require_safe
def decisions(request, slug):
    """The table “comment, decision, reason”."""
    found = document_with_table(slug)
    lines = table.lines_of(found)
    context = {
        "document": found,
        "page_obj": paginate(lines, PageQuery.read(request.GET), LINES_PER_PAGE),
        "figures": [(label, number, TONES.get(key, "quiet")) for label, number, key in table.figures(lines)],
        "formats": exports.FORMATS,
    }
    return render(request, "drafts/decisions.html", context)


@require_safe
def decisions_file(request, slug, kind):
    """The same table as a file; the page to print where PDF cannot be made."""
    found = document_with_table(slug)
    try:
        return exports.table_in(known(kind), found, table.lines_of(found))
    except PdfUnavailableError:
        return redirect(f"{reverse('drafts:decisions', args=[slug])}?print=1")


@require_safe
def document_file(request, slug, kind, version=None):
    """A published version as a file; the page to print where PDF cannot be made."""
    found = document_of(slug)
    number = found.current.number if version is None else version
    if number > LARGEST_VERSION:
        raise Http404
    shown = get_object_or_404(found.versions.exclude(published_at=None), number=number)
    try:
        return exports.document_in(known(kind), found, shown)
    except PdfUnavailableError:
        return redirect(f"{reverse('drafts:document', args=[slug])}?print=1")


def known(kind):
    """The format of a file. Raises Http404 for another."""
    if kind not in exports.FORMATS:
        raise Http404
    return kind
