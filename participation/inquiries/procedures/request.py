"""The public-information request as a table (Law 2939-VI «Про доступ до публічної інформації»).

Read it beside the law: five working days from receipt (Art. 20 p. 1), 48 hours when urgent (p. 2), twenty working days
when extended (p. 4), forwarding (Art. 22 p. 3), cost of copying (Art. 21), postponement (Art. 22 p. 6), refusal
(Art. 22 p. 4), complaint (Art. 23).
"""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from casework.actors import Part
from casework.common import common_transitions
from casework.enums import AnswerKind, Audience, Visibility
from casework.procedure import (
    DropClock,
    LetterTo,
    MeetClock,
    Procedure,
    ReplaceClock,
    SetClock,
    StartClock,
    State,
    Transition,
)
from participation.inquiries import answers, effects, guards, readers

FORMS = "participation.inquiries.forms"
LAW = "Law 2939-VI"

STATES = (
    State("received", _("Received"), _("We have your request. It is being registered.")),
    State("registered", _("Registered"), _("Your request has a number and a term. It will be given to an official.")),
    State("in_work", _("In work"), _("An official prepares the answer.")),
    State("extended", _("Extended"), _("The answer needs more time; the reason was sent to you."), tone="warn"),
    State(
        "awaiting_payment",
        _("Awaiting payment"),
        _("More than ten pages are to be copied; the copies wait for payment."),
        tone="warn",
    ),
    State("postponed", _("Postponed"), _("Force majeure prevents the answer; you were told until when."), tone="warn"),
    State("approval", _("Being approved"), _("The answer is written; a second person checks it.")),
    State(
        "forwarded",
        _("Forwarded"),
        _("Another body holds the information; your request was sent there."),
        is_final=True,
    ),
    State(
        "answered",
        _("Answered"),
        _("The answer was given. If you disagree, you can complain."),
        tone="good",
        is_idle=True,
    ),
    State("appealed", _("Appealed"), _("The head considers your complaint."), tone="warn"),
    State("withdrawn", _("Withdrawn"), _("You took the request back."), is_final=True),
    State("closed", _("Closed"), _("The request is finished."), is_final=True, tone="good"),
)
ALL = tuple(state.key for state in STATES)
AT_WORK = ("in_work", "extended")
BEFORE_ANSWER = ("received", "registered", "in_work", "extended", "awaiting_payment", "postponed", "approval")
WRITING = ("registered", "in_work", "extended", "awaiting_payment", "postponed", "approval", "answered", "appealed")

OFFICIALS = (Part.OFFICIAL, Part.HEAD)
APPROVERS = (Part.HEAD, Part.OFFICIAL)

forward_in_time = guards.within(
    "request-forward", _("A request is forwarded within five working days; they ended on %(date)s.")
)
extend_in_time = guards.within(
    "request-extension-notice", _("An extension is told within five working days; they ended on %(date)s.")
)


def letters(kind, *more):
    """A letter to the applicant, and to whoever else is named as (who, kind)."""
    return (LetterTo("applicant", f"inquiries/{kind}"), *(LetterTo(who, f"inquiries/{name}") for who, name in more))


REGISTRATION = (
    Transition(
        event="register", label=_("Register"), sources=("received",), target="registered",
        by=(Part.SYSTEM, Part.DESK, Part.HEAD), effect=effects.register, letters=letters("registered"),
        story=_("Registered"), audience=Audience.PUBLIC, law=f"{LAW}, Art. 18", confirm=True,
    ),
    Transition(
        event="urgent_on", label=_("Accept as urgent (48 hours)"), sources=("registered", "in_work"), target=None,
        by=(Part.HEAD,), form=f"{FORMS}.steps.ReasonForm", guard=guards.all_of(guards.not_urgent, guards.not_extended),
        effect=effects.declare_urgent, clocks=(ReplaceClock("answer", "request-urgent"),), letters=letters("urgent_on"),
        story=_("Accepted as urgent"), audience=Audience.APPLICANT, law=f"{LAW}, Art. 20 p. 2",
    ),
    Transition(
        event="urgent_off", label=_("Not urgent: back to five days"), sources=("registered", "in_work"), target=None,
        by=(Part.HEAD,), form=f"{FORMS}.steps.ReasonForm", guard=guards.urgent,
        effect=effects.declare_ordinary, clocks=(ReplaceClock("answer", "request"),), letters=letters("urgent_off"),
        story=_("Not accepted as urgent"), audience=Audience.APPLICANT, law=f"{LAW}, Art. 20 p. 2",
    ),
    Transition(
        event="forward", label=_("Forward to the holder"), sources=("registered", *AT_WORK), target="forwarded",
        by=(Part.OFFICIAL, Part.DESK, Part.HEAD), form=f"{FORMS}.steps.ForwardForm", guard=forward_in_time,
        effect=effects.forward, clocks=(MeetClock("answer"),),
        letters=letters("forwarded", (readers.holder, "forwarded_to_holder")),
        story=_("Forwarded to the holder of the information"), audience=Audience.PUBLIC, law=f"{LAW}, Art. 22 p. 3 (?)",
    ),
    Transition(
        event="forward_part", label=_("Forward a part"), sources=("registered", *AT_WORK), target=None,
        by=(Part.OFFICIAL, Part.DESK, Part.HEAD), form=f"{FORMS}.steps.ForwardPartForm", guard=forward_in_time,
        effect=effects.forward, letters=letters("forwarded_part", (readers.holder, "forwarded_to_holder")),
        story=_("A part was forwarded to the holder of the information"), audience=Audience.PUBLIC,
        law=f"{LAW}, Art. 22 p. 3 (?)", help=_("The rest is answered here; the clock goes on."),
    ),
)  # fmt: skip

WORK = (
    Transition(
        event="extend", label=_("Extend to 20 working days"), sources=("in_work",), target="extended",
        by=OFFICIALS, form=f"{FORMS}.steps.ExtendForm",
        guard=guards.all_of(guards.not_urgent, guards.not_extended, extend_in_time),
        effect=effects.extend, clocks=(ReplaceClock("answer", "request-extended"),), letters=letters("extended"),
        story=_("The term was extended"), audience=Audience.PUBLIC, law=f"{LAW}, Art. 20 p. 4",
    ),
    Transition(
        event="ask_clarify", label=_("Ask for a clarification"), sources=AT_WORK, target=None,
        by=OFFICIALS, form="casework.forms.MessageForm", effect=effects.ask_clarify, letters=letters("clarify"),
        story=_("A clarification was asked"), audience=Audience.APPLICANT, help=_("The clock does not stop."),
    ),
    Transition(
        event="bill", label=_("Bill the copying"), sources=AT_WORK, target="awaiting_payment",
        by=OFFICIALS, form=f"{FORMS}.steps.BillForm", guard=guards.all_of(guards.tariff_is_set, guards.not_billed),
        effect=effects.bill, clocks=(DropClock("answer"), StartClock("payment", "request-payment", since="now")),
        letters=letters("bill"), story=_("A bill for copying was sent"), audience=Audience.APPLICANT, law=f"{LAW}, Art. 21",
    ),
    Transition(
        event="paid", label=_("Paid"), sources=("awaiting_payment",), target="in_work",
        by=(Part.OFFICIAL, Part.DESK, Part.HEAD),
        clocks=(MeetClock("payment"), StartClock("answer", "request-after-payment", since="now")),
        letters=letters("paid"), story=_("Copying was paid"), audience=Audience.APPLICANT, law=f"{LAW}, Art. 21", confirm=True,
    ),
    Transition(
        event="unpaid", label=_("Not paid: draft a refusal"), sources=("awaiting_payment",), target="approval",
        by=OFFICIALS, form=f"{FORMS}.answers.UnpaidForm", guard=guards.payment_term_is_over, effect=answers.draft,
        clocks=(MeetClock("payment"), StartClock("answer", "request-after-payment", since="now")),
        story=_("Copying was not paid in time"), audience=Audience.APPLICANT, law=f"{LAW}, Art. 22 p. 1",
    ),
    Transition(
        event="postpone", label=_("Postpone (force majeure)"), sources=AT_WORK, target="postponed",
        by=OFFICIALS, form=f"{FORMS}.steps.PostponeForm", effect=effects.postpone,
        clocks=(SetClock("answer", "request-postponed", until="until"),), letters=letters("postponed"),
        story=_("The answer was postponed"), audience=Audience.PUBLIC, law=f"{LAW}, Art. 22 p. 6",
    ),
    Transition(
        event="resume", label=_("Resume"), sources=("postponed",), target="in_work",
        by=OFFICIALS, letters=letters("resumed"),
        story=_("Work on the answer was resumed"), audience=Audience.PUBLIC, law=f"{LAW}, Art. 22 p. 6", confirm=True,
    ),
    Transition(
        event="draft", label=_("Draft the answer"), sources=AT_WORK, target="approval",
        by=OFFICIALS, form=f"{FORMS}.answers.DraftForm", effect=answers.draft,
        letters=(LetterTo("head", "inquiries/to_approve"),), story=_("The answer was drafted"), tone="main",
    ),
    Transition(
        event="approve", label=_("Approve and give the answer"), sources=("approval",), target="answered",
        by=APPROVERS, guard=guards.four_eyes, effect=answers.approve, clocks=(MeetClock("answer"),),
        letters=letters("answered"), story=_("Answered"), audience=Audience.PUBLIC, law=f"{LAW}, Art. 20, 22",
        confirm=True, tone="main",
    ),
    Transition(
        event="back", label=_("Return for changes"), sources=("approval",), target="in_work",
        by=APPROVERS, form=f"{FORMS}.steps.ReturnForm", guard=guards.has_draft, effect=answers.send_back,
        letters=(LetterTo(readers.drafter, "inquiries/returned"),), story=_("The draft was returned for changes"),
    ),
    Transition(
        event="withdraw", label=_("Withdraw the request"), sources=BEFORE_ANSWER, target="withdrawn",
        by=(Part.APPLICANT, Part.DESK), form=f"{FORMS}.steps.WithdrawForm", effect=effects.withdraw,
        letters=letters("withdrawn", ("assignee", "withdrawn_staff")), story=_("Withdrawn by the applicant"),
        audience=Audience.PUBLIC, help=_("The request is closed without an answer. You can send a new one at any time."),
        tone="quiet",
    ),
)  # fmt: skip

AFTER_ANSWER = (
    Transition(
        event="appeal", label=_("Complain about the answer"), sources=("answered",), target="appealed",
        by=(Part.APPLICANT, Part.DESK), form=f"{FORMS}.steps.AppealForm", effect=effects.appeal,
        clocks=(StartClock("appeal", "request-appeal", since="now"),),
        letters=letters("appealed", ("head", "appeal_filed")), story=_("The applicant complained about the answer"),
        audience=Audience.PUBLIC, law=f"{LAW}, Art. 23",
    ),
    Transition(
        event="draft", label=_("Draft a new answer"), sources=("appealed",), target=None,
        by=OFFICIALS, form=f"{FORMS}.answers.DraftForm", guard=guards.no_draft, effect=answers.draft,
        letters=(LetterTo("head", "inquiries/to_approve"),), story=_("A new answer was drafted"),
    ),
    Transition(
        event="new_answer", label=_("Approve and give the new answer"), sources=("appealed",), target="answered",
        by=APPROVERS, guard=guards.four_eyes, effect=answers.grant_appeal, clocks=(MeetClock("appeal"),),
        letters=letters("answered"), story=_("A new answer was given"), audience=Audience.PUBLIC, law=f"{LAW}, Art. 23",
        confirm=True, tone="main",
    ),
    Transition(
        event="uphold", label=_("Leave the answer as it is"), sources=("appealed",), target="closed",
        by=(Part.HEAD,), form=f"{FORMS}.steps.ReasonForm", guard=guards.no_draft, effect=effects.uphold,
        clocks=(MeetClock("appeal"),), letters=letters("upheld"), story=_("The answer was left as it is"),
        audience=Audience.PUBLIC, law=f"{LAW}, Art. 23",
    ),
    Transition(
        event="correct", label=_("Correct the answer"), sources=("answered", "closed"), target=None,
        by=OFFICIALS, form=f"{FORMS}.answers.CorrectForm", guard=guards.no_draft, effect=answers.draft,
        letters=(LetterTo("head", "inquiries/to_approve"),), story=_("A correction was drafted"),
        help=_("A correction is a new version; a second person approves it."),
    ),
    Transition(
        event="approve_correction", label=_("Approve and give the correction"), sources=("answered", "closed"), target=None,
        by=APPROVERS, guard=guards.all_of(guards.is_correction, guards.four_eyes), effect=answers.approve,
        letters=letters("corrected"), story=_("The answer was corrected"), audience=Audience.PUBLIC, confirm=True, tone="main",
    ),
    Transition(
        event="back", label=_("Return for changes"), sources=("answered", "appealed", "closed"), target=None,
        by=APPROVERS, form=f"{FORMS}.steps.ReturnForm", guard=guards.has_draft, effect=answers.send_back,
        letters=(LetterTo(readers.drafter, "inquiries/returned"),), story=_("The draft was returned for changes"),
    ),
    Transition(
        event="edit_public_answer", label=_("Prepare the public answer"),
        sources=("approval", "answered", "appealed", "closed"), target=None,
        by=(Part.OFFICIAL, Part.DESK, Part.HEAD), form=f"{FORMS}.answers.PublicAnswerForm", guard=guards.has_answer,
        effect=answers.edit_public_answer, story=_("Public edition of the answer prepared"),
        help=_("What the public register shows instead of the answer."),
    ),
    Transition(
        event="rate", label=_("Tell us whether the answer helped"), sources=("answered", "closed"), target=None,
        by=(Part.APPLICANT,), form=f"{FORMS}.steps.RateForm", guard=guards.all_of(guards.was_answered, guards.not_rated),
        effect=effects.rate, story=_("The applicant told whether the answer helped"), audience=Audience.APPLICANT,
    ),
    Transition(
        event="close", label=_("Close"), sources=("answered",), target="closed",
        by=(Part.SYSTEM,), guard=guards.all_of(guards.no_draft, guards.month_has_passed), letters=letters("closed"),
        story=_("Closed 30 days after the answer"), audience=Audience.PUBLIC,
    ),
)  # fmt: skip

COMMON = tuple(
    replace(row, effect=effects.write_to_office) if row.event == "write_to_office" else row
    for row in common_transitions(
        open_states=WRITING, all_states=ALL, assign_states=("registered",), assign_target="in_work"
    )
)

REQUEST = Procedure(
    key="request",
    prefix="ЗПІ",
    model_name="inquiries.InformationRequest",
    label=_("Public-information request"),
    label_plural=_("Public-information requests"),
    law=LAW,
    states=STATES,
    transitions=REGISTRATION + WORK + AFTER_ANSWER + COMMON,
    on_receipt=(StartClock("answer", "request"),),
    letters_on_receipt=(LetterTo(readers.heads_if_urgent, "inquiries/urgent_claimed"),),
    received_story=_("Received"),
    visibility=Visibility.REGISTER,
    outcomes={
        AnswerKind.FULL: _("Given in full"),
        AnswerKind.PARTIAL: _("Given in part"),
        AnswerKind.REFUSED: _("Refused"),
    },
    intake_form=f"{FORMS}.intake.RequestForm",
    intake_url="inquiries:request",
    details_template="inquiries/parts/request_details.html",
)
