"""What the steps of a consultation write."""

from django.utils import timezone
from django.utils.formats import date_format

from casework.enums import Visibility
from participation.comments.services import close_thread
from participation.drafts import mail
from participation.drafts.services.opening import open_comments
from participation.drafts.services.publishing import publish_version


def begin(case, data, actor, now):
    """Publish the text and take comments until the end of the last day."""
    case.opens_on, case.closes_on = timezone.localdate(now), data["closes_on"]
    case.visibility, case.public_title = Visibility.REGISTER, case.document.title
    if case.document.newest:
        publish_version(case.document.newest, actor=actor.user, now=now)
    open_comments(case.document, closes_at=case.ends_at)
    return {"until": case.closes_on.isoformat()}


def prolong(case, data, actor, now):
    """Move the last day; everyone who commented is told."""
    case.closes_on = data["closes_on"]
    open_comments(case.document, closes_at=case.ends_at)
    mail.tell_commenters(case, "drafts/prolonged", now, reason=data["reason"])
    return {"reason": data["reason"], "until": case.closes_on.isoformat()}


def replace_text(case, data, actor, now):
    """A new version while comments are taken: the time begins anew and everyone who commented is told."""
    version = publish_version(case.document.newest, actor=actor.user, now=now)
    case.closes_on = data["closes_on"]
    open_comments(case.document, closes_at=case.ends_at)
    mail.tell_commenters(case, "drafts/replaced", now, reason=version.note)
    return {"version": version.number, "until": case.closes_on.isoformat()}


def end(case, data, actor, now):
    """No more comments."""
    if case.document.thread_id:
        close_thread(case.document.thread)


def final_text(case, data, actor, now):
    """The version after the comments."""
    return {"version": publish_version(case.document.newest, actor=actor.user, now=now).number}


def report(case, data, actor, now):
    """Publish what changed and why; each commenter gets the decisions on their own comments."""
    case.report, case.decided_at = data["report"], now
    case.answered_late = any(now > clock.due_at for clock in case.clocks.running().filter(name="report"))
    mail.tell_decisions(case, now)


def close(case, data, actor, now):
    """What became of the draft."""
    case.outcome, case.act = data["outcome"], data["act"]
    return {"reason": data["act"]} if data["act"] else {}


def withdraw(case, data, actor, now):
    """The draft is taken off; why stands in the public story."""
    if case.document.thread_id:
        close_thread(case.document.thread)
        mail.tell_commenters(case, "drafts/withdrawn", now, reason=data["reason"])
    return {"reason": data["reason"]}


def day(value):
    """A day in words."""
    return date_format(value, "j E Y")
