"""The example procedure, registered while these tests run."""

import pytest

from casework import procedure as registry
from casework import triggers
from tests.casework.staff.example import EXAMPLE


@pytest.fixture(autouse=True)
def example(db):
    """Enter the example procedure into the register and forget it afterwards."""
    registry.register(EXAMPLE)
    triggers.install()
    yield EXAMPLE
    registry._procedures.pop(EXAMPLE.key)
