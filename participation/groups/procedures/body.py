"""An advisory body as a table: proposal, foundation, calls for members, composition, work, rotation, end (PROCEDURES C5)."""

from django.utils.translation import gettext_lazy as _

from casework.actors import Part
from casework.enums import Audience, Visibility
from casework.procedure import DropClock, LetterTo, MeetClock, Procedure, SetClock, State, Transition
from participation.groups import guards, readers
from participation.groups.effects import body as effects
from participation.groups.procedures.shared import shared

FORMS = "participation.groups.forms.body"
LAW = "Law 280/97-ВР"
HEAD = (Part.HEAD,)
OFFICE = (Part.OFFICIAL, Part.HEAD)
CLOCKWORK = (Part.SYSTEM, Part.OFFICIAL, Part.HEAD)

STATES = (
    State("proposed", _("Proposed"), _("The authority considers whether to found this body.")),
    State("declined", _("Not founded"), _("The body was not founded; the reasons are below."), is_final=True, tone="bad"),
    State("founded", _("Founded"), _("The decision is made; a call for members comes next.")),
    State("calling", _("Call for members"), _("Applications for seats are taken in."), tone="warn"),
    State("deciding", _("Applications are considered"), _("Every application gets a reasoned decision.")),
    State("working", _("Works"), _("The composition is approved; the body meets."), tone="good", is_idle=True),
    State("ending", _("Term is ending"), _("The term ends soon: it is prolonged, or a new composition is called."), tone="warn"),
    State("stopped", _("Stopped"), _("The body no longer works."), is_idle=True),
    State("archived", _("In the archive"), _("What the body did stays readable."), is_final=True),
)  # fmt: skip
ALL = tuple(state.key for state in STATES)
LIVING = ("founded", "calling", "deciding", "working", "ending")


def row(event, label, sources, target, by, story, **more):
    """A row that the public reads about."""
    more.setdefault("audience", Audience.PUBLIC)
    return Transition(event=event, label=label, sources=sources, target=target, by=by, story=story, law=LAW, **more)


BEGINNING = (
    row("found", _("Record the founding decision"), ("proposed",), "founded", HEAD, _("Founded"),
        form=f"{FORMS}.FoundForm", effect=effects.found, letters=(LetterTo("applicant", "groups/founded"),), tone="main"),
    row("decline", _("Do not found"), ("proposed",), "declined", HEAD, _("Not founded"), form="casework.forms.ReasonForm",
        effect=effects.decline, letters=(LetterTo("applicant", "groups/declined"),), audience=Audience.APPLICANT),
    row("edit_about", _("Change the description"), LIVING, None, OFFICE, _("Description changed"),
        form=f"{FORMS}.AboutForm", effect=effects.edit_about, audience=Audience.STAFF),
)  # fmt: skip

CALLS = (
    row("open_call", _("Open a call for members"), ("founded",), "calling", OFFICE, _("Call for members opened"),
        form=f"{FORMS}.CallForm", effect=effects.open_call, tone="main",
        clocks=(SetClock("call", "group-call-day", until="closes_on"),)),
    row("open_call", _("Open a call for free seats"), ("working", "ending"), None, OFFICE, _("Call for members opened"),
        form=f"{FORMS}.CallForm", guard=guards.no_call_runs, effect=effects.open_call,
        clocks=(SetClock("call", "group-call-day", until="closes_on"),)),
    row("extend_call", _("Extend the call"), ("calling", "working", "ending"), None, OFFICE, _("Call for members extended"),
        form=f"{FORMS}.ExtendCallForm", guard=guards.call_is_open, effect=effects.extend_call,
        clocks=(SetClock("call", "group-call-day", until="closes_on"),)),
    row("close_call", _("Close the call"), ("calling",), "deciding", CLOCKWORK, _("Call for members closed"),
        guard=guards.call_is_over, effect=effects.close_call, clocks=(MeetClock("call"),), confirm=True,
        letters=(LetterTo("assignee", "groups/call_closed"),)),
    row("close_call", _("Close the call"), ("working", "ending"), None, CLOCKWORK, _("Call for members closed"),
        guard=guards.call_is_over, effect=effects.close_call, clocks=(MeetClock("call"),), confirm=True,
        letters=(LetterTo("assignee", "groups/call_closed"),)),
    row("repeat_call", _("The call brought nobody: end it"), ("deciding",), "founded", OFFICE, _("The call brought no members"),
        guard=guards.call_brought_nobody, form="casework.forms.ReasonForm", effect=effects.cancel_call),
    row("repeat_call", _("The call brought nobody: end it"), ("working", "ending"), None, OFFICE,
        _("The call brought no members"), guard=guards.call_brought_nobody, form="casework.forms.ReasonForm",
        effect=effects.cancel_call),
    row("approve_composition", _("Approve the composition"), ("deciding", "working", "ending"), "working", HEAD,
        _("Composition approved"), form=f"{FORMS}.CompositionForm", guard=guards.every_application_decided,
        effect=effects.approve_composition, tone="main",
        clocks=(SetClock("mandate", "group-mandate-day", until="term_ends_on"),)),
)  # fmt: skip

ENDING = (
    row("term_ending", _("The term is ending"), ("working",), "ending", (Part.SYSTEM,), _("The term of the body is ending"),
        guard=guards.term_ends_soon,
        letters=(LetterTo("assignee", "groups/term_ending"), LetterTo("head", "groups/term_ending"),
                 LetterTo(readers.members, "groups/term_ending_member"))),
    row("prolong", _("Prolong the term"), ("ending",), "working", HEAD, _("The term was prolonged"), form=f"{FORMS}.ProlongForm",
        effect=effects.prolong, clocks=(SetClock("mandate", "group-mandate-day", until="until"),), tone="main"),
    row("end_term", _("The term is over"), ("ending",), "stopped", CLOCKWORK, _("The term of the body is over"),
        guard=guards.all_of(guards.term_is_over, guards.no_meeting_ahead), effect=effects.end_term,
        clocks=(MeetClock("mandate"), DropClock("call")), confirm=True),
    row("stop", _("Stop the body"), LIVING, "stopped", HEAD, _("Stopped"), form="casework.forms.ReasonForm",
        guard=guards.no_meeting_ahead, effect=effects.stop, clocks=(DropClock("mandate"), DropClock("call")), tone="danger",
        letters=(LetterTo(readers.members, "groups/stopped"),)),
    row("archive", _("Move to the archive"), ("stopped",), "archived", OFFICE, _("Moved to the archive"),
        guard=guards.no_meeting_open, confirm=True),
)  # fmt: skip

BODY = Procedure(
    key="body",
    prefix="КДО",
    model_name="groups.Body",
    label=_("Advisory body"),
    label_plural=_("Advisory bodies"),
    law=LAW,
    states=STATES,
    transitions=(
        *BEGINNING,
        *CALLS,
        *ENDING,
        *shared(open_states=("proposed", *LIVING), all_states=ALL),
    ),
    letters_on_receipt=(LetterTo("applicant", "groups/proposed"),),
    received_story=_("Proposed"),
    visibility=Visibility.REGISTER,
    intake_form="participation.groups.forms.intake.ProposalForm",
    intake_url="groups:propose",
    details_template="groups/parts/body_details.html",
)
