"""Contributions of which only the number is known: registered totals of other rooms, and numbers from a journal."""

from django.db import transaction
from django.utils.translation import gettext as _

from participation import sources
from participation.feedback.models import Tally
from participation.feedback.rules import NotAllowed
from participation.feedback.services.composing import editable, keep


def offered(summary):
    """{"source:item": (Source, Total)} of everything that rooms count within the summary's period."""
    found = sources.totals(summary.period_from, summary.period_to)
    return {f"{source.key}:{total.key}": (source, total) for source, total in found}


@transaction.atomic
def count_in(summary, theme, name, *, actor):
    """Let a registered total count under a theme of the draft, with today's number; returns the Tally.

    Counting the same one again brings its number up to date. Raises NotAllowed, also for a total that nobody offers.
    """
    summary = editable(summary, actor)
    theme = summary.themes.get(pk=theme.pk)
    if name not in (found := offered(summary)):
        raise NotAllowed(_("There is no such number in this period."))
    source, total = found[name]
    label = f"{source.label}: {total.label}" if total.label else str(source.label)
    tally, _created = Tally.objects.update_or_create(
        theme=theme, source=source.key, item=total.key, defaults={"label": label[:200], "number": total.number}
    )
    return keep(tally, theme.tallies, summary, actor)


@transaction.atomic
def save_tally(theme, tally, *, actor):
    """Keep a number that an official took from a journal; the same new one sent twice is kept once."""
    summary = editable(theme.summary, actor)
    tally.theme = theme
    return keep(tally, theme.tallies, summary, actor)
