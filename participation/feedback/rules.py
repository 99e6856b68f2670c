"""Who may move a summary from state to state, and what must be ready first."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.roles import Role
from participation.feedback.enums import Position, SummaryState
from participation.feedback.models import Voice

COMPOSERS = (Role.OFFICIAL, Role.PRESS_OFFICER, Role.HEAD)
READERS_OF_CASES = (Role.OFFICIAL, Role.HEAD)


@dataclass(frozen=True)
class Move:
    """One move: `event` leads from `source` to `target`; `by`: roles that may; `own`: whether the composer may."""

    event: str
    label: Any
    source: str
    target: str
    by: tuple[str, ...]
    composer_may: bool = True
    needs_reason: bool = False


MOVES = (
    Move("submit", gettext_lazy("Send to the head"), SummaryState.DRAFT, SummaryState.APPROVAL, COMPOSERS),
    Move(
        "send_back",
        gettext_lazy("Return for changes"),
        SummaryState.APPROVAL,
        SummaryState.DRAFT,
        (Role.HEAD,),
        needs_reason=True,
    ),
    Move(
        "approve",
        gettext_lazy("Approve"),
        SummaryState.APPROVAL,
        SummaryState.APPROVED,
        (Role.HEAD,),
        composer_may=False,
    ),
    Move(
        "publish",
        gettext_lazy("Publish"),
        SummaryState.APPROVED,
        SummaryState.PUBLISHED,
        (Role.HEAD, Role.PRESS_OFFICER),
    ),
    Move(
        "correct",
        gettext_lazy("Correct in a new version"),
        SummaryState.PUBLISHED,
        SummaryState.CORRECTED,
        COMPOSERS,
        needs_reason=True,
    ),
)


class NotAllowed(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The move is not open to this person now. The message may be shown."""


class NotReady(NotAllowed):
    """Something is missing; `problems` lists it in plain words."""

    def __init__(self, problems):
        super().__init__(" ".join(problems))
        self.problems = problems


def may_compose(user):
    """Whether `user` may write summaries."""
    return user.is_authenticated and (user.is_superuser or user.has_role(*COMPOSERS))


def may_choose_cases(user):
    """Whether `user` may choose and sort contributions; the press officer writes, but never reads letters of residents."""
    return user.is_authenticated and (user.is_superuser or user.has_role(*READERS_OF_CASES))


def move(event):
    """The move with this name. Raises KeyError."""
    return next(row for row in MOVES if row.event == event)


def why_not(summary, event, user):
    """Return why `user` may not fire `event` on `summary` now, or nothing."""
    row = move(event)
    if summary.state != row.source:
        return _("This cannot be done while the summary is in the state “%(state)s”.") % {
            "state": summary.get_state_display()
        }
    if not (user.is_superuser or user.has_role(*row.by)) or not summary.is_workable_by(user):
        return _("Your role may not do this.")
    if not row.composer_may and summary.composed_by_id == user.pk:
        return _("Whoever composed the summary cannot approve it.")
    newer = type(summary).objects.filter(series=summary.series, version__gt=summary.version)
    if event == "correct" and newer.exists():
        return _("A newer version is already being prepared.")
    return ""


def allowed(summary, user):
    """The moves open to `user` now: exactly the buttons to draw."""
    return [row for row in MOVES if not why_not(summary, row.event, user)]


def problems(summary):
    """What is missing before the summary may go to the head, in plain words; nothing when it is ready."""
    found = []
    if not summary.chosen.exists():
        found.append(_("No cases are chosen."))
    themes = list(summary.themes.annotate(has_voices=Exists(Voice.objects.filter(theme=OuterRef("pk")))))
    if not themes:
        found.append(_("There is no theme."))
    for theme in themes:
        found += [f"«{theme.title}»: {problem}" for problem in _theme_problems(theme)]
    return found


def _theme_problems(theme):
    """What is missing in one theme."""
    if not theme.has_voices:
        yield _("no case speaks to it.")
    if not theme.position:
        yield _("the position is not chosen.")
    if not theme.reason.strip():
        yield _("the decision is not explained.")
    if theme.position in (Position.REJECTED, Position.NOT_OURS) and not theme.ground.strip():
        yield _("a rejection names its ground.")
