"""The procedure's table told again: every state × part × event either works or is refused."""

import pytest
from django.db import transaction

from casework.errors import Refused
from casework.services import allowed, fire
from participation.hearings.procedures.hearing import ALL, HEARING
from participation.hearings.procedures.proposal import PROPOSAL
from participation.hearings.services import NotPossible
from tests.participation.hearings.making import DAY, HOUR, MONDAY, SITTING, in_state, order, person, propose

pytestmark = pytest.mark.django_db

STAFF = {"desk", "official", "head"}
OFFICIALS = {"official", "head"}
LATER = SITTING + 40 * DAY

# event: (states it leaves, state it reaches, who)
ROWS = {
    "open_signatures": ({"received"}, "collecting", STAFF),
    "threshold_reached": ({"collecting"}, "checking", {"system"}),
    "lapse": ({"collecting"}, "lapsed", {"system"}),
    "withdraw": ({"received", "collecting", "checking"}, "withdrawn", {"applicant"}),
    "refuse": ({"received", "checking"}, "refused", OFFICIALS),
    "appoint": ({"checking"}, "appointed", {"head"}),
    "announce": ({"appointed"}, "announced", STAFF),
    "change_date": ({"appointed", "announced"}, None, OFFICIALS),
    "cancel": ({"appointed", "announced"}, "cancelled", {"head"}),
    "open_sitting": ({"announced"}, "in_session", STAFF),
    "pause": ({"in_session"}, "paused", STAFF),
    "resume": ({"paused"}, "in_session", STAFF),
    "declare_not_held": ({"announced", "in_session", "paused"}, "not_held", STAFF),
    "reappoint": ({"not_held"}, "appointed", {"head"}),
    "close_sitting": ({"in_session"}, "held", STAFF),
    "recommend": ({"held"}, None, STAFF),
    "add_recording": ({"held", "protocol", "consideration", "results", "closed"}, None, STAFF),
    "sign_as_chair": ({"held"}, None, {"head"}),
    "sign_as_secretary": ({"held"}, None, {"official"}),
    "hand_over": ({"protocol"}, "consideration", STAFF),
    "close": ({"results"}, "closed", OFFICIALS),
}
# these wait for something that the plain walk does not bring; they have tests of their own
GUARDED = {"check", "publish_protocol", "publish_results"}
COMMON = {"assign", "write_to_applicant", "write_to_office", "note", "edit_public", "release"}


def fields_of(event, cast):
    """The form of an event."""
    moved = {"starts_at": "2027-05-11T18:00", "ends_at": "2027-05-11T20:00"}
    return {
        "refuse": {"reason": "Ні."},
        "cancel": {"reason": "Ні."},
        "appoint": order(cast, **moved),
        "reappoint": order(cast, **moved),
        "change_date": {**moved, "reason": "Відключення світла."},
        "pause": {"reason": "alarm"},
        "declare_not_held": {"reason": "power"},
        "recommend": {"recommendations": "Так."},
        "add_recording": {"recording_url": "https://video.example.org/1"},
    }.get(event, {})


def ready(state, cast):
    """The hearing in `state`, with what the guards of the next step ask for."""
    hearing = in_state("gathered" if state == "announced" else state, cast)
    if state == "appointed":
        hearing.agenda.create(title="Доповідь")
    return hearing


def moment(event):
    """When an event is fired: an announcement before the day, everything else long after."""
    return MONDAY + HOUR if event == "announce" else LATER


def test_the_table_has_these_events_and_no_others():
    assert {row.event for row in HEARING.transitions} == set(ROWS) | GUARDED | COMMON


@pytest.mark.parametrize("state", ALL)
def test_every_part_may_do_in_every_state_exactly_what_the_table_says(state, cast):
    hearing = ready(state, cast)
    assert hearing.state == state
    fired = set()
    for part, actor in cast.actors.items():
        offered_at = {now: {row.event for row in allowed(hearing, actor, now)} for now in (MONDAY + HOUR, LATER)}
        for event, (sources, target, parts) in ROWS.items():
            now = moment(event)
            may = state in sources and part in parts
            assert (event in offered_at[now]) == may, (state, part, event)
            with transaction.atomic():
                if may and event not in fired:
                    fired.add(event)
                    assert fire(hearing, event, actor=actor, now=now, **fields_of(event, cast)).state == (
                        target or state
                    )
                elif not may and part == "bystander":
                    with pytest.raises(Refused):
                        fire(hearing, event, actor=actor, now=now, **fields_of(event, cast))
                transaction.set_rollback(True)


PROPOSAL_ROWS = {
    "register": ("received", "admitted", STAFF | {"system"}),
    "set_aside": ("received", "set_aside", STAFF),
    "hand_over": ("admitted", "handed", {"system"}),
    "accept": ("handed", "accepted", OFFICIALS),
    "accept_partly": ("handed", "partly", OFFICIALS),
    "reject": ("handed", "rejected", OFFICIALS),
}


def proposal_in(state, cast):
    """A proposal led into a state."""
    proposal = propose(in_state("announced", cast), cast)
    path = {
        "received": (),
        "admitted": ("register",),
        "handed": ("register", "hand_over"),
        "accepted": ("register", "hand_over", "accept"),
        "partly": ("register", "hand_over", "accept_partly"),
        "rejected": ("register", "hand_over", "reject"),
        "set_aside": ("set_aside",),
        "withdrawn": ("withdraw",),
    }[state]
    for event in path:
        who = {"hand_over": "system", "withdraw": "applicant"}.get(event, "head")
        proposal = fire(proposal, event, actor=cast.actors[who], now=LATER, reaction="Бо.", reason="Бо.")
    return proposal


@pytest.mark.parametrize("state", [state.key for state in PROPOSAL.states])
def test_a_proposal_goes_as_its_table_says(state, cast):
    proposal = proposal_in(state, cast)
    rows = {**PROPOSAL_ROWS, "withdraw": (("received", "admitted"), "withdrawn", {"applicant"})}
    for part, actor in cast.actors.items():
        offered = {row.event for row in allowed(proposal, actor, LATER)}
        for event, (sources, target, parts) in rows.items():
            sources = {sources} if isinstance(sources, str) else set(sources)
            may = state in sources and part in parts
            assert (event in offered) == may, (state, part, event)
            if may:
                with transaction.atomic():
                    fired = fire(proposal, event, actor=actor, now=LATER, reaction="Бо.", reason="Бо.")
                    assert fired.state == target
                    transaction.set_rollback(True)


def test_a_registration_may_be_made_only_between_the_announcement_and_the_opening(cast):
    with pytest.raises(NotPossible):
        person(in_state("appointed", cast))
