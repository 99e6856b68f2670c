"""The office in which the tests of ideas play, on a standing Monday morning."""

from dataclasses import dataclass

import pytest

from accounts.models import User
from participation.ideas.models import IdeaCall
from tests.factories import desk_operator, head, official, resident, unit
from tests.participation.ideas import making


@dataclass
class Office:
    """Who takes part: the call's unit, its official, the head, the desk, the author and a neighbour."""

    call: IdeaCall
    official: User
    head: User
    desk: User
    author: User
    neighbour: User


@pytest.fixture
def office(db, clock):
    """A call that is read first, and people."""
    keeper = unit("Відділ благоустрою")
    return Office(
        call=making.call(unit=keeper),
        official=official(unit=keeper, position="Головний спеціаліст"),
        head=head(),
        desk=desk_operator(),
        author=resident(name="Ганна Коваленко"),
        neighbour=resident(name="Петро Заєць"),
    )
