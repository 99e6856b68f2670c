"""The suggestion box as a table: a second procedure is one small table."""

from django.utils.translation import gettext_lazy as _

from casework.common import STAFF, common_transitions
from casework.enums import Audience
from casework.procedure import LetterTo, MeetClock, Procedure, StartClock, State, Transition


def decide(outcome):
    """The effect of a decision: its words and its moment."""

    def effect(case, data, actor, now):
        case.reply, case.outcome, case.decided_at = data["reply"], outcome, now
        case.answered_late = any(now > clock.due_at for clock in case.clocks.running().filter(name="answer"))

    return effect


def decision(event, label, story):
    """The row that ends a suggestion with a reply."""
    return Transition(
        event=event,
        label=label,
        sources=("read",),
        target=event,
        by=STAFF,
        form="participation.inquiries.forms.suggestion.ReplyForm",
        effect=decide(event),
        clocks=(MeetClock("answer"),),
        letters=(LetterTo("applicant", f"inquiries/suggestion_{event}"),),
        story=story,
        audience=Audience.APPLICANT,
    )


STATES = (
    State("received", _("Received"), _("Your suggestion is in the box.")),
    State("read", _("Read"), _("An official has read it and considers what can be done.")),
    State("taken_up", _("Taken up"), _("We will do it; the reply says how."), is_final=True, tone="good"),
    State("answered", _("Answered"), _("The reply is below."), is_final=True, tone="good"),
    State("declined", _("Declined"), _("We cannot do it; the reply says why."), is_final=True, tone="bad"),
)

SUGGESTION = Procedure(
    key="suggestion",
    prefix="ПРП",
    model_name="inquiries.Suggestion",
    label=_("Suggestion"),
    label_plural=_("Suggestions"),
    states=STATES,
    transitions=(
        Transition(
            event="read",
            label=_("Mark as read"),
            sources=("received",),
            target="read",
            by=STAFF,
            clocks=(MeetClock("read"),),
            story=_("Read by an official"),
            audience=Audience.APPLICANT,
            confirm=True,
        ),
        decision("taken_up", _("Take up"), _("Taken up")),
        decision("answered", _("Answer"), _("Answered")),
        decision("declined", _("Decline"), _("Declined")),
        *common_transitions(open_states=("received", "read"), all_states=tuple(state.key for state in STATES)),
    ),
    on_receipt=(StartClock("read", "suggestion-read"), StartClock("answer", "suggestion-answer")),
    letters_on_receipt=(LetterTo("applicant", "inquiries/suggestion_received"),),
    received_story=_("Put into the box"),
    outcomes={"taken_up": _("Taken up"), "answered": _("Answered"), "declined": _("Declined")},
    intake_form="participation.inquiries.forms.suggestion.SuggestionForm",
    intake_url="inquiries:suggestion",
    keep_personal_data_years=1,
    details_template="inquiries/parts/suggestion_details.html",
)
