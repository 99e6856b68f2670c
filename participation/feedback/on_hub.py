"""What this room tells the hub: summaries as decisions, promised measures as days of the calendar."""

from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import sitemaps
from participation import openings
from participation.feedback.editions import public_of
from participation.feedback.enums import MeasureState
from participation.feedback.figures import coverage
from participation.feedback.models import Measure, Summary

SUMMARY, MEASURE = "summary", "measure"


def register():
    """Enter both kinds, their functions, and the addresses for the map of the site."""
    openings.register_kind(SUMMARY, _("You said, we did"))
    openings.register_kind(MEASURE, _("Promised measures"))
    openings.register_dates(promised)
    openings.register_decided(decided)
    sitemaps.register("feedback", addresses)


def decided(now, limit):
    """The newest published summaries."""
    return [
        openings.Decided(
            kind=SUMMARY,
            title=summary.title,
            url=reverse("feedback:detail", args=[summary.slug]),
            on=timezone.localdate(summary.published_at),
            outcome=coverage(public_of(summary)),
        )
        for summary in Summary.objects.published()[:limit]
    ]


def promised(since, until):
    """Measures due in this time; a measure that will not be carried out stands there as called off."""
    first, last = timezone.localdate(since), timezone.localdate(until)
    rows = Measure.objects.promised().filter(due_on__gte=first, due_on__lt=last)
    return [_happening(measure) for measure in rows.select_related("theme__summary").order_by("due_on", "pk")]


def _happening(measure):
    summary = measure.theme.summary
    return openings.Happening(
        kind=MEASURE,
        key=f"measure-{measure.key}",
        title=measure.text,
        url=f"{reverse('feedback:detail', args=[summary.slug])}#tema-{measure.theme_id}",
        starts_at=timezone.make_aware(datetime.combine(measure.due_on, time.min)),
        all_day=True,
        is_cancelled=measure.state == MeasureState.DROPPED,
        changes=summary.version,
    )


def addresses():
    """The list and every summary that holds."""
    yield reverse("feedback:list"), None
    for slug, published_at in Summary.objects.published().values_list("slug", "published_at"):
        yield reverse("feedback:detail", args=[slug]), published_at
