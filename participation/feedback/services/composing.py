"""Composing a draft: what it is about, its themes and its measures. Every verb locks the draft first."""

import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from core.audit import record
from core.text import slugify_uk
from participation.feedback.models import Quote, Summary
from participation.feedback.rules import NotAllowed, may_compose

NAMES_OF_PAGES = {"rss", "pidpyska", "zghoda", "foto"}  # addresses of the room itself
LONGEST_SLUG = 100


@transaction.atomic
def start_summary(*, actor, title, period_from, period_to, lead="", unit=None, compared_to=None, key=None):
    """Begin a draft and return it; a repeated call of the same person with the same `key` (a UUID) returns the first one.

    Raises NotAllowed for a person who may not compose.
    """
    if not may_compose(actor):
        raise NotAllowed(_("Your role may not do this."))
    series = key or uuid.uuid4()
    begun = Summary.objects.filter(series=series, composed_by=actor).first()
    if begun is not None:
        return begun
    summary = Summary.objects.create(
        series=series,
        slug=free_slug(title),
        title=title,
        lead=lead,
        period_from=period_from,
        period_to=period_to,
        unit=unit,
        compared_to=compared_to,
        composed_by=actor,
    )
    record(summary, "feedback.start", user=actor)
    return summary


def free_slug(title):
    """The romanised title, with a random tail when another series has it or a page of the room is called so."""
    base = slugify_uk(title)[:LONGEST_SLUG].strip("-") or "pidsumok"
    is_taken = base in NAMES_OF_PAGES or Summary.objects.filter(slug=base).exists()
    return f"{base}-{uuid.uuid4().hex[:6]}" if is_taken else base


def editable(summary, actor):
    """Lock a draft and return it fresh. Raises NotAllowed when it is no longer one, or not this person's to change."""
    locked = Summary.objects.select_for_update().get(pk=summary.pk)
    if not (may_compose(actor) and locked.is_workable_by(actor)):
        raise NotAllowed(_("Your role may not do this."))
    if not locked.is_editable:
        raise NotAllowed(_("The summary is no longer a draft: return it first, or correct it in a new version."))
    return locked


@transaction.atomic
def change_summary(summary, *, actor, **fields):
    """Change what the draft is about and return it. Raises NotAllowed."""
    summary = editable(summary, actor)
    for name, value in fields.items():
        setattr(summary, name, value)
    summary.save(update_fields=list(fields))
    record(summary, "feedback.change", user=actor)
    return summary


@transaction.atomic
def discard_summary(summary, *, actor):
    """Delete a draft that was never published, with its themes; the cases stay. Raises NotAllowed."""
    summary = editable(summary, actor)
    record(summary, "feedback.discard", user=actor)
    summary.delete()
    forget_loose_quotes(summary.series)


@transaction.atomic
def save_theme(summary, theme, *, actor):
    """Keep a new or changed theme of the draft and return it; the same new one sent twice is kept once."""
    summary = editable(summary, actor)
    theme.summary = summary
    return keep(theme, summary.themes, summary, actor)


@transaction.atomic
def save_measure(theme, measure, *, actor):
    """Keep a new or changed measure of a draft's theme and return it; the same new one sent twice is kept once."""
    summary = editable(theme.summary, actor)
    measure.theme = theme
    return keep(measure, theme.measures, summary, actor)


def keep(row, siblings, summary, actor):
    """Save a row of the draft unless its key is already there."""
    if row.pk is None and (same := siblings.filter(key=row.key).first()):
        return same
    row.save()
    record(summary, "feedback.change", user=actor)
    return row


@transaction.atomic
def take_out(row, *, actor):
    """Delete a theme or a measure of a draft; the cases of a theme stay chosen. Raises NotAllowed."""
    summary = editable(row.summary if hasattr(row, "summary") else row.theme.summary, actor)
    row.delete()
    forget_loose_quotes(summary.series)
    record(summary, "feedback.change", user=actor)


def forget_loose_quotes(series):
    """Delete the quotes of a summary that stand under no theme of any version."""
    Quote.objects.filter(series=series, themes=None).delete()
