"""Fixtures of the room: time stands still on Monday 23.11.2026, 10:00."""

import pytest

from tests.participation.groups import making


@pytest.fixture
def office(db, clock):
    """A unit with its official, the head, the desk."""
    return making.Office()
