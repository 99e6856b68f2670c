"""Composition and access: two tables, two groups of screens."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from core.audit import record
from participation.groups import services
from participation.groups.models import Member, WorkspaceAccess
from participation.groups.staff.access import confirm_page, form_page, on_body
from participation.groups.staff.forms import AccessForm, EndForm, MemberForm


def back_to(body):
    """The screen of the body."""
    return reverse("groups_staff:screen", args=[body.pk])


@on_body
def member(request, body, member=None):
    """Add a mandate given by an act, or correct one. It opens no workspace."""
    instance = get_object_or_404(Member, pk=member, body=body) if member else Member(body=body)
    initial = {} if member else {"act": body.composition_act, "mandate_to": body.term_ends_on}
    form = MemberForm(request.POST or None, instance=instance, initial=initial)
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        record(body, "groups.member", user=request.user, data={"member": saved.pk})
        messages.success(request, _("Saved. Access to the workspace is given apart."))
        return redirect(back_to(body))
    title = _("Change the member") if member else _("New member")
    return form_page(request, form, title, back_to(body), about=body.name)


@on_body
def end_mandate(request, body, member):
    """End a mandate before its term. Access that the person has is not touched: the screen says so."""
    found = get_object_or_404(Member, pk=member, body=body)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found.ended_on, found.end_reason = form.cleaned_data["ended_on"], form.cleaned_data["end_reason"]
        found.save(update_fields=["ended_on", "end_reason"])
        record(body, "groups.member", user=request.user, data={"member": found.pk, "ended": True})
        messages.success(request, _("The mandate is ended. Look whether access must be taken back too."))
        return redirect(back_to(body))
    return form_page(request, form, _("End the mandate"), back_to(body), about=found.name)


@on_body
def grant(request, body):
    """Open the workspace to an account."""
    form = AccessForm(request.POST or None, body=body)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        services.grant_access(body, user=form.user, actor=request.user, member=data["member"], until=data["until"])
        messages.success(request, _("The workspace is open to this account; a letter with the link is on its way."))
        return redirect(back_to(body))
    return form_page(request, form, _("Give access to the workspace"), back_to(body), about=body.name)


@on_body
def revoke(request, body, access):
    """Close the workspace to an account, after a question."""
    found = get_object_or_404(WorkspaceAccess.objects.select_related("body", "user"), pk=access, body=body)
    if request.method == "POST":
        services.revoke_access(found, actor=request.user)
        messages.success(request, _("Access is taken back."))
        return redirect(back_to(body))
    return confirm_page(request, _("Take access back"), str(found.user), back_to(body))
