"""Reporting: anybody may; enough accounts hold a text by themselves until a moderator looks."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from participation.moderation import mail, numbers
from participation.moderation.enums import Outcome, Reason, State, Verb
from participation.moderation.errors import NotAllowed
from participation.moderation.models import Decision, Report
from participation.moderation.services.common import locked, move, settle
from participation.statute.numbers import value


def why_not_report(contribution, user):
    """Why `user` (a stranger too) cannot report it; empty when they can."""
    if contribution.is_own(user):
        return _("These are your own words. You can change or take them back where they stand.")
    if not contribution.is_shown:
        return _("This text is out of view already.")
    return ""


@transaction.atomic
def report(contribution, *, actor, reason, note="", now=None):
    """Report words; a second report of the same person while the first is open gives back the first. Raises NotAllowed.

    Reports of different accounts, up to the number of the statute, hold the text; but not words that a moderator has seen
    and left, for a crowd must not overrule a decision.
    """
    row, now = locked(contribution), now or timezone.now()
    reporter = actor if actor.is_authenticated else None
    mine = row.reports.filter(reporter=reporter, outcome=Outcome.OPEN).first() if reporter else None
    if mine:
        return mine
    if reason not in Reason.values:
        raise NotAllowed(_("Choose a reason from the list."))
    if why := why_not_report(row, actor):
        raise NotAllowed(why)
    made = Report.objects.create(contribution=row, reporter=reporter, reason=reason, note=note, at=now)
    settle(row, now)
    hold_by_number(row, reason, now)
    return made


def hold_by_number(row, reason, now):
    """Hold the text once enough different accounts reported it."""
    if row.state != State.VISIBLE or row.reviewed_at:
        return
    people = row.reports.filter(outcome=Outcome.OPEN, reporter__isnull=False).values("reporter").distinct().count()
    if people < value(numbers.HOLD_REPORTS, on=timezone.localdate(now)).value:
        return
    decision = Decision.objects.create(
        contribution=row,
        verb=Verb.HOLD,
        from_state=row.state,
        to_state=State.HELD,
        reason=reason,
        text=row.text,
        author_id=row.author_id,
        at=now,
        waited_since=row.waits_since,
    )
    move(row, State.HELD, now)
    mail.tell_author(decision)
