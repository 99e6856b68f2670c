"""Approving, publishing and correcting a summary."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.audit import record
from participation.feedback.editions import frozen
from participation.feedback.enums import SummaryState
from participation.feedback.mail import write_letters
from participation.feedback.models import ChosenCase, ChosenTag, Measure, Summary, Tally, Theme, Voice
from participation.feedback.rules import NotAllowed, NotReady, move, problems, why_not
from participation.feedback.services.carrying import carry_progress
from participation.feedback.services.quoting import leave_agreed
from participation.feedback.services.subscribing import write_subscribers

COPIED_OF_SUMMARY = ("series", "slug", "title", "lead", "period_from", "period_to", "unit", "compared_to")
COPIED_OF_THEME = ("key", "order", "title", "said", "position", "ground", "reason")
COPIED_OF_MEASURE = ("key", "text", "owner_id", "owner_position", "due_on", "state", "done_on")
COPIED_OF_TALLY = ("key", "source", "item", "label", "number")


def _locked(summary, event, actor):
    """Lock the summary and check that `actor` may fire `event`. Raises NotAllowed."""
    locked = Summary.objects.select_for_update().get(pk=summary.pk)
    if why := why_not(locked, event, actor):
        raise NotAllowed(why)
    return locked


def _moved(summary, event, actor, **facts):
    """Write the new state with its facts and the audit entry."""
    summary.state = move(event).target
    for name, value in facts.items():
        setattr(summary, name, value)
    summary.save()
    record(summary, f"feedback.{event}", user=actor)
    return summary


@transaction.atomic
def submit(summary, *, actor):
    """Send a complete draft to the head. Raises NotReady with every problem, NotAllowed."""
    summary = _locked(summary, "submit", actor)
    if missing := problems(summary):
        raise NotReady(missing)
    return _moved(summary, "submit", actor, return_reason="")


@transaction.atomic
def send_back(summary, *, actor, reason):
    """Return it to the composer with a reason. Raises NotAllowed, also without a reason."""
    if not reason.strip():
        raise NotAllowed(_("Say what to change."))
    return _moved(_locked(summary, "send_back", actor), "send_back", actor, return_reason=reason)


@transaction.atomic
def approve(summary, *, actor, now=None):
    """Approve it; whoever composed it cannot. Raises NotAllowed."""
    summary = _locked(summary, "approve", actor)
    who = {"approved_by": actor, "approved_position": actor.position, "approved_at": now or timezone.now()}
    return _moved(summary, "approve", actor, **who)


@transaction.atomic
def publish(summary, *, actor, now=None):
    """Publish: freeze the figures, retire the version before, write every submitter the line that concerns them."""
    summary, now = _locked(summary, "publish", actor), now or timezone.now()
    before = Summary.objects.filter(series=summary.series, state=SummaryState.PUBLISHED).first()
    if before is not None:
        before.state = SummaryState.CORRECTED
        before.save(update_fields=["state"])
        carry_progress(before, summary)
    leave_agreed(summary)
    _moved(summary, "publish", actor, figures=frozen(summary), published_at=now)
    write_letters(summary, before)
    write_subscribers(summary)
    return summary


@transaction.atomic
def correct(summary, *, actor, reason):
    """Begin the next version as a copy with the reason of the correction; the published one holds until it is replaced.

    Returns the new draft. Raises NotAllowed, also without a reason.
    """
    if not reason.strip():
        raise NotAllowed(_("Say what is corrected and why."))
    old = _locked(summary, "correct", actor)
    new = Summary.objects.create(
        version=old.version + 1, composed_by=actor, correction_reason=reason, **_values(old, COPIED_OF_SUMMARY)
    )
    _copy_choice(old, new)
    for theme in old.themes.prefetch_related("voices", "measures", "tallies", "quotes"):
        _copy_theme(theme, new)
    record(new, "feedback.correct", user=actor)
    return new


def _copy_choice(old, new):
    """Copy which cases are chosen, with their tags."""
    cases = old.chosen.values_list("case_id", flat=True)
    ChosenCase.objects.bulk_create(ChosenCase(summary=new, case_id=pk) for pk in cases)
    mine = dict(new.chosen.values_list("case_id", "pk"))
    tags = ChosenTag.objects.filter(chosen__summary=old).values_list("chosen__case_id", "name")
    ChosenTag.objects.bulk_create(ChosenTag(chosen_id=mine[case], name=name) for case, name in tags)


def _copy_theme(theme, summary):
    """Copy a theme with all that stands under it; the progress of measures follows when the new version is published."""
    copy = Theme.objects.create(summary=summary, **_values(theme, COPIED_OF_THEME))
    Voice.objects.bulk_create(Voice(theme=copy, case_id=voice.case_id) for voice in theme.voices.all())
    Tally.objects.bulk_create(Tally(theme=copy, **_values(tally, COPIED_OF_TALLY)) for tally in theme.tallies.all())
    copy.quotes.set(quote for quote in theme.quotes.all() if quote.is_given)
    for measure in theme.measures.all():
        Measure.objects.create(theme=copy, **_values(measure, COPIED_OF_MEASURE))


def _values(row, names):
    """The named facts of a row."""
    return {name: getattr(row, name) for name in names}
