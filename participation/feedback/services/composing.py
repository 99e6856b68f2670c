"""Composing a draft: its cases and which theme each speaks to."""

import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from casework.models import Case
from core.audit import record
from core.text import slugify_uk
from participation.feedback.models import ChosenCase, Summary, Voice
from participation.feedback.rules import COMPOSERS, NotAllowed


def may_compose(user):
    """Whether `user` may compose summaries."""
    return user.is_authenticated and (user.is_superuser or user.has_role(*COMPOSERS))


@transaction.atomic
def start_summary(*, actor, title, period_from, period_to, lead="", unit=None):
    """Begin a draft and return it. Raises NotAllowed for a person who may not compose."""
    if not may_compose(actor):
        raise NotAllowed(_("Your role may not do this."))
    series = uuid.uuid4()
    base = slugify_uk(title)[:100] or "pidsumok"
    taken = Summary.objects.filter(slug=base).exists()
    summary = Summary.objects.create(
        series=series,
        slug=f"{base}-{series.hex[:6]}" if taken else base,
        title=title,
        lead=lead,
        period_from=period_from,
        period_to=period_to,
        unit=unit,
        composed_by=actor,
    )
    record(summary, "feedback.start", user=actor)
    return summary


def editable(summary):
    """Lock a draft and return it fresh. Raises NotAllowed when it is no longer one."""
    locked = Summary.objects.select_for_update().get(pk=summary.pk)
    if not locked.is_editable:
        raise NotAllowed(_("The summary is no longer a draft: return it first, or correct it in a new version."))
    return locked


def eligible_cases(user):
    """Cases that `user` may put into a summary: those the user works with, quarantine excluded."""
    return Case.objects.workable_by(user).filter(is_quarantined=False)


@transaction.atomic
def add_cases(summary, cases, *, actor):
    """Choose `cases` (a queryset or list of keys) for a draft; returns how many are new. Foreign cases are passed over."""
    summary = editable(summary)
    found = eligible_cases(actor).filter(pk__in=cases).values_list("pk", flat=True)
    present = set(summary.chosen.values_list("case_id", flat=True))
    new = [ChosenCase(summary=summary, case_id=pk) for pk in found if pk not in present]
    ChosenCase.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


@transaction.atomic
def remove_cases(summary, cases, *, actor):
    """Take `cases` out of a draft, with their voices; returns how many."""
    summary = editable(summary)
    Voice.objects.filter(theme__summary=summary, case__in=cases).delete()
    return summary.chosen.filter(case__in=cases).delete()[0]


@transaction.atomic
def place_cases(summary, theme, cases, *, actor, remove=False):
    """Say that chosen `cases` speak to `theme` (or, with `remove`, no longer do); returns how many changed."""
    summary = editable(summary)
    chosen = summary.chosen.filter(case__in=cases).values_list("case_id", flat=True)
    if remove:
        return Voice.objects.filter(theme=theme, theme__summary=summary, case__in=chosen).delete()[0]
    present = set(theme.voices.values_list("case_id", flat=True))
    new = [Voice(theme=theme, case_id=pk) for pk in chosen if pk not in present]
    Voice.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)
