"""The hub: what a resident can do now and what came of it."""

from django.shortcuts import render

from participation.feedback.models import Measure, Summary

SHOWN = 4


def hub(request):
    """`/uchast/`: the ways to be heard, the latest summaries, the nearest promised measures."""
    measures = Measure.objects.promised().unfinished().select_related("theme__summary").order_by("due_on")
    summaries = Summary.objects.published().select_related("unit")[:SHOWN]
    return render(request, "participation/hub.html", {"summaries": summaries, "measures": measures[:SHOWN]})
