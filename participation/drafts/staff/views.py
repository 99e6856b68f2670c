"""The screens of documents: list, one document, its versions."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.staff.access import works_cases
from casework.staff.screen import action_buttons
from core.forms import key_or_new
from core.query import paginate
from participation.drafts import comparing, services
from participation.drafts.docx.remarks import in_words
from participation.drafts.forms.documents import ConsultationForm, DocumentForm, NewDocumentForm, VersionForm
from participation.drafts.models import Consultation, Document
from participation.drafts.services.consulting import usual_profile
from participation.drafts.services.deciding import to_decide, undecided
from participation.drafts.services.publishing import why_not_publish
from participation.drafts.staff.access import for_composers, on_document

PER_PAGE = 30
ROWS_PER_PAGE = 60


@require_safe
@for_composers
def index(request):
    """All documents this person works on."""
    consultations = Prefetch("consultations", Consultation.objects.order_by("-received_at", "-pk"))
    found = Document.objects.workable_by(request.user).select_related("unit", "current", "thread")
    page = paginate(
        found.prefetch_related(consultations).order_by("-created_at", "-pk"), request.GET.get("page"), PER_PAGE
    )
    return render(request, "drafts/staff/index.html", {"page_obj": page})


@for_composers
def create(request):
    """Begin a document with its first text."""
    form = NewDocumentForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        file = data.pop("file")
        with transaction.atomic():
            document = services.start_document(actor=request.user, **data)
            services.import_docx(document, file, actor=request.user)
        messages.success(request, _("The text is read into numbered paragraphs. Look at them before you publish."))
        return redirect("drafts_staff:screen", document.pk)
    return form_page(request, form, _("New draft"), _("Read the text"), has_files=True)


def form_page(request, form, title, action, document=None, **context):
    """Draw one form; errors make it 422."""
    context = {"form": form, "title": title, "action": action, "document": document, **context}
    return render(request, "drafts/staff/form.html", context, status=422 if form.errors else 200)


@require_safe
@on_document
def screen(request, document):
    """One document: versions, what is missing, its consultation and the steps open to this person, comments."""
    newest = document.newest
    consultation = document.consultations.order_by("-received_at", "-pk").first()
    is_mine = consultation and works_cases(request.user) and consultation.is_staffed_by(request.user)
    context = {
        "document": document,
        "versions": document.versions.order_by("-number"),
        "newest": newest,
        "remarks": in_words(newest.remarks) if newest else [],
        "doubts": newest.doubtful_count if newest and not newest.is_published else 0,
        "consultation": consultation,
        "actions": action_buttons(consultation, request.user, timezone.now()) if is_mine else [],
        "comment_count": to_decide(document).count() if document.thread_id else 0,
        "waiting": undecided(document).count(),
        "may_begin": consultation is None or consultation.state_rule.is_final,
        "may_publish": bool(
            newest and not newest.is_published and not why_not_publish(newest) and not is_running(consultation)
        ),
        "key": key_or_new(None),
    }
    return render(request, "drafts/staff/screen.html", context)


def is_running(consultation):
    """Whether a consultation decides when a version is published."""
    return consultation is not None and consultation.state in {"draft", "open", "processing"}


@on_document
def edit(request, document):
    """Change what is said about the document."""
    initial = {name: getattr(document, name) for name in ("title", "kind", "lead", "unit")}
    form = DocumentForm(request.POST or None, initial=initial, user=request.user)
    if request.method == "POST" and form.is_valid():
        services.change_document(document, actor=request.user, **form.cleaned_data)
        return redirect("drafts_staff:screen", document.pk)
    return form_page(request, form, _("About the draft"), _("Save"), document)


@on_document
def add_version(request, document):
    """Import a new version; one in work is replaced."""
    form = VersionForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            version = services.import_docx(
                document, form.cleaned_data["file"], actor=request.user, note=form.cleaned_data["note"]
            )
        except ValidationError as error:
            form.add_error("file", error)
        else:
            if version.doubtful_count:
                messages.warning(request, _("Some paragraphs changed so much that a person must say what they were."))
                return redirect("drafts_staff:settle", document.pk)
            messages.success(request, _("The new version is read. Look at it before you publish."))
            return redirect("drafts_staff:version", document.pk, version.number)
    return form_page(request, form, _("New version"), _("Read the text"), document, has_files=True)


@require_safe
@on_document
def version(request, document, number):
    """The paragraphs of a version with what changed since the published one before it."""
    found = get_object_or_404(document.versions, number=min(number, 32767))
    before = document.versions.exclude(published_at=None).filter(number__lt=found.number).order_by("-number").first()
    rows = comparing.compare(list(before.paragraphs.all()) if before else [], list(found.paragraphs.all()))
    page = paginate(rows, request.GET.get("page"), ROWS_PER_PAGE)
    context = {
        "document": document,
        "version": found,
        "before": before,
        "counts": comparing.counts(rows) if before else {},
        "page_obj": page,
        "remarks": in_words(found.remarks),
    }
    return render(request, "drafts/staff/version.html", context)


@on_document
def publish(request, document):
    """Publish the newest version of a document that no consultation holds, after a question."""
    newest = document.newest
    if (
        newest is None
        or newest.is_published
        or is_running(document.consultations.order_by("-received_at", "-pk").first())
    ):
        raise Http404
    if request.method == "POST":
        try:
            services.publish_version(newest, actor=request.user)
            messages.success(request, _("The version is published."))
        except services.NotReady as error:
            messages.error(request, str(error))
        return redirect("drafts_staff:screen", document.pk)
    context = {"document": document, "question": _("Publish the version for everyone?"), "action": _("Publish")}
    return render(request, "drafts/staff/confirm.html", context)


@on_document
def begin_consultation(request, document):
    """Enter a consultation into the register."""
    latest = document.consultations.order_by("-received_at", "-pk").first()
    if latest is not None and not latest.state_rule.is_final:
        return redirect("drafts_staff:screen", document.pk)
    form = ConsultationForm(request.POST or None, initial={"profile": usual_profile(document)})
    if request.method == "POST" and form.is_valid():
        services.start_consultation(
            document, actor=request.user, profile=form.cleaned_data["profile"], key=key_or_new(request.POST.get("key"))
        )
        messages.success(request, _("The consultation is entered into the register. Open it when the text is ready."))
        return redirect("drafts_staff:screen", document.pk)
    return form_page(request, form, _("Consultation on the draft"), _("Begin"), document, key=key_or_new(None))
