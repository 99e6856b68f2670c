"""The idea as a table: a resident's draft → moderation → support → evaluation → decision → implementation → done."""

from django.utils.translation import gettext_lazy as _

from casework.actors import Part
from casework.common import STAFF, common_transitions
from casework.enums import Audience, Channel
from casework.procedure import DropClock, LetterTo, MeetClock, Procedure, SetClock, StartClock, State, Transition
from participation.ideas import effects, guards, readers
from participation.ideas.enums import Outcome
from participation.ideas.numbers import DECISION, EVALUATION, MODERATION, term

FORMS = "participation.ideas.forms.steps"

STATES = (
    State("draft", _("Draft"), _("Only you see it. Send it when it is ready."), tone="warn", is_idle=True),
    State("moderation", _("Being read"), _("A moderator reads it, then it is published or returned with a reason.")),
    State("returned", _("Returned"), _("Change what the moderator asks and send it again."), tone="warn", is_idle=True),
    State("published", _("Collects support"), _("Everybody can support and discuss it."), is_idle=True),
    State("evaluation", _("Being evaluated"), _("The unit checks whether and how it can be done and what it costs.")),
    State("evaluated", _("Awaits decision"), _("The evaluation is ready; the head decides.")),
    State("implementation", _("Being implemented"), _("It was accepted. The milestones say what comes when."), tone="good"),
    State("done", _("Done"), _("The idea has become reality."), is_final=True, tone="good"),
    State("rejected", _("Rejected"), _("It will not be done; the decision says why."), is_final=True, tone="bad"),
    State("withdrawn", _("Withdrawn"), _("Its author took it back."), is_final=True),
)
ALL = tuple(state.key for state in STATES)
BEFORE_PUBLICATION = ("draft", "moderation", "returned")
AT_WORK = ("published", "evaluation", "evaluated", "implementation")
HEAD = (Part.HEAD,)
OFFICIALS = (Part.OFFICIAL, Part.HEAD)


def news(*, to_author="ideas/your_news"):
    """Letters about a step: to the author, to the co-authors, to those who follow."""
    return (
        LetterTo("applicant", to_author),
        LetterTo(readers.co_authors, "ideas/news"),
        LetterTo(readers.followers, "ideas/news"),
    )


TO_AUTHOR = (LetterTo("applicant", "ideas/your_news"),)
TO_UNIT = LetterTo("unit", "ideas/to_do")
ANSWER = {
    "event": "answer", "label": _("Write an official answer"), "target": None, "by": OFFICIALS,
    "effect": effects.answer, "letters": news(), "story": _("The office answered"), "audience": Audience.PUBLIC,
    "help": _("A new version of the answer; the earlier ones can still be read."),
}  # fmt: skip

PUBLICATION = (
    Transition(
        event="register", label=_("Register"), sources=("draft",), target="moderation", by=(Part.SYSTEM,),
        clocks=(StartClock("moderation", term(MODERATION)),), story=_("Registered by the office"), audience=Audience.APPLICANT,
    ),
    Transition(
        event="send", label=_("Send the idea"), sources=("draft", "returned"), target="moderation", by=(Part.APPLICANT,),
        guard=guards.all_of(guards.call_is_open, guards.read_first),
        clocks=(StartClock("moderation", term(MODERATION), since="now"),), letters=(TO_UNIT,), story=_("Sent by the author"),
        audience=Audience.APPLICANT, confirm=True, tone="main", help=_("A moderator reads it before it is published."),
    ),
    Transition(
        event="publish_own", label=_("Publish the idea"), sources=("draft", "returned"), target="published",
        by=(Part.APPLICANT,), guard=guards.all_of(guards.call_is_open, guards.not_read_first), effect=effects.publish,
        letters=TO_AUTHOR, story=_("Published"), audience=Audience.PUBLIC, confirm=True, tone="main",
    ),
    Transition(
        event="publish", label=_("Publish"), sources=("moderation",), target="published", by=STAFF, form=f"{FORMS}.PublishForm",
        guard=guards.not_own, effect=effects.publish, clocks=(MeetClock("moderation"),), letters=TO_AUTHOR,
        story=_("Published"), audience=Audience.PUBLIC, tone="main",
    ),
    Transition(
        event="return", label=_("Return for changes"), sources=("moderation",), target="returned", by=STAFF,
        form=f"{FORMS}.ReturnForm", guard=guards.not_own, effect=effects.give_back, clocks=(MeetClock("moderation"),),
        letters=TO_AUTHOR, story=_("Returned for changes"), audience=Audience.APPLICANT,
    ),
    Transition(
        event="edit", label=_("Edit the words"), sources=(*BEFORE_PUBLICATION, "published"), target=None,
        by=(Part.APPLICANT, Part.DESK), form=f"{FORMS}.EditForm", guard=guards.may_edit, effect=effects.edit,
        story=_("The words were edited"), audience=Audience.PUBLIC, help=_("The earlier words stay readable beside the new ones."),
    ),
    Transition(
        event="withdraw", label=_("Withdraw the idea"), sources=(*BEFORE_PUBLICATION, "published"), target="withdrawn",
        by=(Part.APPLICANT, Part.DESK), form=f"{FORMS}.WithdrawForm", effect=effects.withdraw,
        clocks=(DropClock("moderation"), DropClock("update")), letters=news(), story=_("Withdrawn by the author"),
        audience=Audience.PUBLIC, help=_("The idea stays readable with your reason, if it was published."),
    ),
    Transition(
        event="goal", label=_("Supports collected"), sources=("published",), target=None, by=(Part.SYSTEM,),
        letters=(*news(), TO_UNIT), story=_("Collected the supports that it needed"), audience=Audience.PUBLIC,
    ),
)  # fmt: skip

WORK = (
    Transition(
        event="evaluate", label=_("Give to evaluation"), sources=("published",), target="evaluation", by=STAFF,
        form=f"{FORMS}.StartEvaluationForm", guard=guards.all_of(guards.not_own, guards.goal_is_reached),
        effect=effects.start_evaluation, clocks=(StartClock("evaluation", term(EVALUATION), since="now"),),
        letters=(*news(), TO_UNIT), story=_("Given to evaluation"), audience=Audience.PUBLIC, tone="main",
    ),
    Transition(
        event="report", label=_("Write the evaluation"), sources=("evaluation",), target="evaluated", by=OFFICIALS,
        form=f"{FORMS}.EvaluationForm", guard=guards.not_own, effect=effects.evaluate,
        clocks=(MeetClock("evaluation"), StartClock("decision", term(DECISION), since="now")),
        letters=(LetterTo("head", "ideas/to_do"),), story=_("The evaluation is ready"), audience=Audience.PUBLIC, tone="main",
    ),
    Transition(
        event="back", label=_("Return to the unit"), sources=("evaluated",), target="evaluation", by=HEAD,
        form="casework.forms.ReasonForm", effect=effects.send_back,
        clocks=(DropClock("decision"), StartClock("evaluation", term(EVALUATION), since="now")), letters=(TO_UNIT,),
        story=_("Returned to the unit for another evaluation"), audience=Audience.PUBLIC,
    ),
    Transition(
        event="accept", label=_("Accept"), sources=("evaluated",), target="implementation", by=HEAD,
        form=f"{FORMS}.AcceptForm", guard=guards.all_of(guards.not_own, guards.other_than_evaluator), effect=effects.accept,
        clocks=(MeetClock("decision"), SetClock("update", "idea-update", until="next_update_on")),
        letters=news(), story=_("Accepted"), audience=Audience.PUBLIC, tone="main",
    ),
    Transition(
        event="reject", label=_("Reject"), sources=("evaluated",), target="rejected", by=HEAD, form=f"{FORMS}.RejectForm",
        guard=guards.all_of(guards.not_own, guards.other_than_evaluator), effect=effects.reject, clocks=(MeetClock("decision"),),
        letters=news(), story=_("Rejected"), audience=Audience.PUBLIC,
    ),
    Transition(
        event="milestone", label=_("Add a milestone"), sources=("implementation",), target=None, by=OFFICIALS,
        form=f"{FORMS}.MilestoneForm", effect=effects.add_milestone, story=_("A milestone was set"), audience=Audience.PUBLIC,
    ),
    Transition(
        event="reached", label=_("Report on a milestone"), sources=("implementation",), target=None, by=OFFICIALS,
        form=f"{FORMS}.ReachedForm", guard=guards.has_milestone_ahead, effect=effects.reach_milestone, letters=news(),
        story=_("A milestone was reached"), audience=Audience.PUBLIC, tone="main",
    ),
    Transition(
        event="finish", label=_("Done"), sources=("implementation",), target="done", by=OFFICIALS, form=f"{FORMS}.FinishForm",
        guard=guards.milestones_are_done, effect=effects.finish, clocks=(MeetClock("update"), MeetClock("milestone")),
        letters=news(), story=_("Done"), audience=Audience.PUBLIC, tone="main",
    ),
    Transition(
        **ANSWER, sources=AT_WORK, form=f"{FORMS}.AnswerForm",
        clocks=(SetClock("update", "idea-update", until="next_update_on"),),
    ),
    Transition(**ANSWER, sources=("done", "rejected"), form=f"{FORMS}.LastAnswerForm"),
    Transition(
        event="join", label=_("Join to a similar idea"), sources=("published", "evaluation", "evaluated"), target=None,
        by=STAFF, form=f"{FORMS}.JoinForm", guard=guards.all_of(guards.not_own, guards.not_joined), effect=effects.join,
        letters=news(), story=_("Joined to a similar idea"), audience=Audience.PUBLIC,
        help=_("Both ideas stay as they are, with their authors and supports; a link leads from one to the other."),
    ),
    Transition(
        event="part", label=_("Undo the join"), sources=AT_WORK, target=None, by=STAFF, form="casework.forms.ReasonForm",
        guard=guards.joined, effect=effects.part, story=_("Stands apart again"), audience=Audience.PUBLIC,
    ),
)  # fmt: skip

COMMON = tuple(
    row
    for row in common_transitions(open_states=(*BEFORE_PUBLICATION, *AT_WORK), all_states=ALL)
    if row.event != "edit_public"  # the public words of an idea are its author's own
)

IDEA = Procedure(
    key="idea",
    prefix="ІДЕ",
    model_name="ideas.Idea",
    label=_("Idea"),
    label_plural=_("Ideas"),
    states=STATES,
    transitions=PUBLICATION + WORK + COMMON,
    letters_on_receipt=(LetterTo("applicant", "ideas/received"),),
    received_story=_("Came to us"),
    registers_itself=tuple(channel for channel in Channel.values if channel != Channel.WEB),
    outcomes=dict(Outcome.choices),
    intake_form="participation.ideas.forms.intake.IdeaForm",
    intake_url="ideas:new",
    keep_personal_data_years=3,
    details_template="ideas/parts/details.html",
    public_details_template="ideas/parts/details.html",
)
