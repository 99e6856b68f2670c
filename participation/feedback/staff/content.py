"""The screens of a draft's themes and measures, and of reporting on a promised measure."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from participation.feedback import services
from participation.feedback.models import Measure, Theme
from participation.feedback.rules import may_compose
from participation.feedback.services.measures import may_update
from participation.feedback.staff.access import on_draft, within_reach
from participation.feedback.staff.forms import MeasureForm, ThemeForm, UpdateForm
from participation.feedback.staff.pages import confirm_page, form_page


def theme_of(summary, theme):
    """The theme with this key of the summary. Raises Http404."""
    return get_object_or_404(Theme, pk=within_reach(theme), summary=summary)


def measure_of(summary, theme, measure):
    """The measure with this key of a theme of the summary. Raises Http404."""
    return get_object_or_404(Measure, pk=within_reach(measure), theme=theme_of(summary, theme))


@on_draft
def theme(request, summary, theme=None):
    """Add or change a theme."""
    instance = theme_of(summary, theme) if theme is not None else Theme(summary=summary)
    form = ThemeForm(request.POST or None, instance=instance)
    if request.method == "POST" and form.is_valid():
        services.save_theme(summary, form.row(), actor=request.user)
        return redirect("feedback_staff:screen", summary.pk)
    title = _("Change the theme") if instance.pk else _("New theme")
    return form_page(request, form, title, _("Save"), summary)


@on_draft
def measure(request, summary, theme, measure=None):
    """Add or change a measure of a draft's theme."""
    of_theme = theme_of(summary, theme)
    instance = Measure(theme=of_theme) if measure is None else measure_of(summary, theme, measure)
    form = MeasureForm(request.POST or None, instance=instance)
    if request.method == "POST" and form.is_valid():
        services.save_measure(of_theme, form.row(), actor=request.user)
        return redirect("feedback_staff:screen", summary.pk)
    title = _("Change the measure") if instance.pk else _("New measure")
    return form_page(request, form, title, _("Save"), summary, about=of_theme.title)


@on_draft
def delete_theme(request, summary, theme):
    """Take a theme out of the draft, after a question that says what goes with it."""
    found = theme_of(summary, theme)
    if request.method == "POST":
        services.take_out(found, actor=request.user)
        messages.success(request, _("The theme is taken out. Its cases are still chosen."))
        return redirect("feedback_staff:screen", summary.pk)
    voices, measures = found.voices.count(), found.measures.count()
    warnings = [
        ngettext(
            "%(number)s voice is no longer sorted; the case stays chosen.",
            "%(number)s voices are no longer sorted; the cases stay chosen.",
            voices,
        )
        % {"number": voices},
        ngettext("%(number)s measure goes with it.", "%(number)s measures go with it.", measures)
        % {"number": measures},
    ]
    return confirm_page(request, summary, _("Take the theme out"), warnings, found.title)


@on_draft
def delete_measure(request, summary, theme, measure):
    """Take a measure out of the draft, after a question."""
    found = measure_of(summary, theme, measure)
    if request.method == "POST":
        services.take_out(found, actor=request.user)
        messages.success(request, _("The measure is taken out."))
        return redirect("feedback_staff:screen", summary.pk)
    return confirm_page(request, summary, _("Take the measure out"), [], found.text)


def report(request, pk, theme, measure):
    """Add a public line on the progress of a promised measure; open to its owner in whatever role."""
    promised = Measure.objects.promised().select_related("theme__summary")
    found = get_object_or_404(
        promised, pk=within_reach(measure), theme=within_reach(theme), theme__summary=within_reach(pk)
    )
    if not may_update(found, request.user):
        raise Http404
    form = UpdateForm(request.POST or None, initial={"state": found.state})
    if request.method == "POST" and form.is_valid():
        services.record_update(found, actor=request.user, **form.cleaned_data)
        messages.success(request, _("The line is on the summary's page."))
        return redirect("feedback_staff:index" if may_compose(request.user) else "wagtailadmin_home")
    told = {"about": found.text, "lines": found.updates.all(), "is_guest": not may_compose(request.user)}
    return form_page(request, form, _("Report progress"), _("Publish the line"), **told)
