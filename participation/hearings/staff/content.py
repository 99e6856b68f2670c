"""What staff put into the file: agenda, documents, proofs of notice, votes, places."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from casework.enums import AttachmentPurpose
from casework.models import Attachment
from participation.hearings import services
from participation.hearings.forms.staff import AgendaForm, DocumentForm, PlacesForm, ProofForm, VoteForm
from participation.hearings.models import AgendaItem, HearingDocument, HearingVote
from participation.hearings.staff.access import on_hearing, row_of

BEFORE_SITTING = ("checking", "appointed", "announced", "in_session", "paused", "not_held")
UNTIL_SIGNED = (*BEFORE_SITTING, "held")
PARTS = {"poriadok": AgendaItem, "dokumenty": HearingDocument, "holosuvannia": HearingVote}


def form_page(request, hearing, form, title, action):
    """Draw one form; errors make it 422."""
    context = {"hearing": hearing, "form": form, "title": title, "action": action}
    return render(request, "hearings/staff/form.html", context, status=422 if form.errors else 200)


def back(hearing, part):
    """Return to the part of the file that was changed."""
    return HttpResponseRedirect(f"{reverse('hearings_staff:file', args=[hearing.pk])}#{part}")


def too_late(request, hearing):
    """The file can no longer be changed like this."""
    messages.error(request, _("This can no longer be changed: the hearing has moved on."))
    return redirect("hearings_staff:file", hearing.pk)


@on_hearing
def agenda(request, hearing, item=None):
    """Add or change a point of the agenda."""
    if hearing.state not in UNTIL_SIGNED:
        return too_late(request, hearing)
    instance = row_of(hearing.agenda.all(), item) if item is not None else AgendaItem(hearing=hearing)
    form = AgendaForm(request.POST or None, instance=instance)
    if request.method == "POST" and form.is_valid():
        form.save()
        return back(hearing, "agenda")
    return form_page(request, hearing, form, _("Point of the agenda"), _("Save"))


@on_hearing
def vote(request, hearing):
    """Enter a vote."""
    if hearing.state not in ("in_session", "paused", "held"):
        return too_late(request, hearing)
    form = VoteForm(request.POST or None, instance=HearingVote(hearing=hearing), hearing=hearing)
    if request.method == "POST" and form.is_valid():
        form.save()
        return back(hearing, "votes")
    return form_page(request, hearing, form, _("Vote"), _("Save"))


@on_hearing
def document(request, hearing):
    """Add documents, each a public file."""
    if hearing.state not in UNTIL_SIGNED:
        return too_late(request, hearing)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        add_documents(hearing, user=request.user, **form.cleaned_data)
        return back(hearing, "documents")
    return form_page(request, hearing, form, _("Document"), _("Publish"))


@transaction.atomic
def add_documents(hearing, *, title, files, draft, user):
    """Point at the draft; keep every file as a public copy under the title."""
    if draft is not None:
        HearingDocument.objects.create(hearing=hearing, title=draft.title, draft=draft)
    for number, uploaded in enumerate(files, 1):
        stored = Attachment.take(uploaded, case_id=hearing.pk, purpose=AttachmentPurpose.PUBLIC_COPY, uploaded_by=user)
        name = f"{title} ({number})" if len(files) > 1 else title
        HearingDocument.objects.create(hearing=hearing, title=name[:200], file=stored)


@on_hearing
def proof(request, hearing):
    """Add a proof of notice of the date that holds."""
    if hearing.state not in ("announced", "in_session", "paused", "held"):
        return too_late(request, hearing)
    form = ProofForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            row = form.save(commit=False)
            row.hearing, row.round, row.recorded_by = hearing, hearing.changes, request.user
            files = form.cleaned_data["files"]
            if files:
                row.file = Attachment.take(
                    files[0], case_id=hearing.pk, purpose=AttachmentPurpose.SCAN, uploaded_by=request.user
                )
            row.save()
        return back(hearing, "notice")
    return form_page(request, hearing, form, _("Proof of notice"), _("Save"))


@require_POST
@on_hearing
def remove(request, hearing, part, item):
    """Take a point, a document or a vote out of a file that is not signed yet."""
    if part not in PARTS:
        raise Http404
    if hearing.state not in UNTIL_SIGNED or hearing.chair_signed_at or hearing.secretary_signed_at:
        return too_late(request, hearing)
    row = row_of(PARTS[part].objects.filter(hearing=hearing), item)
    row.delete()
    if file := getattr(row, "file", None):  # the file stays in the case, but no longer for everyone
        Attachment.objects.filter(pk=file.pk).update(purpose=AttachmentPurpose.CORRESPONDENCE)
    messages.success(request, _("It is taken out of the file."))
    return redirect("hearings_staff:file", hearing.pk)


@on_hearing
def places(request, hearing):
    """Change how many places there are."""
    kept = hearing.seats.filter(is_reserved=True).count()
    form = PlacesForm(request.POST or None, initial={"total": hearing.places, "reserved": kept})
    if request.method == "POST" and form.is_valid():
        try:
            services.set_places(hearing, **form.cleaned_data)
        except services.NotPossible as refusal:
            form.add_error("total", str(refusal))
        else:
            return redirect("hearings_staff:people", hearing.pk)
    return form_page(request, hearing, form, _("Places in the hall"), _("Save"))
