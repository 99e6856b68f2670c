"""A state moves only through the table."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from accounts.roles import Role
from casework.actors import Actor
from casework.errors import InvalidFields, Refused
from casework.models import Case, CaseEvent
from casework.procedure import Procedure, State, Transition, UnknownProcedure, all_procedures, procedure
from casework.services import allowed, fire, verify_chain
from core.models import Letter
from tests.casework.making import make_request
from tests.factories import desk_operator, head, in_role, official, resident, unit

pytestmark = pytest.mark.django_db


def assigned(person=None):
    """A request given to an official, and that official."""
    person = person or official()
    case = make_request().case
    return fire(case, "assign", actor=Actor.person(head()), unit=person.unit, assignee=person), person


def test_assigning_gives_the_case_to_the_official_and_writes_to_them(clock):
    case, person = assigned()
    assert (case.state, case.unit, case.assignee) == ("in_work", person.unit, person)
    assert Letter.objects.filter(kind="casework/assigned", recipient=person.email).count() == 1


def test_an_event_that_does_not_leave_this_state_is_refused(clock):
    with pytest.raises(Refused):
        fire(make_request().case, "approve", actor=Actor.person(head()))


def test_whoever_plays_no_part_is_refused(clock):
    case, _person = assigned()
    for stranger in (resident(), official(), in_role(Role.EDITOR), in_role(Role.ADMINISTRATOR)):
        assert allowed(case, Actor.person(stranger)) == []
        with pytest.raises(Refused):
            fire(case, "note", actor=Actor.person(stranger), text="Чужа нотатка")


def test_an_incomplete_form_names_its_field_and_changes_nothing(clock):
    case, person = assigned()
    before = CaseEvent.objects.count()
    with pytest.raises(InvalidFields) as refused:
        fire(case, "note", actor=Actor.person(person), text="")
    assert "text" in refused.value.form.errors
    assert CaseEvent.objects.count() == before


def test_an_official_of_another_unit_cannot_be_the_handler(clock):
    case = make_request().case
    with pytest.raises(InvalidFields) as refused:
        fire(case, "assign", actor=Actor.person(desk_operator()), unit=unit(), assignee=official())
    assert "assignee" in refused.value.form.errors


def test_a_stale_copy_cannot_fire_twice(clock):
    person = resident()
    case = make_request(actor=Actor.person(person)).case
    stale = Case.objects.get(pk=case.pk)
    fire(case, "withdraw", actor=Actor.person(person))
    with pytest.raises(Refused):
        fire(stale, "withdraw", actor=Actor.person(person))


def test_buttons_are_exactly_what_can_be_fired(clock):
    case, person = assigned()
    for actor in (Actor.person(person), Actor.applicant(), Actor.person(desk_operator()), Actor.system()):
        shown = {row.event for row in allowed(case, actor)}
        for row in case.rules.transitions:
            if row.event not in shown:
                with pytest.raises(Refused), transaction.atomic():
                    fire(case, row.event, actor=actor)


def test_the_applicant_writes_to_the_office_and_is_answered(clock):
    case, person = assigned()
    fire(case, "write_to_office", actor=Actor.applicant(), text="Додаю подробиці.")
    fire(case, "write_to_applicant", actor=Actor.person(person), text="Дякуємо, враховано.")
    assert list(case.messages.values_list("direction", "text")) == [
        ("in", "Додаю подробиці."),
        ("out", "Дякуємо, враховано."),
    ]
    assert Letter.objects.filter(kind="casework/message_received", recipient=person.email).exists()
    assert Letter.objects.filter(kind="casework/message", recipient="hanna@example.org").exists()


def test_events_form_a_chain_that_shows_tampering(clock):
    case, person = assigned()
    fire(case, "note", actor=Actor.person(person), text="Перша нотатка")
    assert verify_chain(case) == []
    rows = list(case.events.all())
    assert rows[1].previous_hash == rows[0].hash
    rows[1].data = {"forged": True}
    assert rows[1].digest() != rows[1].hash


@pytest.mark.parametrize("statement", ["UPDATE casework_caseevent SET event = 'x'", "DELETE FROM casework_caseevent"])
def test_the_database_refuses_to_rewrite_the_story(clock, statement):
    make_request()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_database_refuses_a_state_that_the_procedure_lacks(clock):
    case = make_request().case
    with pytest.raises(DatabaseError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(state="forgotten")


def test_a_closed_case_has_no_running_clock(clock):
    person = resident()
    case = fire(make_request(actor=Actor.person(person)).case, "withdraw", actor=Actor.person(person))
    assert not case.is_open
    assert case.closed_at
    assert case.due_at is None
    assert not case.clocks.running().exists()


def test_a_note_of_the_future_does_not_move_the_term(clock):
    case, person = assigned()
    before = case.due_at
    clock.shift(timedelta(days=1))
    assert fire(case, "note", actor=Actor.person(person), text="Шукаємо в архіві").due_at == before


def test_a_table_that_names_an_unknown_state_is_refused_at_once():
    with pytest.raises(ValueError, match="unknown states"):
        Procedure(
            "x", "Х", "casework.Case", "x", "x", (State("a", "a"),), (Transition("go", "Go", ("a",), "b", ("system",)),)
        )


def test_a_table_in_which_one_event_leaves_a_state_twice_is_refused():
    row = Transition("go", "Go", ("a",), "a", ("system",))
    with pytest.raises(ValueError, match="twice"):
        Procedure("x", "Х", "casework.Case", "x", "x", (State("a", "a"),), (row, row))


def test_procedures_are_known_by_key():
    assert {row.key for row in all_procedures()} >= {"request", "suggestion"}
    with pytest.raises(UnknownProcedure):
        procedure("nothing")


@pytest.mark.parametrize("key", ["request", "suggestion"])
def test_every_state_can_be_reached_and_every_open_one_left(key):
    table = procedure(key)
    reached, edge = {table.initial}, {table.initial}
    while edge:
        edge = {row.target for row in table.transitions if row.target and edge & set(row.sources)} - reached
        reached |= edge
    assert reached == {state.key for state in table.states}
    leaving = {source for row in table.transitions if row.target for source in row.sources}
    assert {state.key for state in table.states if not state.is_final} <= leaving


def test_an_answered_case_leaves_the_inbox_but_is_not_closed(clock):
    case, person = assigned()
    fields = {"kind": "full", "text": "Ремонт коштував 120 000 гривень.", "officer_name": "А", "officer_position": "Б"}
    case = fire(case, "draft", actor=Actor.person(person), **fields)
    case = fire(case, "approve", actor=Actor.person(head()))
    assert (case.state, case.is_open, case.closed_at) == ("answered", False, None)
    case = fire(case, "correct", actor=Actor.person(person), correction_reason="Описка", **fields)
    assert case.is_open
    case = fire(case, "approve_correction", actor=Actor.person(head()))
    assert not case.is_open
    case = fire(case, "appeal", actor=Actor.applicant(), text="Не погоджуюся.")
    assert case.is_open
