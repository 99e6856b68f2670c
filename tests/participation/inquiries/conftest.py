import pytest

from tests.participation.inquiries.making import Office


@pytest.fixture
def office(db, clock):
    """A unit with two officials, a head and a desk; time stands at Monday 23.11.2026 10:00."""
    return Office()
