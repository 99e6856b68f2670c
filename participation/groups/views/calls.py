"""Proposing a body; a call for members, its form on the screen and on paper."""

from django import forms
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe

from casework.intake import IntakeView
from participation.groups import reading


def latest_call(body):
    """The call that runs, or the last one. Raises Http404 when there was none."""
    found = body.calls.exclude(state="cancelled").first()
    if found is None:
        raise Http404
    return found


@require_safe
def call(request, slug):
    """Whom the body seeks, what to bring, until when; afterwards how many applied, and never who was refused."""
    body = reading.public_body(slug)
    found = latest_call(body)
    return render(request, "groups/call.html", {"body": body, "call": found, **outcome(found)})


def outcome(call):
    """Totals of a call: numbers only."""
    states = list(call.applications.filter(is_quarantined=False).values_list("state", flat=True))
    return {
        "is_accepting": call.accepts(),
        "applied": len(states),
        "appointed": states.count("appointed"),
        "is_finished": call.state == "finished",
    }


@require_safe
def blank(request, slug):
    """The application form on paper."""
    body = reading.public_body(slug)
    return render(request, "groups/blank.html", {"body": body, "call": latest_call(body)})


class ProposeView(IntakeView):
    """Propose an advisory body."""

    procedure_key = "body"
    template_name = "groups/propose.html"


class ApplyView(IntakeView):
    """Apply for a seat in the body of the address."""

    procedure_key = "seat"
    template_name = "groups/apply.html"

    @cached_property
    def body(self):
        """The body that calls for members. Raises Http404."""
        return reading.public_body(self.kwargs["slug"])

    def dispatch(self, request, *args, **kwargs):
        """A closed call leads to its page, where one reads that it is closed."""
        if not latest_call(self.body).accepts():
            return redirect("groups:call", slug=self.body.slug)
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class=None):
        """The call is that of the address."""
        form = super().get_form(form_class)
        found = latest_call(self.body)
        field = form.fields["call"]
        field.queryset, field.initial, field.widget = field.queryset.filter(pk=found.pk), found.pk, forms.HiddenInput()
        return form

    def get_context_data(self, **kwargs):
        """Add the body and its call."""
        return super().get_context_data(body=self.body, call=latest_call(self.body), **kwargs)
