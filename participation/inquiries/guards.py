"""Why a step of a request cannot be taken now. Every guard returns words for the person, or nothing."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.roles import Role
from casework.enums import AnswerState
from core.workdays import Calendar, compute, rule
from participation.inquiries.models import CopyingTariff

APPROVE = "inquiries.approve_answer"


def end_of_term(key, since):
    """The last moment of the term `key` counted from the aware datetime `since`. Raises UnknownRule."""
    return compute(rule(key), since, Calendar.load()).due_at


def within(key, message):
    """A guard: the term `key` from the receipt has not run out. `message` has the hole %(date)s."""

    def guard(case, actor, now):
        end = end_of_term(key, case.received_at)
        return str(message) % {"date": date_format(timezone.localtime(end), "j E Y")} if now > end else ""

    return guard


def all_of(*guards):
    """A guard that asks several in turn."""

    def guard(case, actor, now):
        return next((why for why in (each(case, actor, now) for each in guards) if why), "")

    return guard


def not_urgent(case, actor, now):
    """The 48 hours of an urgent request cannot be extended; urgency is declared once."""
    return _("The request is urgent.") if case.specific.is_urgent else ""


def urgent(case, actor, now):
    """Only an urgent request can stop being one."""
    return "" if case.specific.is_urgent else _("The request is not urgent.")


def not_extended(case, actor, now):
    """A term is extended once (Art. 20 p. 4)."""
    return _("The term was already extended.") if case.specific.was_extended else ""


def tariff_is_set(case, actor, now):
    """Without a tariff copies are free (Art. 21 p. 3)."""
    has_tariff = CopyingTariff.objects.on(timezone.localdate(now)) is not None
    return "" if has_tariff else _("No tariff for copying is set, so copies are free.")


def not_billed(case, actor, now):
    """One request is billed once."""
    return _("The request was already billed.") if case.specific.bill_amount else ""


def payment_term_is_over(case, actor, now):
    """Non-payment is a ground only when the time to pay has passed."""
    running = case.clocks.running().filter(name="payment").first()
    return _("The time to pay is not over.") if running and running.due_at >= now else ""


def draft_of(case):
    """The version of the answer that waits for approval, or None."""
    return case.answers.filter(state=AnswerState.DRAFTED).order_by("-version").first()


def given_answer(case):
    """The version of the answer that stands now, or None."""
    return case.specific.given_answer


def has_answer(case, actor, now):
    """There is something whose public edition could be prepared."""
    return "" if draft_of(case) or given_answer(case) else _("There is no answer yet.")


def has_draft(case, actor, now):
    """There is something to approve or to return."""
    return "" if draft_of(case) else _("No draft waits for approval.")


def no_draft(case, actor, now):
    """One draft at a time."""
    return _("A draft already waits for approval.") if draft_of(case) else ""


def four_eyes(case, actor, now):
    """An answer is approved by the head, or another official who has the right, never by the one who drafted it."""
    draft = draft_of(case)
    if draft is None:
        return _("No draft waits for approval.")
    if actor.user is None or draft.drafted_by_id == actor.user.pk:
        return _("An answer is approved by another person than the one who drafted it.")
    if not (actor.user.has_role(Role.HEAD) or actor.user.has_perm(APPROVE)):
        return _("You may not approve answers.")
    return ""


def is_correction(case, actor, now):
    """The waiting draft corrects an answer already given."""
    draft = draft_of(case)
    return "" if draft and draft.correction_reason else _("No correction waits for approval.")


def not_rated(case, actor, now):
    """The one question is answered once."""
    return _("You have already answered this question. Thank you.") if case.specific.helped else ""


def was_answered(case, actor, now):
    """Only an answer can help."""
    return "" if case.decided_at else _("There is no answer yet.")


def month_has_passed(case, actor, now):
    """A request is closed 30 days after its last answer."""
    answer = given_answer(case)
    if answer and now <= end_of_term("request-close", answer.published_at):
        return _("Thirty days have not passed since the answer.")
    return ""
