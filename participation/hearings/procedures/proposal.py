"""A proposal to a hearing as a table: from its author's hand to the authority's answer to it."""

from django.utils.translation import gettext_lazy as _

from casework.actors import Part
from casework.common import STAFF, common_transitions
from casework.enums import Audience, Channel
from casework.procedure import LetterTo, MeetClock, Procedure, StartClock, State, Transition
from participation.hearings import effects, guards, numbers
from participation.hearings.enums import Decision

FORMS = "participation.hearings.forms.steps"
OFFICIALS = (Part.OFFICIAL, Part.HEAD)

STATES = (
    State("received", _("Received"), _("It is looked at before everyone can read it.")),
    State("admitted", _("In the file"), _("It stands on the page of the hearing.")),
    State("handed", _("With the authority"), _("The authority answers this very proposal.")),
    State("accepted", _("Accepted"), _("The answer says what will be done."), is_final=True, tone="good"),
    State("partly", _("Accepted in part"), _("The answer says what and why not all."), is_final=True, tone="good"),
    State("rejected", _("Rejected"), _("The answer says why."), is_final=True, tone="bad"),
    State("set_aside", _("Not about this hearing"), _("The answer says where to turn."), is_final=True),
    State("withdrawn", _("Withdrawn"), _("Its author took it back."), is_final=True),
)


def decision(event, label, value, form):
    """The row of one reaction of the authority."""
    return Transition(
        event=event,
        label=label,
        sources=("handed",),
        target=value,
        by=OFFICIALS,
        form=f"{FORMS}.{form}",
        effect=effects.decide(value),
        clocks=(MeetClock("reaction"),),
        letters=(LetterTo("applicant", "hearings/proposal_decided"),),
        story=Decision(value).label,
        audience=Audience.PUBLIC,
    )


TRANSITIONS = (
    Transition(
        event="register",
        label=_("Admit to the file"),
        sources=("received",),
        target="admitted",
        by=(*STAFF, Part.SYSTEM),
        guard=guards.has_title,
        effect=effects.admit,
        letters=(LetterTo("applicant", "hearings/proposal_admitted"),),
        story=_("Admitted to the file of the hearing"),
        audience=Audience.PUBLIC,
        confirm=True,
    ),
    Transition(
        event="set_aside",
        label=_("Not about this hearing"),
        sources=("received",),
        target="set_aside",
        by=STAFF,
        form="casework.forms.ReasonForm",
        effect=effects.set_aside,
        letters=(LetterTo("applicant", "hearings/proposal_set_aside"),),
        story=_("Set aside: not about this hearing"),
        audience=Audience.APPLICANT,
    ),
    Transition(
        event="withdraw",
        label=_("Withdraw the proposal"),
        sources=("received", "admitted"),
        target="withdrawn",
        by=(Part.APPLICANT,),
        effect=effects.no_longer_shown,
        story=_("Withdrawn"),
        audience=Audience.APPLICANT,
        confirm=True,
    ),
    Transition(
        event="hand_over",
        label=_("Hand over to the authority"),
        sources=("admitted",),
        target="handed",
        by=(Part.SYSTEM,),
        clocks=(StartClock("reaction", numbers.term(numbers.REACTION), since="now"),),
        letters=(LetterTo("applicant", "hearings/proposal_handed"),),
        story=_("Handed over to the authority"),
        audience=Audience.PUBLIC,
    ),
    decision("accept", _("Accept"), Decision.ACCEPTED.value, "AcceptForm"),
    decision("accept_partly", _("Accept in part"), Decision.PARTLY.value, "AcceptForm"),
    decision("reject", _("Reject"), Decision.REJECTED.value, "RejectForm"),
)

PROPOSAL = Procedure(
    key="hearing-proposal",
    prefix="ПСЛ",
    model_name="hearings.HearingProposal",
    label=_("Proposal to a hearing"),
    label_plural=_("Proposals to hearings"),
    states=STATES,
    transitions=(
        *TRANSITIONS,
        *common_transitions(
            open_states=("received", "admitted", "handed"), all_states=tuple(state.key for state in STATES)
        ),
    ),
    letters_on_receipt=(LetterTo("applicant", "hearings/proposal_received"),),
    received_story=_("The proposal was handed in"),
    registers_itself=tuple(channel for channel in Channel.values if channel != Channel.WEB),
    outcomes={**dict(Decision.choices), "set_aside": _("Set aside")},
    intake_form="participation.hearings.forms.intake.ProposalForm",
    intake_url="hearings:list",
    details_template="hearings/parts/proposal_details.html",
)
