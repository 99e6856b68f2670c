"""The language in which a procedure's table is written, and the register of procedures.

A room states its procedure once, in its `procedure.py`, from these parts. Buttons, checks, clocks, letters, the public
timeline and the diagram in `docs/` are derived from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.apps import apps
from django.utils.module_loading import import_string

from .enums import Audience, Channel, Visibility


class UnknownProcedure(KeyError):  # noqa: N818 - reads as a sentence where it is raised
    """No procedure has this key."""


@dataclass(frozen=True)
class State:
    """One state. `label` names it, `meaning` tells the applicant what it means for them and what comes next.

    `tone` is the colour of its tag: info, good, warn or bad. In an `is_idle` state nothing waits for the office, though the
    applicant may still act; a final state ends the case.
    """

    key: str
    label: Any
    meaning: Any = ""
    is_final: bool = False
    tone: str = "info"
    is_idle: bool = False


@dataclass(frozen=True)
class StartClock:
    """Start the clock `name` by `rule`, a rule's key or a function of (case, data) that gives one.

    It counts from `since`: "receipt" (the legal receipt of the case), "now" (the moment of the transition), or a function of
    (case, data) that gives the moment, when what happened is written down later.
    """

    name: str
    rule: str | Callable
    since: str | Callable = "receipt"


@dataclass(frozen=True)
class ReplaceClock(StartClock):
    """Put another rule in place of the running clock `name`; the old row stays in the ledger."""


@dataclass(frozen=True)
class SetClock:
    """Run the clock `name` to the date in the form's field `until`, replacing what ran under that name."""

    name: str
    rule: str
    until: str


@dataclass(frozen=True)
class MeetClock:
    """The clock `name`, if it runs, has been met."""

    name: str


@dataclass(frozen=True)
class DropClock:
    """The clock `name`, if it runs, no longer counts."""

    name: str


ClockAction = StartClock | ReplaceClock | SetClock | MeetClock | DropClock


@dataclass(frozen=True)
class LetterTo:
    """A declared letter `kind` to `who`: applicant, assignee, unit, head, or a function of (case, data) giving addresses."""

    who: str | Callable
    kind: str


@dataclass(frozen=True)
class Transition:
    """One row of the table: `event` leads from any of `sources` to `target` (None: the state stays).

    `by`: the parts that may fire it. `form`: dotted path or class of a `TransitionForm` with its fields. `guard`: a
    function of (case, actor, now) that returns why it cannot be fired now, or nothing. `effect`: a function of
    (case, data, actor, now) that writes the room's own facts inside the same transaction and may return public details
    for the event. `story`: what the timeline says, shown to `audience`. `law`: the article behind the row.
    """

    event: str
    label: Any
    sources: tuple[str, ...]
    target: str | None
    by: tuple[str, ...]
    form: Any = None
    guard: Callable | None = None
    effect: Callable | None = None
    clocks: tuple[ClockAction, ...] = ()
    letters: tuple[LetterTo, ...] = ()
    story: Any = ""
    audience: str = Audience.STAFF
    law: str = ""
    help: Any = ""
    confirm: bool = False
    tone: str = "quiet"

    def form_class(self):
        """The form to fill before firing, or None."""
        return import_string(self.form) if isinstance(self.form, str) else self.form


@dataclass(frozen=True)
class Procedure:
    """A whole procedure: its states and transitions, how cases begin, what the public may see.

    `model` is "app.Model"; `intake_form` the dotted path of the form that residents and the desk fill;
    `intake_url` the name of its public page. `on_receipt` starts the clocks; `registers_itself` lists the channels for
    which the portal fires "register" at once. `outcomes` names what `case.outcome` may hold.
    """

    key: str
    prefix: str
    model_name: str
    label: Any
    label_plural: Any
    states: tuple[State, ...]
    transitions: tuple[Transition, ...]
    law: str = ""
    on_receipt: tuple[ClockAction, ...] = ()
    letters_on_receipt: tuple[LetterTo, ...] = ()
    received_story: Any = ""
    registers_itself: tuple[str, ...] = tuple(Channel.values)
    visibility: str = Visibility.PRIVATE
    outcomes: Mapping[str, Any] = field(default_factory=dict)
    intake_form: str = ""
    intake_url: str = ""
    keep_personal_data_years: int = 5
    details_template: str = ""
    public_details_template: str = ""

    def __post_init__(self):
        keys = {state.key for state in self.states}
        for row in self.transitions:
            unknown = (set(row.sources) | {row.target or row.sources[0]}) - keys
            if unknown:
                raise ValueError(f"{self.key}.{row.event} names unknown states: {', '.join(sorted(unknown))}")
        pairs = [(row.event, source) for row in self.transitions for source in row.sources]
        if len(pairs) != len(set(pairs)):
            raise ValueError(f"{self.key}: one event leaves one state twice")

    @property
    def initial(self):
        """The key of the first state."""
        return self.states[0].key

    @property
    def model(self):
        """The specific model of its cases."""
        return apps.get_model(self.model_name)

    @cached_property
    def _states(self):
        return {state.key: state for state in self.states}

    def state(self, key):
        """The state with this key; an unknown one (of an older table) reads as itself."""
        return self._states.get(key) or State(key, key)

    def transition(self, event, state):
        """The row by which `event` leaves `state`, or None."""
        return next((row for row in self.transitions if row.event == event and state in row.sources), None)

    def story(self, event):
        """What the timeline says about `event`, or nothing."""
        return next((row.story or row.label for row in self.transitions if row.event == event), "")

    def outcome_label(self, outcome):
        """The name of an outcome, or nothing."""
        return self.outcomes.get(outcome, "")


_procedures: dict[str, Procedure] = {}


def register(procedure):
    """Enter a procedure into the register; called once by its room's `AppConfig.ready`."""
    _procedures[procedure.key] = procedure
    return procedure


def procedure(key):
    """The procedure with this key. Raises UnknownProcedure."""
    try:
        return _procedures[key]
    except KeyError:
        raise UnknownProcedure(key) from None


def all_procedures():
    """Every registered procedure, in the order of registration."""
    return list(_procedures.values())
