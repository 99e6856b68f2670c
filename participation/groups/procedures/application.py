"""An application for a seat as a table: taken in, considered after the call, decided with reasons (PROCEDURES C5)."""

from django.utils.translation import gettext_lazy as _

from casework.actors import Part
from casework.enums import Audience
from casework.procedure import DropClock, LetterTo, MeetClock, Procedure, StartClock, State, Transition
from participation.groups import guards
from participation.groups.effects import application as effects
from participation.groups.numbers import DECISION, rule_of
from participation.groups.procedures.shared import shared

FORMS = "participation.groups.forms.application"
OFFICE = (Part.OFFICIAL, Part.HEAD)

STATES = (
    State("received", _("Received"), _("It will be considered when the call is closed.")),
    State("considering", _("Being considered"), _("A reasoned decision is being prepared.")),
    State("accepted", _("Proposed for the composition"), _("The composition is approved next; you will be told."), tone="good",
          is_idle=True),
    State("refused", _("Refused"), _("The reasons are below. You may object until the composition is approved."), tone="bad",
          is_idle=True),
    State("appointed", _("Appointed"), _("You are a member of the body."), is_final=True, tone="good"),
    State("closed", _("Closed"), _("The application is finished."), is_final=True),
    State("withdrawn", _("Withdrawn"), _("You took the application back."), is_final=True),
    State("lapsed", _("Lapsed"), _("The call was cancelled, so no decision is needed."), is_final=True),
)  # fmt: skip
ALL = tuple(state.key for state in STATES)


def row(event, label, sources, target, by, story, *, letter="", **more):
    """A row that the applicant reads about."""
    letters = (LetterTo("applicant", f"groups/{letter}"),) if letter else ()
    return Transition(
        event=event,
        label=label,
        sources=sources,
        target=target,
        by=by,
        story=story,
        letters=letters,
        audience=Audience.APPLICANT,
        **more,
    )


TRANSITIONS = (
    row("consider", _("Begin to consider"), ("received",), "considering", (Part.SYSTEM, *OFFICE), _("Consideration began"),
        guard=guards.call_of_application_closed, clocks=(StartClock("decision", rule_of(DECISION), since="now"),),
        confirm=True),
    row("accept", _("Propose for the composition"), ("considering",), "accepted", OFFICE, _("Proposed for the composition"),
        letter="application_accepted", form=f"{FORMS}.AcceptForm",
        guard=guards.all_of(guards.not_own, guards.seat_is_free), effect=effects.accept, clocks=(MeetClock("decision"),),
        tone="main"),
    row("refuse", _("Refuse"), ("considering",), "refused", OFFICE, _("Refused"), letter="application_refused",
        form=f"{FORMS}.RefuseForm", guard=guards.not_own, effect=effects.refuse, clocks=(MeetClock("decision"),)),
    row("object", _("Object to the refusal"), ("refused",), "considering", (Part.APPLICANT,), _("The applicant objected"),
        form=f"{FORMS}.ObjectionForm", guard=guards.call_awaits_composition, effect=effects.objected,
        clocks=(StartClock("decision", rule_of(DECISION), since="now"),)),
    row("reconsider", _("Consider anew"), ("accepted", "refused"), "considering", (Part.HEAD,), _("Considered anew"),
        form="casework.forms.ReasonForm", guard=guards.call_awaits_composition, effect=effects.reconsider,
        clocks=(StartClock("decision", rule_of(DECISION), since="now"),)),
    row("withdraw", _("Take the application back"), ("received", "considering", "accepted"), "withdrawn", (Part.APPLICANT,),
        _("Withdrawn by the applicant"), effect=effects.outcome("withdrawn"), clocks=(DropClock("decision"),), confirm=True),
    row("appoint", _("Appoint"), ("accepted",), "appointed", (Part.SYSTEM,), _("Appointed to the body"),
        letter="application_appointed"),
    row("close", _("Close"), ("refused",), "closed", (Part.SYSTEM,), _("Closed: the composition was approved")),
    row("lapse", _("Lapse"), ("received", "considering", "accepted", "refused"), "lapsed", (Part.SYSTEM,),
        _("Lapsed: the call was cancelled"), letter="application_lapsed", effect=effects.outcome("lapsed")),
)  # fmt: skip

APPLICATION = Procedure(
    key="seat",
    prefix="ЗЧО",
    model_name="groups.MembershipApplication",
    label=_("Application for a seat in an advisory body"),
    label_plural=_("Applications for a seat in an advisory body"),
    states=STATES,
    transitions=(*TRANSITIONS, *shared(open_states=("received", "considering"), all_states=ALL)),
    letters_on_receipt=(LetterTo("applicant", "groups/application_received"),),
    received_story=_("Application sent"),
    outcomes={
        "accepted": _("Proposed for the composition"),
        "refused": _("Refused"),
        "withdrawn": _("Withdrawn"),
        "lapsed": _("Lapsed"),
    },
    intake_form="participation.groups.forms.intake.SeatForm",
    intake_url="groups:list",
    keep_personal_data_years=3,
    details_template="groups/parts/application_details.html",
)
