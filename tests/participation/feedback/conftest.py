"""What the tests of summaries share."""

import pytest

from tests.participation.feedback.making import Office


@pytest.fixture
def office(clock):
    """A unit with a draft, its people and the head."""
    return Office()
