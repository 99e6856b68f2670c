"""The screen of contributions of which only the number is known."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from participation.feedback import services
from participation.feedback.models import Tally
from participation.feedback.rules import NotAllowed
from participation.feedback.services.counting import offered
from participation.feedback.staff.access import on_draft, within_reach
from participation.feedback.staff.content import theme_of
from participation.feedback.staff.forms import TallyForm


@on_draft
def tallies(request, summary, theme):
    """What is counted under a theme, what rooms offer to count, and a form for a number from a journal."""
    of_theme = theme_of(summary, theme)
    form = TallyForm(request.POST if "own" in request.POST else None, instance=Tally(theme=of_theme))
    if request.method == "POST":
        if "own" not in request.POST:
            take_sent(request, summary, of_theme)
            return redirect("feedback_staff:tallies", summary.pk, of_theme.pk)
        if form.is_valid():
            services.save_tally(of_theme, form.row(), actor=request.user)
            return redirect("feedback_staff:tallies", summary.pk, of_theme.pk)
    found = list(of_theme.tallies.all())
    known = {f"{tally.source}:{tally.item}": tally.number for tally in found if tally.source}
    more = {
        name: (source, total) for name, (source, total) in offered(summary).items() if known.get(name) != total.number
    }
    context = {"summary": summary, "theme": of_theme, "tallies": found, "offered": more, "form": form}
    return render(request, "feedback/staff/tallies.html", context, status=422 if form.errors else 200)


def take_sent(request, summary, theme):
    """Count what a room offers, or take a number out."""
    if key := request.POST.get("drop", ""):
        number = int(key) if key.isascii() and key.isdigit() and len(key) < 19 else 0
        tally = get_object_or_404(theme.tallies, pk=within_reach(number))
        services.take_out(tally, actor=request.user)
        return
    try:
        services.count_in(summary, theme, request.POST.get("count", ""), actor=request.user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The number is counted under the theme."))
