"""A consultation on a draft document as a table."""

from django.utils.translation import gettext_lazy as _

from casework.actors import Part
from casework.common import common_transitions
from casework.enums import Audience, Visibility
from casework.procedure import MeetClock, Procedure, StartClock, State, Transition
from participation.drafts import effects, guards
from participation.drafts.numbers import REPORT
from participation.statute.numbers import clock_rule

FORMS = "participation.drafts.forms.steps"
OFFICE = (Part.OFFICIAL, Part.HEAD)
STATES = (
    State("draft", _("In preparation"), _("The office prepares the text.")),
    State("open", _("Open for comments"), _("Everyone may comment on any paragraph."), tone="good", is_idle=True),
    State("processing", _("Comments are considered"), _("Officials decide on each comment and write the report.")),
    State("reported", _("Report published"), _("What changed and why stands on the page."), tone="good", is_idle=True),
    State("closed", _("Closed"), _("It is known what became of the draft."), is_final=True),
    State("withdrawn", _("Withdrawn"), _("The office took the draft off."), is_final=True, tone="bad"),
)


def step(event, label, source, target, **options):
    """A row that officials of the unit and the head may fire and that everyone sees."""
    sources = (source,) if isinstance(source, str) else source
    options.setdefault("by", OFFICE)
    options.setdefault("audience", Audience.PUBLIC)
    return Transition(event=event, label=label, sources=sources, target=target, **options)


def shared_rows():
    """Giving the case to an official and notes, as in every procedure."""
    rows = common_transitions(
        open_states=("draft", "open", "processing"), all_states=tuple(state.key for state in STATES)
    )
    return tuple(row for row in rows if row.event in {"assign", "note"})


TRANSITIONS = (
    step(
        "open",
        _("Open for comments"),
        "draft",
        "open",
        form=f"{FORMS}.LastDayForm",
        guard=guards.has_text,
        effect=effects.begin,
        story=_("The text is published, comments are taken"),
        help=_("The newest version is published and everyone may comment on its paragraphs."),
        tone="main",
    ),
    step(
        "prolong",
        _("Give more time"),
        "open",
        None,
        form=f"{FORMS}.ProlongForm",
        guard=guards.window_runs,
        effect=effects.prolong,
        story=_("More time for comments"),
    ),
    step(
        "replace_text",
        _("Publish a new version and begin the time anew"),
        "open",
        None,
        form=f"{FORMS}.LastDayForm",
        guard=guards.has_new_version,
        effect=effects.replace_text,
        story=_("A new version of the text; the time for comments began anew"),
        help=_("Comments stay with their paragraphs. Everyone who commented is told."),
    ),
    step(
        "end",
        _("End the time for comments"),
        "open",
        "processing",
        by=(Part.SYSTEM, *OFFICE),
        guard=guards.window_over,
        effect=effects.end,
        clocks=(
            StartClock("report", lambda case, data: clock_rule(REPORT, profile=case.specific.profile), since="now"),
        ),
        story=_("The time for comments is over"),
        confirm=True,
        tone="main",
    ),
    step(
        "final_text",
        _("Publish the version after the comments"),
        "processing",
        None,
        guard=guards.has_new_version,
        effect=effects.final_text,
        story=_("The version after the comments is published"),
        confirm=True,
    ),
    step(
        "report",
        _("Publish the report"),
        "processing",
        "reported",
        form=f"{FORMS}.ReportForm",
        guard=guards.all_decided,
        effect=effects.report,
        clocks=(MeetClock("report"),),
        story=_("The report is published: what changed and why"),
        help=_("Everyone who commented gets a letter with the decisions on their own comments."),
        tone="main",
    ),
    step(
        "close",
        _("Close"),
        "reported",
        "closed",
        form=f"{FORMS}.CloseForm",
        effect=effects.close,
        story=_("The consultation is closed"),
        tone="main",
    ),
    step(
        "withdraw",
        _("Withdraw the draft"),
        ("draft", "open", "processing"),
        "withdrawn",
        form=f"{FORMS}.PublicReasonForm",
        effect=effects.withdraw,
        story=_("The office withdrew the draft"),
    ),
    *shared_rows(),
)

CONSULTATION = Procedure(
    key="consultation",
    prefix="КНС",
    model_name="drafts.Consultation",
    label=_("Consultation on a draft"),
    label_plural=_("Consultations on drafts"),
    states=STATES,
    transitions=TRANSITIONS,
    received_story=_("The consultation is being prepared"),
    visibility=Visibility.PRIVATE,  # in the public register from the day on which it opens
    outcomes={
        "adopted": _("Adopted as it was"),
        "changed": _("Adopted with changes"),
        "not_adopted": _("Not adopted"),
    },
    details_template="drafts/parts/case_details.html",
)
