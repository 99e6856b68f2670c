"""What every test of hearings begins with."""

import pytest

from tests.participation.hearings import making


@pytest.fixture
def cast(db):
    """The people, under a statute with small numbers."""
    making.small_statute()
    return making.Cast()
