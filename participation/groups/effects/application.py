"""What the steps of an application write."""

from django.utils.translation import gettext as _

from casework.enums import Direction
from casework.errors import Refused
from casework.models import CaseNote, Message
from participation.groups.models import Call


def outcome(key):
    """The effect of an end without a decision."""

    def effect(case, data, actor, now):
        case.outcome = key

    return effect


def _decide(case, key, data, now):
    """The reasons and the moment of a decision."""
    case.outcome, case.reason, case.decided_at = key, data["reason"], now
    case.answered_late = any(now > clock.due_at for clock in case.clocks.running().filter(name="decision"))


def accept(case, data, actor, now):
    """Why, and what the public is told of a declared conflict of interest. The call is locked: its seats are counted once."""
    call = Call.objects.select_for_update().get(pk=case.call_id)
    if call.applications.filter(state="accepted").count() >= call.seats:
        raise Refused(_("All seats of the call are taken."))
    _decide(case, "accepted", data, now)
    case.ground, case.conflict_note = "", data["conflict_note"]


def refuse(case, data, actor, now):
    """The ground and the reasons; they are for the applicant and never public."""
    _decide(case, "refused", data, now)
    case.ground = data["ground"]


def objected(case, data, actor, now):
    """The objection joins the correspondence."""
    Message.objects.create(case_id=case.pk, direction=Direction.IN, author=actor.user, text=data["text"], at=now)


def reconsider(case, data, actor, now):
    """The decision is taken back; why is a note for colleagues."""
    case.outcome, case.ground, case.decided_at = "", "", None
    CaseNote.objects.create(case_id=case.pk, author=actor.user, text=data["reason"], at=now)
