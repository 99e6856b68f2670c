"""A meeting of a body as a table: plan, agenda in time, quorum, minutes, recommendations, the authority's answer (C5)."""

from django.utils.translation import gettext_lazy as _

from casework.actors import Part
from casework.enums import Audience, Visibility
from casework.procedure import DropClock, LetterTo, MeetClock, Procedure, SetClock, StartClock, State, Transition
from participation.groups import guards, readers
from participation.groups.effects import meeting as effects
from participation.groups.numbers import ANSWER, MINUTES, rule_of
from participation.groups.procedures.shared import shared

FORMS = "participation.groups.forms.meeting"
OFFICE = (Part.OFFICIAL, Part.HEAD)
LAW = "Law 280/97-ВР"
ANNOUNCE = SetClock("announce", "group-announce-day", until="announce_by")

STATES = (
    State("planned", _("Planned"), _("The agenda is being prepared.")),
    State("announced", _("Announced"), _("Date, place and agenda are known."), tone="warn"),
    State("held", _("Held"), _("The minutes are being prepared."), tone="good"),
    State("no_quorum", _("Without quorum"), _("Too few members came; nothing was decided."), tone="bad"),
    State("minuted", _("Minutes published"), _("The minutes with the roll-call can be read."), tone="good"),
    State("sent", _("Recommendations sent"), _("The authority answers each recommendation."), tone="warn"),
    State("answered", _("Answered"), _("Every recommendation has an answer."), tone="good", is_idle=True),
    State("closed", _("Closed"), _("The meeting is finished."), is_final=True, tone="good"),
    State("cancelled", _("Cancelled"), _("The meeting does not take place."), is_final=True, tone="bad"),
)
ALL = tuple(state.key for state in STATES)
OPEN = tuple(state.key for state in STATES if not state.is_final)


def row(event, label, sources, target, by, story, **more):
    """A row that the public reads about."""
    more.setdefault("audience", Audience.PUBLIC)
    return Transition(event=event, label=label, sources=sources, target=target, by=by, story=story, law=LAW, **more)


def to_members(kind):
    """A letter to members and to whoever opens the workspace."""
    return (LetterTo(readers.members_of_meeting, f"groups/{kind}"),)


BEFORE = (
    row("change_plan", _("Change time or place"), ("planned",), None, OFFICE, _("The plan was changed"),
        form=f"{FORMS}.PlanForm", effect=effects.change_plan, clocks=(ANNOUNCE,), audience=Audience.STAFF),
    row("announce", _("Announce the meeting"), ("planned",), "announced", OFFICE, _("Announced with the agenda"),
        guard=guards.all_of(guards.has_agenda, guards.agenda_in_time), effect=effects.announce,
        clocks=(MeetClock("announce"),), letters=to_members("meeting_announced"), confirm=True, tone="main"),
    row("reschedule", _("Move to another date"), ("announced", "no_quorum"), "planned", OFFICE,
        _("Moved to another date; the notice runs anew"), form=f"{FORMS}.RescheduleForm", effect=effects.reschedule,
        clocks=(ANNOUNCE,), letters=to_members("meeting_moved")),
    row("cancel", _("Cancel the meeting"), ("planned", "announced"), "cancelled", OFFICE, _("Cancelled"),
        form="casework.forms.ReasonForm", effect=effects.with_reason, letters=to_members("meeting_cancelled"), tone="danger"),
)  # fmt: skip

AFTER = (
    row("hold", _("Record the attendance: held"), ("announced",), "held", OFFICE, _("Held"), form=f"{FORMS}.HoldForm",
        guard=guards.has_begun, effect=effects.hold, tone="main",
        clocks=(StartClock("minutes", rule_of(MINUTES), since=lambda case, data: case.ended_at or case.starts_at),)),
    row("no_quorum", _("Record the attendance: no quorum"), ("announced",), "no_quorum", OFFICE, _("Not held: no quorum"),
        form=f"{FORMS}.NoQuorumForm", guard=guards.has_begun, effect=effects.no_quorum),
    row("publish_minutes", _("Publish the minutes"), ("held",), "minuted", OFFICE, _("Minutes published"),
        form=f"{FORMS}.MinutesForm", guard=guards.minutes_are_complete, effect=effects.publish_minutes,
        clocks=(MeetClock("minutes"),), letters=to_members("minutes_published"), tone="main"),
    row("send", _("Send the recommendations"), ("minuted",), "sent", OFFICE, _("Recommendations sent to the authority"),
        guard=guards.has_recommendations, clocks=(StartClock("answer", rule_of(ANSWER), since="now"),),
        letters=(LetterTo("head", "groups/recommendations"), LetterTo("unit", "groups/recommendations")),
        confirm=True, tone="main"),
    row("answer", _("Answer a recommendation"), ("sent",), None, OFFICE, _("A recommendation was answered"),
        form=f"{FORMS}.AnswerForm", guard=guards.answer_is_owed, effect=effects.answer, tone="main"),
    row("complete", _("All recommendations are answered"), ("sent",), "answered", OFFICE, _("Every recommendation is answered"),
        guard=guards.all_answered, effect=effects.complete, clocks=(MeetClock("answer"),),
        letters=to_members("recommendations_answered"), confirm=True, tone="main"),
    row("close", _("Close the meeting"), ("minuted",), "closed", OFFICE, _("Closed"),
        guard=guards.has_no_recommendations, confirm=True),
    row("close", _("Close the meeting"), ("answered", "no_quorum"), "closed", OFFICE, _("Closed"), confirm=True,
        clocks=(DropClock("minutes"),)),
)  # fmt: skip

MEETING = Procedure(
    key="group_meeting",
    prefix="ЗКО",
    model_name="groups.GroupMeeting",
    label=_("Meeting of an advisory body"),
    label_plural=_("Meetings of advisory bodies"),
    law=LAW,
    states=STATES,
    transitions=(
        *BEFORE,
        *AFTER,
        *shared(open_states=OPEN, all_states=ALL, without=("write_to_applicant", "write_to_office")),
    ),
    on_receipt=(ANNOUNCE,),
    received_story=_("Planned"),
    visibility=Visibility.REGISTER,
    details_template="groups/parts/meeting_details.html",
)
