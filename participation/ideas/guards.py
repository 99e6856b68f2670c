"""Why a step of an idea cannot be taken now. Every guard returns words for the person, or nothing."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from participation.ideas.enums import Review
from participation.moderation.rules import links_in_first_posts


def all_of(*guards):
    """A guard that asks several in turn."""

    def guard(case, actor, now):
        return next((why for why in (each(case, actor, now) for each in guards) if why), "")

    return guard


def call_is_open(case, actor, now):
    """A call takes ideas until its last day; an idea returned for changes may come back later."""
    idea = case.specific
    if idea.state == "returned" or idea.call.takes_ideas_on(timezone.localdate(now)):
        return ""
    return _("This call takes no ideas now.")


def is_read_first(idea):
    """Whether a moderator reads this idea before everybody else does: by the call's rule, or because nobody is known to
    have written it, or because a new account put links into it."""
    if idea.call.review == Review.BEFORE or idea.submitter_id is None or idea.is_quarantined:
        return True
    return bool(links_in_first_posts(idea.submitter, f"{idea.public_title}\n{idea.public_text}"))


def read_first(case, actor, now):
    """The way through moderation."""
    return "" if is_read_first(case.specific) else _("This call publishes ideas without a moderator.")


def not_read_first(case, actor, now):
    """The way past moderation."""
    return _("A moderator reads this idea first.") if is_read_first(case.specific) else ""


def is_own(idea, user):
    """Whether `user` wrote the idea, alone or with others."""
    if user is None:
        return False
    return idea.submitter_id == user.pk or idea.co_authors.agreed().filter(user=user).exists()


def not_own(case, actor, now):
    """Nobody moderates or decides on an idea of their own."""
    return _("This is your own idea: another person decides on it.") if is_own(case.specific, actor.user) else ""


def may_edit(case, actor, now):
    """The words of a published idea change only within the time that the call gives."""
    idea = case.specific
    if idea.is_editable(now):
        return ""
    day = date_format(timezone.localtime(idea.editable_until), "j E Y")
    return _("The time to edit ended on %(day)s: people support the words that they read.") % {"day": day}


def goal_is_reached(case, actor, now):
    """An idea of a call with a goal is evaluated when it has the supports, or when supporting has ended."""
    idea = case.specific
    goal, call = idea.call.support_goal, idea.call
    ended = call.support_until is not None and call.support_until < timezone.localdate(now)
    if not goal or ended or idea.supports >= goal:
        return ""
    return _("The idea collects supports: %(count)d of %(goal)d.") % {"count": idea.supports, "goal": goal}


def other_than_evaluator(case, actor, now):
    """Who evaluated does not decide."""
    last = case.specific.evaluations.first()
    if last is not None and actor.user is not None and last.by_id == actor.user.pk:
        return _("The decision is made by another person than the one who evaluated the idea.")
    return ""


def has_milestone_ahead(case, actor, now):
    """There is a milestone to report on."""
    return "" if case.specific.milestones.ahead().exists() else _("No milestone is ahead.")


def milestones_are_done(case, actor, now):
    """An idea is done when all its milestones are, and there was at least one."""
    milestones = case.specific.milestones
    if not milestones.exists():
        return _("Name at least one milestone first.")
    return _("Not all milestones are done.") if milestones.ahead().exists() else ""


def not_joined(case, actor, now):
    """An idea is joined to one other."""
    return _("The idea is joined to another already.") if case.specific.joined_to_id else ""


def joined(case, actor, now):
    """There is a join to undo."""
    return "" if case.specific.joined_to_id else _("The idea is not joined to another.")
