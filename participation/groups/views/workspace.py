"""The workspace of a body: for whoever has access, which membership alone does not give."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from casework.errors import Refused
from core.forms import HouseForm, TextField
from participation.groups import reading, services
from participation.groups.enums import Intention
from participation.groups.models import Attendance, GroupMeeting, WorkspaceAccess
from participation.groups.services.access import CONFIRMABLE, REMARKABLE

LATEST = 20


class AttendanceForm(HouseForm):
    """Whether the member means to come."""

    intention = forms.ChoiceField(
        label=gettext_lazy("Will you come?"), choices=Intention.choices, widget=forms.RadioSelect
    )


class RemarkForm(HouseForm):
    """A remark to the minutes."""

    text = TextField(label=gettext_lazy("Your remark to the minutes"), lines=4, max_length=5000)


def access_of(request, slug):
    """The access that opens the workspace at `slug` to this person. Raises Http404 for everybody else."""
    rows = WorkspaceAccess.objects.in_force().select_related("body", "member")
    return get_object_or_404(rows, body__slug=slug, user=request.user)


@never_cache
@login_required
def workspace(request, slug):
    """Meetings ahead and behind, documents, the own attendance."""
    access = access_of(request, slug)
    rows = GroupMeeting.objects.filter(group=access.body).order_by("-starts_at", "-pk")
    meetings = list(rows[:LATEST])
    mine = {}
    if access.member:
        found = Attendance.objects.filter(member=access.member, meeting__in=[meeting.pk for meeting in meetings])
        mine = {row.meeting_id: row for row in found}
    for meeting in meetings:
        meeting.mine = mine.get(meeting.pk)
    context = {
        "body": access.body,
        "access": access,
        "meetings": meetings,
        "files": reading.documents(access.body, workspace=True),
    }
    return render(request, "groups/workspace.html", context)


@never_cache
@login_required
def meeting(request, slug, number):
    """One meeting: agenda and documents before the public has them, attendance, own remarks to the minutes."""
    access = access_of(request, slug)
    found = get_object_or_404(GroupMeeting, group=access.body, sequence=number)
    found.group = access.body
    attendance, remark = _forms(request, access, found)
    for form, verb in ((attendance, services.confirm_attendance), (remark, services.remark)):
        if form is not None and form.is_bound and form.is_valid():
            return _done(request, verb, found, access, form.cleaned_data)
    failed = any(form is not None and form.is_bound and form.errors for form in (attendance, remark))
    context = {
        **reading.minutes_of(found),
        "access": access,
        "attendance_form": attendance,
        "remark_form": remark,
        "remarks": found.remarks.filter(author=request.user),
        "files": reading.documents(access.body, meeting=found, workspace=True),
    }
    return render(request, "groups/workspace_meeting.html", context, status=422 if failed else 200)


def _forms(request, access, meeting):
    """The forms that are open now; only the one that was sent is bound."""
    sent = request.POST if request.method == "POST" else None
    attendance = remark = None
    if access.member and meeting.state == CONFIRMABLE:
        mine = Attendance.objects.filter(meeting=meeting, member=access.member).first()
        data = sent if sent is not None and "intention_sent" in sent else None
        attendance = AttendanceForm(data, initial={"intention": mine.intention if mine else ""})
    if meeting.state in REMARKABLE:
        remark = RemarkForm(sent if sent is not None and "remark_sent" in sent else None)
    if sent is not None and not any(form is not None and form.is_bound for form in (attendance, remark)):
        raise Http404
    return attendance, remark


def _done(request, verb, meeting, access, data):
    """Carry it out and say so, or say why not."""
    try:
        verb(meeting, access=access, **data)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Saved."))
    return redirect("groups:workspace_meeting", slug=access.body.slug, number=meeting.sequence)
