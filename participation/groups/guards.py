"""Why a step cannot be taken now; an empty answer lets it through."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from participation.groups.enums import CallState, Verdict
from participation.groups.models import GroupMeeting, MembershipApplication, Vote
from participation.groups.models.application import WAITING
from participation.groups.numbers import latest_announcement, rotation_day

AHEAD = ("planned", "announced")
FINISHED = ("closed", "cancelled")


def all_of(*guards):
    """The first reason that any of `guards` gives."""

    def guard(case, actor, now):
        return next((why for check in guards if (why := check(case, actor, now))), "")

    return guard


def running_call(body):
    """The call of a body that is open or being decided, or None."""
    return body.calls.filter(state__in=(CallState.OPEN, CallState.CLOSED)).first()


def no_call_runs(case, actor, now):
    """One call at a time."""
    return _("A call for members is already under way.") if running_call(case) else ""


def call_is_open(case, actor, now):
    """There must be an open call."""
    call = running_call(case)
    return "" if call and call.state == CallState.OPEN else _("No call for members is open.")


def call_is_over(case, actor, now):
    """A call runs to the end of its last day: nobody shortens it."""
    call = running_call(case)
    if not call or call.state != CallState.OPEN:
        return _("No call for members is open.")
    if call.closes_on >= timezone.localdate(now):
        return _("The call runs to the end of %(date)s.") % {"date": date_format(call.closes_on, "j E Y")}
    return ""


def call_brought_nobody(case, actor, now):
    """A call ends without a composition only when nobody waits and nobody was accepted."""
    call = running_call(case)
    if not call or call.state != CallState.CLOSED:
        return _("The call is not closed yet.")
    waiting = call.applications.filter(state__in=(*WAITING, "accepted")).exists()
    return _("There are applications that are accepted or wait for a decision.") if waiting else ""


def every_application_decided(case, actor, now):
    """The composition is approved when every application has its decision and somebody was accepted."""
    call = running_call(case)
    if not call or call.state != CallState.CLOSED:
        return _("The call is not closed yet.")
    if call.applications.filter(state__in=WAITING).exists():
        return _("Some applications have no decision yet.")
    return "" if call.applications.filter(state="accepted").exists() else _("Nobody was accepted.")


def term_ends_soon(case, actor, now):
    """The reminder comes at T−60, not before."""
    ends = case.term_ends_on
    return "" if ends and ends <= rotation_day(now) else _("The term does not end soon.")


def term_is_over(case, actor, now):
    """The last day of the term must have passed."""
    ends = case.term_ends_on
    return "" if ends and ends < timezone.localdate(now) else _("The term is not over yet.")


def no_meeting_ahead(case, actor, now):
    """Members must not be left with an invitation to a meeting of a body that is gone."""
    ahead = GroupMeeting.objects.filter(group=case.pk, state__in=AHEAD).exists()
    return _("Cancel the meetings that lie ahead first.") if ahead else ""


def no_meeting_open(case, actor, now):
    """Nothing goes to the archive while an answer is owed."""
    is_open = GroupMeeting.objects.filter(group=case.pk).exclude(state__in=FINISHED).exists()
    return _("A meeting of this body is not closed yet.") if is_open else ""


def call_of_application_closed(case, actor, now):
    """All applications are considered together, after the call."""
    return _("Applications are considered when the call is closed.") if case.call.state == CallState.OPEN else ""


def call_awaits_composition(case, actor, now):
    """Until the composition is approved."""
    return "" if case.call.state == CallState.CLOSED else _("The composition is approved already.")


def not_own(case, actor, now):
    """Nobody decides on their own application."""
    is_own = actor.user is not None and case.submitter_id == actor.user.pk
    return _("Nobody decides on their own application.") if is_own else ""


def seat_is_free(case, actor, now):
    """No more are accepted than the call has seats."""
    accepted = MembershipApplication.objects.filter(call=case.call_id, state="accepted").count()
    return _("All seats of the call are taken.") if accepted >= case.call.seats else ""


def has_agenda(case, actor, now):
    """A meeting without questions is no meeting."""
    return "" if case.items.exists() else _("Write the agenda first.")


def agenda_in_time(case, actor, now):
    """The agenda is known as many working days before as the statute says."""
    latest = latest_announcement(case.starts_at)
    if timezone.localdate(now) <= latest:
        return ""
    words = _("It had to be announced by %(date)s. Choose a later date of the meeting.")
    return words % {"date": date_format(latest, "j E Y")}


def has_begun(case, actor, now):
    """Attendance is recorded when the meeting has begun."""
    return "" if case.starts_at <= now else _("The meeting has not begun yet.")


def minutes_are_complete(case, actor, now):
    """Every question says what was decided; every voted one has the vote of each member present."""
    present = set(case.attendances.filter(was_present=True).values_list("member", flat=True))
    for item in case.items.all():
        if not item.decision:
            return _("Question %(number)s has no decision yet.") % {"number": item.order}
        voted = set(Vote.objects.filter(item=item).values_list("member", flat=True))
        if item.is_voted and voted != present:
            return _("The roll-call of question %(number)s is not complete.") % {"number": item.order}
    return ""


def has_recommendations(case, actor, now):
    """Something must be sent."""
    return "" if case.recommendations.exists() else _("There are no recommendations.")


def has_no_recommendations(case, actor, now):
    """Recommendations may not be left without an answer."""
    return _("Send the recommendations first.") if case.recommendations.exists() else ""


def answer_is_owed(case, actor, now):
    """Some recommendation waits."""
    waits = case.recommendations.filter(verdict=Verdict.WAITING).exists()
    return "" if waits else _("Every recommendation is answered.")


def all_answered(case, actor, now):
    """No recommendation waits."""
    waits = case.recommendations.filter(verdict=Verdict.WAITING).exists()
    return _("Some recommendations have no answer yet.") if waits else ""
