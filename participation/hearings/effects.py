"""What the steps of a hearing write into its file."""

from urllib.parse import unquote

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from casework.actors import Actor
from casework.enums import Visibility
from casework.services import fire
from participation.hearings import numbers, signatures
from participation.hearings.enums import Decision, NotHeld, NoticeKind, PauseReason
from participation.hearings.models import NoticeProof, Pause
from participation.hearings.protocol.facts import digest, facts
from participation.hearings.services.notice import notice_end
from participation.hearings.services.places import set_places
from participation.hearings.services.speaking import end_speech
from participation.hearings.services.telling import tell_everybody
from participation.statute.numbers import value

APPOINTED = ("format", "place", "access_note", "stream_url", "starts_at", "ends_at", "chair", "secretary")


def local(moment):
    """A moment as the public timeline prints it."""
    with translation.override("uk"):
        return date_format(timezone.localtime(moment), "j E Y, H:i")


def open_signatures(case, data, actor, now):
    """Show the initiative and open its collection: how many by the statute of this day, until the clock's end."""
    case.visibility = Visibility.REGISTER
    case.threshold = value(numbers.INITIATORS, profile=case.profile, on=timezone.localdate(now)).value
    signatures.open_for(case, now)
    return {"threshold": case.threshold}


def stop_signatures(case, data, actor, now):
    """No more signatures."""
    return {"signatures": signatures.close_for(case, now)}


def refuse(case, data, actor, now):
    """The reasons are told; they stand on the public page of an initiative that was shown."""
    case.refusal_reason, case.outcome, case.decided_at = data["reason"], "refused", now
    signatures.close_for(case, now)


def appoint(case, data, actor, now):
    """Order, date, place, people; quorum and time for a speech are those of the statute now."""
    case.visibility, case.order_number = Visibility.REGISTER, data["order_number"]
    _set(case, data, now)
    case.decided_at, case.outcome = now, "appointed"
    signatures.close_for(case, now)
    return {"ground": f"{data['order_number']}. {local(case.starts_at)}"}


def reappoint(case, data, actor, now):
    """The same initiative, a new date; those who registered keep their places and are told at the announcement."""
    case.attempt, case.not_held = case.attempt + 1, ""
    case.changes += 1
    case.announced_at = case.notice_until = case.opened_at = case.ended_at = None
    case.registrations.update(checked_in_at=None)
    case.turns.all().delete()
    return appoint(case, data, actor, now)


def _set(case, data, now):
    for name in APPOINTED:
        setattr(case, name, data[name])
    day = timezone.localdate(now)
    case.quorum = value(numbers.QUORUM, profile=case.profile, on=day).value
    case.speech_minutes = value(numbers.SPEECH, profile=case.profile, on=day).value
    case.unit, case.assignee = data["secretary"].unit or case.unit, data["secretary"]
    case.places = data["places"]
    set_places(case, total=data["places"], reserved=data["reserved"])


def announce(case, data, actor, now):
    """From now on the days of notice count; whoever registered for an earlier date is told the new one."""
    begin_notice(case, actor, now)
    tell_everybody(case, "announced_anew", what=_("The hearing was announced"))
    return {"ground": local(case.starts_at), "notice_until": case.notice_until.isoformat()}


def begin_notice(case, actor, now):
    """Start a round of notice, whose first proof is the page itself."""
    case.announced_at = now
    case.notice_until, case.notice_rule = notice_end(case.profile, now)
    NoticeProof.objects.create(
        hearing_id=case.pk,
        round=case.changes,
        kind=NoticeKind.SITE,
        where=unquote(case.get_absolute_url()),
        posted_on=timezone.localdate(now),
        recorded_by=actor.user,
    )


def change_date(case, data, actor, now):
    """A moved date begins the notice anew when it had begun, and everybody registered is told."""
    before = case.starts_at
    case.starts_at, case.ends_at = data["starts_at"], data["ends_at"]
    case.place = data["place"] or case.place
    case.changes += 1
    if case.state == "announced":
        begin_notice(case, actor, now)
        tell_everybody(case, "date_changed", what=_("The date was moved"), before=before, reason=data["reason"])
    return {"reason": f"{local(before)} → {local(case.starts_at)}. {data['reason']}"}


def cancel(case, data, actor, now):
    """The hearing will not be; whoever registered is told why."""
    case.outcome, case.refusal_reason = "cancelled", data["reason"]
    tell_everybody(case, "cancelled", what=_("The hearing was cancelled"), reason=data["reason"])
    return {"reason": data["reason"]}


def open_sitting(case, data, actor, now):
    """The quorum is there."""
    case.opened_at = now
    return {"present": case.registrations.present().count()}


def pause(case, data, actor, now):
    """The clocks of speakers stand still from now."""
    Pause.objects.create(hearing_id=case.pk, reason=data["reason"], started_at=now)
    with translation.override("uk"):
        return {"reason": str(PauseReason(data["reason"]).label)}


def resume(case, data, actor, now):
    """They run again."""
    case.pauses.filter(ended_at=None).update(ended_at=now)


def not_held(case, data, actor, now):
    """It did not take place; who came is remembered as a number."""
    _end(case, now)
    case.not_held, case.opened_at = data["reason"], None
    with translation.override("uk"):
        reason = str(NotHeld(data["reason"]).label)
    tell_everybody(case, "not_held", what=_("The hearing did not take place"), reason=data["reason"], note=data["note"])
    return {"reason": reason, "present": case.registrations.present().count()}


def close_sitting(case, data, actor, now):
    """The sitting is over; its protocol is due."""
    _end(case, now)
    case.ended_at = now
    if data.get("recommendations"):
        case.recommendations = data["recommendations"]
    return {"present": case.registrations.present().count()}


def _end(case, now):
    case.pauses.filter(ended_at=None).update(ended_at=now)
    end_speech(case, now)


def recommend(case, data, actor, now):
    """What the hearing recommends; a signature given before no longer fits."""
    case.recommendations = data["recommendations"]


def add_recording(case, data, actor, now):
    """The link of the recording."""
    case.recording_url = data["recording_url"]


def sign_as(part):
    """The effect of a signature: it covers the protocol as it stands."""

    def effect(case, data, actor, now):
        told = digest(facts(case))
        setattr(case, f"{part}_signed_at", now)
        setattr(case, f"{part}_digest", told)
        return {"sha256": told}

    return effect


def publish_protocol(case, data, actor, now):
    """The protocol is frozen as it was signed; whoever registered is told where to read it."""
    case.protocol, case.protocol_at = facts(case), now
    tell_everybody(case, "protocol", what=_("The protocol was published"))
    return {"sha256": digest(case.protocol)}


def hand_over(case, data, actor, now):
    """Every admitted proposal goes to the authority with a clock of its own."""
    rows = list(case.proposals.filter(state="admitted").order_by("received_at", "pk"))
    for proposal in rows:
        fire(proposal, "hand_over", actor=Actor.system(), now=now)
    return {"proposals": len(rows)}


def publish_results(case, data, actor, now):
    """What came of it; whoever registered is told."""
    case.results, case.results_at = data["results"], now
    tell_everybody(case, "results", what=_("The results were published"))
    return {name: case.proposals.filter(decision=name).count() for name in Decision.values}


def admit(case, data, actor, now):
    """Everyone may read it now."""
    case.visibility, case.registered_at = Visibility.REGISTER, now
    case.unit = case.unit or case.hearing.unit


def decide(decision):
    """The effect of the authority's reaction to one proposal."""

    def effect(case, data, actor, now):
        case.decision = case.outcome = decision
        case.reaction, case.decided_at = data["reaction"], now
        case.owner, case.do_by = data.get("owner", ""), data.get("do_by")
        case.answered_late = any(now > clock.due_at for clock in case.clocks.running().filter(name="reaction"))

    return effect


def set_aside(case, data, actor, now):
    """It does not concern the subject; the author is told why."""
    case.outcome, case.reaction, case.decided_at = "set_aside", data["reason"], now


def no_longer_shown(case, data, actor, now):
    """A withdrawn proposal leaves the page."""
    case.visibility = Visibility.PRIVATE
