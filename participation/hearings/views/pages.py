"""The page of a hearing, its files, and the screen for the hall."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from casework.services.tracking import normalise_number
from core.uploads import serve
from participation.follows.services import is_following
from participation.hearings.models import Hearing, HearingDocument
from participation.hearings.reading import details
from participation.hearings.running import screen

REFRESH_SECONDS = 10


def shown_hearing(number):
    """The hearing with this number, if anyone may read of it. Raises Http404."""
    rows = Hearing.objects.shown().select_related("settlement", "chair", "secretary")
    return get_object_or_404(rows, number=normalise_number(number))


class HearingDetail(TemplateView):
    """One hearing: from the initiative to the reaction."""

    template_name = "hearings/detail.html"

    def get_context_data(self, **kwargs):
        """Gather the file. Raises Http404."""
        hearing = shown_hearing(self.kwargs["number"])
        following = is_following(hearing, self.request.user)
        return super().get_context_data(**details(hearing), following=following, **kwargs)


@require_safe
def projector(request, number):
    """The screen for the hall: who speaks, how long, who is next; it refreshes itself without scripts."""
    hearing = shown_hearing(number)
    if not hearing.starts_at:
        raise Http404
    response = render(request, "hearings/projector.html", screen(hearing, timezone.now()))
    response["Cache-Control"], response["Refresh"] = "no-store", str(REFRESH_SECONDS)
    return response


@require_safe
def public_file(request, number, pk):
    """Hand out a document of the hearing; no other file of the case is reachable here."""
    document = get_object_or_404(
        HearingDocument.objects.filter(file__isnull=False).select_related("file"), pk=pk, hearing=shown_hearing(number)
    )
    return serve(document.file)
