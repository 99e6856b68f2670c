"""The hub: what a resident can do now, what happens when, what came of it and by what rules."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core import links
from participation.feedback.models import Measure
from participation.listing import CalendarListing, HubListing
from participation.openings import Scale
from participation.statute.reading import grouped_numbers

PROMISED = 4


@require_safe
def hub(request):
    """`/uchast/`: open processes, the nearest days, decisions, promised measures, ways to be heard."""
    measures = Measure.objects.promised().unfinished().select_related("theme__summary").order_by("due_on", "pk")
    context = {
        "listing": HubListing(request.GET),
        "measures": measures[:PROMISED],
        "scale": list(Scale),
        "guides": links.offered("participation.hub", request),
    }
    return render(request, "participation/hub.html", context)


@require_safe
def calendar(request):
    """`/uchast/kalendar/`: one month as a list."""
    return render(request, "participation/calendar.html", {"listing": CalendarListing(request.GET)})


@require_safe
def rules(request):
    """`/uchast/pravyla/`: the numbers of the statute in force, with their acts."""
    today = timezone.localdate()
    return render(request, "participation/rules.html", {"groups": grouped_numbers(today), "today": today})
