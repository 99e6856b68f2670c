"""What the steps of a body write."""

from django.utils import timezone

from casework.actors import Actor
from casework.services import fire
from casework.services.intake import index_for_search
from participation.groups.enums import CallState
from participation.groups.guards import running_call
from participation.groups.models import Call, Member, WorkspaceAccess
from participation.groups.models.application import WAITING

ABOUT = ("name", "kind", "purpose", "statute", "public_contact")


def _describe(case, data, names):
    """Take facts from the form and keep the public edition equal to them."""
    for name in names:
        setattr(case, name, data[name])
    case.public_title, case.public_text = case.name, case.purpose
    index_for_search(case)


def found(case, data, actor, now):
    """The founding decision with everything that it sets."""
    _describe(case, data, (*ABOUT, "seats", "term_months", "founding_act", "founded_on"))


def decline(case, data, actor, now):
    """Why the body is not founded."""
    case.stop_reason = data["reason"]


def edit_about(case, data, actor, now):
    """Words about the body."""
    _describe(case, data, ABOUT)


def open_call(case, data, actor, now):
    """A call with its criteria, documents and last day."""
    names = ("seats", "criteria", "documents", "closes_on")
    Call.objects.create(body_id=case.pk, opened_on=timezone.localdate(now), **{name: data[name] for name in names})


def extend_call(case, data, actor, now):
    """A later last day."""
    call = running_call(case)
    call.closes_on, call.extension_reason = data["closes_on"], data["reason"]
    call.save(update_fields=["closes_on", "extension_reason"])
    return {"reason": data["reason"]}


def close_call(case, data, actor, now):
    """The call is over: every application that came is considered from now on."""
    call = running_call(case)
    call.state = CallState.CLOSED
    call.save(update_fields=["state"])
    for application in call.applications.filter(state="received").order_by("pk"):
        fire(application, "consider", actor=Actor.system(), now=now)


def cancel_call(case, data, actor, now):
    """A call that brought nobody."""
    _lapse(running_call(case), now)
    return {"reason": data["reason"]}


def _lapse(call, now):
    """End a call without a composition; whoever still hopes is told."""
    if call is None:
        return
    call.state = CallState.CANCELLED
    call.save(update_fields=["state"])
    for application in call.applications.filter(state__in=(*WAITING, "accepted", "refused")).order_by("pk"):
        fire(application, "lapse", actor=Actor.system(), now=now)


def approve_composition(case, data, actor, now):
    """Make members of the accepted, close the rest, set the term of the body. Access to the workspace is not given."""
    call = running_call(case)
    call.state = CallState.FINISHED
    call.save(update_fields=["state"])
    for application in call.applications.filter(state="accepted").select_related("applicant").order_by("pk"):
        _seat(case, application, data)
        fire(application, "appoint", actor=Actor.system(), now=now)
    for application in call.applications.filter(state="refused").order_by("pk"):
        fire(application, "close", actor=Actor.system(), now=now)
    case.composition_act, case.term_ends_on = data["act"], data["term_ends_on"]


def _seat(case, application, data):
    """One mandate from one accepted application."""
    person = application.applicant
    Member.objects.create(
        body_id=case.pk,
        application=application,
        user_id=application.submitter_id,
        name=person.name,
        email=person.email,
        position=data[f"position_{application.pk}"],
        occupation=application.occupation,
        organisation=application.organisation,
        conflict_note=application.conflict_note,
        act=data["act"],
        mandate_from=data["mandate_from"],
        mandate_to=data["mandate_to"],
    )


def prolong(case, data, actor, now):
    """A later end of the term, for the body and everybody in office."""
    Member.objects.on(timezone.localdate(now)).filter(body=case.pk).update(mandate_to=data["until"], act=data["act"])
    case.term_ends_on, case.composition_act = data["until"], data["act"]


def _leave(case, now):
    """Nobody applies to a body that is gone, and nobody works in its room."""
    _lapse(running_call(case), now)
    WorkspaceAccess.objects.filter(body=case.pk, revoked_at=None).update(revoked_at=now)


def end_term(case, data, actor, now):
    """The term ran out."""
    _leave(case, now)


def stop(case, data, actor, now):
    """The reason is public; mandates end today."""
    _leave(case, now)
    case.stop_reason = data["reason"]
    today = timezone.localdate(now)
    Member.objects.on(today).filter(body=case.pk).update(ended_on=today, end_reason=data["reason"][:300])
    return {"reason": data["reason"]}
