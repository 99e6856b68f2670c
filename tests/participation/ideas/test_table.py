"""Every pair of state and event, for every part: it works where the table says so and is refused everywhere else."""

import pytest

from casework.actors import Actor, Part
from casework.errors import InvalidFields, Refused
from casework.services import allowed, fire, verify_chain
from participation.ideas.models import Idea
from participation.ideas.procedure import ALL, IDEA
from tests.factories import official, resident
from tests.participation.ideas import making

pytestmark = pytest.mark.django_db

EVENTS = sorted({row.event for row in IDEA.transitions})
PARTS = ("applicant", "desk", "official", "head", "system", "stranger")
TARGETS = {
    ("register", "draft"): "moderation",
    ("send", "draft"): "moderation",
    ("send", "returned"): "moderation",
    ("publish_own", "draft"): "published",
    ("publish_own", "returned"): "published",
    ("publish", "moderation"): "published",
    ("return", "moderation"): "returned",
    ("evaluate", "published"): "evaluation",
    ("report", "evaluation"): "evaluated",
    ("back", "evaluated"): "evaluation",
    ("accept", "evaluated"): "implementation",
    ("reject", "evaluated"): "rejected",
    ("finish", "implementation"): "done",
    ("withdraw", "draft"): "withdrawn",
    ("withdraw", "moderation"): "withdrawn",
    ("withdraw", "returned"): "withdrawn",
    ("withdraw", "published"): "withdrawn",
}


def test_the_states_are_those_of_an_idea():
    assert ALL == (
        "draft", "moderation", "returned", "published", "evaluation", "evaluated", "implementation", "done", "rejected",
        "withdrawn",
    )  # fmt: skip


def test_every_event_leads_where_the_table_says():
    moves = {(row.event, source): row.target for row in IDEA.transitions for source in row.sources if row.target}
    assert moves == TARGETS


def actors(office):
    """Everybody who could try."""
    return {
        "applicant": Actor.person(office.author),
        "desk": Actor.person(office.desk),
        "official": Actor.person(office.official),
        "head": Actor.person(office.head),
        "system": Actor.system(),
        "stranger": Actor.person(resident()),
    }


def fields_of(office, event, idea):
    """What fills the form of an event."""
    other = making.published(office, title="Друга ідея") if event == "join" else None
    ahead = idea.milestones.ahead().first()
    given = {
        "return": {"reason": "Без прізвищ"},
        "withdraw": {"reason": "Передумала"},
        "edit": {"title": "Нова назва", "text": "Нові слова", "place": ""},
        "evaluate": {"unit": office.call.unit},
        "report": making.evaluation(idea.call),
        "back": {"reason": "Порахуйте ще раз"},
        "accept": making.acceptance(),
        "reject": {"reason": "Немає землі"},
        "milestone": {"title": "Ще крок", "due_on": making.days_ahead(5)},
        "reached": {"milestone": ahead, "done_on": making.days_ahead(0), "note": "Зроблено"},
        "finish": {"text": "Стоїть"},
        "answer": {"text": "Розглядаємо", "owner": office.official, "next_update_on": making.days_ahead(7)},
        "join": {"number": other.number if other else "", "reason": "Про те саме"},
        "part": {"reason": "Помилка"},
        "assign": {"unit": office.call.unit},
        "write_to_applicant": {"text": "Добрий день"},
        "write_to_office": {"text": "Добрий день"},
        "note": {"text": "Нотатка"},
    }
    return given.get(event, {})


@pytest.mark.parametrize("state", ALL)
def test_every_event_by_everybody_works_or_is_refused(office, state):
    idea = making.in_state(office, state)
    tried = 0
    for name, actor in actors(office).items():
        works = {row.event: row for row in allowed(idea, actor)}
        parts = actor.parts_on(idea)
        for row in works.values():
            assert state in row.sources
            assert parts & set(row.by)
        for event in EVENTS:
            if event in works:
                continue
            tried += 1
            with pytest.raises(Refused):
                fire(idea, event, actor=actor)
        assert name != "stranger" or not works
    assert tried > len(EVENTS)
    assert Idea.objects.get(pk=idea.pk).state == state
    assert verify_chain(idea) == []


ALLOWED = [
    (state, row.event, part)
    for state in ALL
    for row in IDEA.transitions
    if state in row.sources
    for part in row.by
    if row.event not in ("release", "publish_own", "part", "finish", "goal", "register")
]


@pytest.mark.parametrize(("state", "event", "part"), ALLOWED)
def test_what_the_table_allows_is_done(office, state, event, part):
    idea = making.in_state(office, state)
    actor = actors(office)[
        {Part.APPLICANT: "applicant", Part.DESK: "desk", Part.OFFICIAL: "official"}.get(part, "head")
    ]
    idea = fire(idea, event, actor=actor, **fields_of(office, event, idea))
    assert idea.state == TARGETS.get((event, state), state)
    assert idea.events.order_by("-sequence").first().event == event


def test_an_official_of_another_unit_does_nothing(office):
    idea = making.published(office)
    assert not allowed(idea, Actor.person(official()))


@pytest.mark.parametrize(
    "event", ["return", "evaluate", "report", "accept", "reject", "milestone", "reached", "answer", "join"]
)
def test_a_form_that_is_not_filled_stops_the_step(office, event):
    state = next(row.sources[0] for row in IDEA.transitions if row.event == event)
    state = {"answer": "implementation"}.get(event, state)
    idea = making.in_state(office, state)
    with pytest.raises(InvalidFields):
        fire(idea, event, actor=Actor.person(office.head))
