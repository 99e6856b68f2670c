"""Letters of these tests: their templates, their kinds and a quick way to write one."""

from pathlib import Path

import pytest

from core.outbox import declare, write

declare("testing/receipt", label="Receipt", context=("name", "number", "link"))
declare("testing/note", label="Note", context=("name",))


@pytest.fixture(autouse=True)
def letter_templates(settings):
    """Let the test letters' templates be found."""
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], Path(__file__).parent / "templates"]}]


@pytest.fixture
def write_note():
    """Give `write_note(number=1, **more)`, which writes one letter."""

    def write_one(number=1, recipient=None, **more):
        recipient = recipient or f"person{number}@example.org"
        context = {"name": f"Note {number}"}
        return write("testing/note", event=f"test:{number}", recipient=recipient, context=context, **more)

    return write_one
