"""Choosing the contributions that a draft answers, and which theme each speaks to."""

from django.db import transaction

from casework.models import Case
from core.audit import record
from participation import sources
from participation.feedback.models import ChosenCase, ChosenTag, Quote, Voice
from participation.feedback.services.composing import editable


def eligible_cases(user):
    """Contributions that `user` may put into a summary: cases of registered kinds that the user works with, no quarantine."""
    return Case.objects.workable_by(user).filter(is_quarantined=False, procedure__in=sources.procedures())


@transaction.atomic
def add_cases(summary, cases, *, actor):
    """Choose `cases` (a queryset or list of keys) for a draft; returns how many are new. Foreign cases are passed over."""
    summary = editable(summary, actor)
    found = eligible_cases(actor).filter(pk__in=cases).exclude(pk__in=summary.chosen.values("case"))
    new = [ChosenCase(summary=summary, case_id=pk) for pk in found.values_list("pk", flat=True)]
    ChosenCase.objects.bulk_create(new)
    return _told(summary, len(new), actor)


@transaction.atomic
def remove_cases(summary, cases, *, actor):
    """Take `cases` out of a draft, with their voices; returns how many. Foreign cases are passed over."""
    summary = editable(summary, actor)
    mine = _chosen(summary, cases, actor)
    Voice.objects.filter(theme__summary=summary, case__in=mine).delete()
    unquote(summary.themes.all(), mine)
    return _told(summary, summary.chosen.filter(case__in=mine).delete()[0], actor)


@transaction.atomic
def place_cases(summary, theme, cases, *, actor, remove=False):
    """Say that chosen `cases` speak to the summary's `theme` (or, with `remove`, no longer do); returns how many changed."""
    summary = editable(summary, actor)
    theme = summary.themes.get(pk=theme.pk)
    mine = _chosen(summary, cases, actor)
    if remove:
        gone = theme.voices.filter(case__in=mine).delete()[0]
        unquote([theme], mine)
        return _told(summary, gone, actor)
    present = set(theme.voices.values_list("case_id", flat=True))
    new = [Voice(theme=theme, case_id=pk) for pk in mine if pk not in present]
    Voice.objects.bulk_create(new)
    return _told(summary, len(new), actor)


@transaction.atomic
def tag_cases(summary, name, cases, *, actor, remove=False):
    """Put the word `name` on chosen `cases` of the draft (or take it off); returns how many changed."""
    summary = editable(summary, actor)
    chosen = summary.chosen.filter(case__in=_chosen(summary, cases, actor))
    tagged = ChosenTag.objects.filter(chosen__in=chosen, name=name)
    if remove:
        return _told(summary, tagged.delete()[0], actor)
    new = [ChosenTag(chosen=row, name=name) for row in chosen.exclude(pk__in=tagged.values("chosen"))]
    ChosenTag.objects.bulk_create(new)
    return _told(summary, len(new), actor)


def unquote(themes, cases):
    """Take the quotes of `cases` out of `themes`; those that stand nowhere any more are deleted."""
    for theme in themes:
        theme.quotes.remove(*theme.quotes.filter(case__in=cases))
    Quote.objects.filter(case__in=cases, themes=None).delete()


def _chosen(summary, cases, actor):
    """The keys of those `cases` that are chosen and that `actor` works with."""
    mine = eligible_cases(actor).filter(pk__in=cases).values("pk")
    return list(summary.chosen.filter(case__in=mine).values_list("case_id", flat=True))


def _told(summary, number, actor):
    """Leave a line in the log when something changed, and return how much."""
    if number:
        record(summary, "feedback.sort", user=actor, data={"cases": number})
    return number
