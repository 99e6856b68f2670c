"""Emptying the quarantine: what a person recognises as no spam goes on like any other case."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from casework.actors import Actor
from casework.errors import Refused
from casework.models import Case
from casework.services import fire
from casework.staff.access import LARGEST_ID, for_case_workers

AT_ONCE = 200


class ChosenCases(forms.Form):
    """The ticked rows."""

    case = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, data):
        super().__init__(data)
        ids = [value for value in data.getlist("case")[:AT_ONCE] if value.isascii() and value.isdigit()]
        self.fields["case"].choices = [(value, value) for value in ids if int(value) <= LARGEST_ID]


@require_POST
@for_case_workers
def release_view(request):
    """Release every ticked case that this person may release; say how many, and how many not."""
    form = ChosenCases(request.POST)
    chosen = form.cleaned_data["case"] if form.is_valid() else []
    cases = list(Case.objects.workable_by(request.user).quarantined().filter(pk__in=chosen))
    released = sum(release(case, request.user) for case in cases)
    if released:
        words = ngettext("%(count)d case was released.", "%(count)d cases were released.", released)
        messages.success(request, words % {"count": released})
    if len(cases) > released or not released:
        messages.warning(request, _("Some cases could not be released.") if cases else _("No case was chosen."))
    return redirect(f"{reverse('vkhidni_modeladmin_index')}?tab=quarantine")


def release(case, user):
    """Release one case; returns whether the table allowed it."""
    try:
        fire(case, "release", actor=Actor.person(user))
    except Refused:
        return False
    return True
