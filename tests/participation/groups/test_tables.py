"""State × role × event, from the tables themselves: every pair works as its row says, or is refused and changes nothing."""

from uuid import uuid4

import pytest
from django.db import transaction

from casework.actors import Actor, Part
from casework.errors import InvalidFields, Refused
from casework.models import Case
from casework.services import allowed, fire
from participation.groups.procedures.application import APPLICATION
from participation.groups.procedures.body import BODY
from participation.groups.procedures.meeting import MEETING
from tests import factories
from tests.participation.groups import making

pytestmark = pytest.mark.django_db

PARTS = {
    "applicant": {Part.APPLICANT},
    "desk": {Part.DESK},
    "official": {Part.OFFICIAL},
    "stranger": set(),
    "head": {Part.HEAD},
    "system": {Part.SYSTEM},
    "resident": set(),
}


@pytest.fixture
def cases(office, clock):
    """One case of every procedure, with all that its guards look at."""
    body = making.working(office, clock, refused=("Степан Кривенко",))
    return {
        "body": body,
        "seat": making.applications(body).first(),
        "group_meeting": making.planned(office, body),
    }


def actors(office):
    """An actor for every part that one can play, and for none."""
    people = {"desk": office.desk, "official": office.official, "stranger": office.stranger, "head": office.head}
    found = {name: Actor.person(user) for name, user in people.items()}
    resident = Actor.person(factories.resident())
    return {**found, "applicant": Actor.applicant(), "system": Actor.system(), "resident": resident}


def tried(case, event, actor):
    """Fire without any fields and take it back; gives what came of it and the state it led to."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                return "done", fire(case, event, actor=actor).state
        except Refused:
            return "refused", case.state
        except InvalidFields:
            return "asked", case.state
        finally:
            transaction.set_rollback(True)


def wrong_outcomes(case, rules, state, event, everybody):
    """Yield who got something else than the row says."""
    row = rules.transition(event, state)
    for name, actor in everybody.items():
        may = row is not None and bool(PARTS[name] & set(row.by))
        offered = row is not None and row in allowed(case, actor)
        outcome, after = tried(case, event, actor)
        expected = {"refused"} if not offered else {"asked"} if row.form else {"done"}
        if offered and row.form:
            expected.add("done")  # a form without a required field
        if (offered and not may) or outcome not in expected:
            yield f"{state}/{event}/{name}: {outcome}, offered {offered}"
        if outcome == "done" and after != (row.target or state):
            yield f"{state}/{event}/{name} led to {after}"


@pytest.mark.parametrize("rules", [BODY, APPLICATION, MEETING], ids=lambda rules: rules.key)
def test_every_pair_of_state_and_event_works_or_is_refused_for_every_role(office, cases, rules):
    everybody, wrong = actors(office), []
    for state in rules.states:
        Case.objects.filter(pk=cases[rules.key].pk).update(state=state.key, is_open=not state.is_final)
        case = rules.model.objects.get(pk=cases[rules.key].pk)
        for event in sorted({row.event for row in rules.transitions}):
            wrong += wrong_outcomes(case, rules, state.key, event, everybody)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("rules", [BODY, APPLICATION, MEETING], ids=lambda rules: rules.key)
def test_every_state_can_be_reached_and_left(rules):
    reached = {rules.initial} | {row.target for row in rules.transitions if row.target}
    left = {source for row in rules.transitions for source in row.sources if row.target}
    assert reached == {state.key for state in rules.states}
    assert {state.key for state in rules.states if not state.is_final} == left


@pytest.mark.parametrize("rules", [BODY, APPLICATION, MEETING], ids=lambda rules: rules.key)
def test_nothing_moves_a_case_out_of_a_final_state(rules):
    final = {state.key for state in rules.states if state.is_final}
    assert not [row.event for row in rules.transitions if row.target and final & set(row.sources)]


def test_an_application_has_no_public_edition(office, clock):
    assert not [row for row in APPLICATION.transitions if row.event == "edit_public"]
    assert APPLICATION.visibility == "private"
    case = making.application(making.calling(office), key := f"Ім’я {uuid4().hex[:4]}")
    assert key
    assert case.public_title == ""
