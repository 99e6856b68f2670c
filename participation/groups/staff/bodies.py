"""The list of bodies, the screen of one body, its documents, the table of applications."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.actors import Actor
from casework.services import allowed
from casework.staff.access import for_case_workers
from core.audit import record
from core.exports import stream_csv
from core.query import paginate
from participation.groups import reading
from participation.groups.models import Body, BodyDocument, GroupMeeting, MembershipApplication, WorkspaceAccess
from participation.groups.staff.access import confirm_page, form_page, on_body
from participation.groups.staff.forms import DocumentForm

PER_PAGE = 30
LATEST = 20


@require_safe
@for_case_workers
def index(request):
    """Bodies that this person works with, what waits first."""
    found = Body.objects.workable_by(request.user).select_related("unit", "assignee").order_by("-is_open", "name", "pk")
    return render(request, "groups/staff/index.html", {"page_obj": paginate(found, request.GET.get("page"), PER_PAGE)})


@require_safe
@on_body
def screen(request, body):
    """Composition, access, calls with applications, meetings, documents, and the steps that are open."""
    today = timezone.localdate()
    applications = MembershipApplication.objects.filter(call__body=body).select_related("applicant", "call")
    accesses = list(WorkspaceAccess.objects.filter(body=body, revoked_at=None).select_related("user", "member"))
    for access in accesses:
        access.is_left_behind = bool(access.member and not access.member.sits_on(today))
    context = {
        "body": body,
        "case": body,
        "actions": allowed(body, Actor.person(request.user)),
        "members": reading.in_office(body),
        "accesses": accesses,
        "calls": body.calls.all(),
        "applications": applications.order_by("-received_at", "-pk")[: 5 * LATEST],
        "meetings": GroupMeeting.objects.filter(group=body).order_by("-starts_at", "-pk")[:LATEST],
        "documents": BodyDocument.objects.filter(body=body).select_related("meeting"),
    }
    return render(request, "groups/staff/screen.html", context)


def application_row(case):
    """One application as a row of the staff's table."""
    person = case.applicant
    return [
        case.number,
        case.get_state_display(),
        case.get_channel_display(),
        case.received_at,
        person.name,
        case.occupation,
        case.organisation,
        case.has_conflict,
        case.get_outcome_display(),
        case.get_ground_display(),
        case.reason,
    ]


@require_safe
@on_body
def applications_csv(request, body):
    """Applications with names, for staff only; the download is recorded."""
    record(body, "core.exported", user=request.user, data={"list": "groups.applications", "format": "csv"})
    header = [
        _("Number"), _("State"), _("Channel"), _("Received on"), _("Name"), _("Occupation or post"), _("Organisation"),
        _("Conflict of interest"), _("Decision"), _("Ground"), _("Reasons"),
    ]  # fmt: skip
    rows = (
        MembershipApplication.objects.filter(call__body=body).select_related("applicant").order_by("received_at", "pk")
    )
    return stream_csv(f"zaiavky-{body.slug}", header, map(application_row, rows.iterator(chunk_size=500)))


@on_body
def add_document(request, body):
    """Add a file for everyone or for the workspace."""
    form = DocumentForm(request.POST or None, request.FILES or None, body=body)
    back = reverse("groups_staff:screen", args=[body.pk])
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        facts = {name: data[name] for name in ("title", "readers", "meeting")}
        stored = BodyDocument.take(data["file"][0], body=body, uploaded_by=request.user, **facts)
        record(body, "groups.document", user=request.user, data={"document": stored.pk, "added": True})
        messages.success(request, _("The document is added."))
        return redirect(back)
    return form_page(request, form, _("New document"), back, about=body.name)


@on_body
def delete_document(request, body, document):
    """Take a file away, after a question."""
    stored = get_object_or_404(BodyDocument, pk=document, body=body)
    back = reverse("groups_staff:screen", args=[body.pk])
    if request.method == "POST":
        record(body, "groups.document", user=request.user, data={"document": stored.pk, "added": False})
        stored.delete()
        messages.success(request, _("The document is taken away."))
        return redirect(back)
    return confirm_page(request, _("Take the document away"), stored.title, back)
