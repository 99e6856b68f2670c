"""The figures of an earlier period beside those of this one: only what everybody may read of both."""

from django.utils.translation import gettext as _

from participation.feedback.editions import public_of
from participation.feedback.enums import MeasureState
from participation.feedback.figures import words
from participation.feedback.models import Measure, Summary
from participation.feedback.target import in_words


def earlier_than(summary):
    """Published summaries of periods that ended before this one began, the latest first: what it may be compared with."""
    found = Summary.objects.published().filter(period_to__lt=summary.period_from).exclude(series=summary.series)
    return found.order_by("-period_to", "-pk")


def beside(summary):
    """Return {title, slug, rows} of the earlier summary, its rows {what, was, now}; None when there is none to compare with.

    The earlier one is read in the version that holds now.
    """
    if summary.compared_to_id is None:
        return None
    earlier = Summary.objects.published().filter(series=summary.compared_to.series).first()
    if earlier is None:
        return None
    was, now = figures_of(earlier), figures_of(summary)
    rows = [{"what": name, "was": was.get(name, "–"), "now": now.get(name, "–")} for name in {**now, **was}]
    return {"title": earlier.title, "slug": earlier.slug, "rows": rows}


def figures_of(summary):
    """{name: words} of what is comparable between periods."""
    public = public_of(summary)
    target = in_words(public.get("target"))
    return {
        _("Contributions"): words(public["chosen"]),
        _("Answered"): words(public["answered"]),
        **({str(target["label"]): target["share"]} if target and target["share"] else {}),
        _("Measures carried out"): kept(summary),
    }


def kept(summary):
    """How many of the promised measures are done: "2 of 5"."""
    states = list(Measure.objects.filter(theme__summary=summary).values_list("state", flat=True))
    done = sum(state == MeasureState.DONE for state in states)
    return _("%(done)s of %(all)s") % {"done": done, "all": len(states)} if states else "–"
