"""Moderation in the demo community."""

import pytest

from home.demo import talk
from participation.comments.services import comment, start_thread
from participation.moderation.models import Appeal, Contribution
from tests import factories

pytestmark = pytest.mark.django_db

CAST = {"hanna": None, "petro": None, "oksana": None, "editor": "editor", "press": "press_officer", "head": "head"}


@pytest.fixture
def cast():
    """The people who play a part."""
    return {
        mailbox: getattr(factories, role or "resident")(email=f"{mailbox}@example.org")
        for mailbox, role in CAST.items()
    }


def test_the_demo_shows_a_report_an_appeal_and_a_text_that_came_back_once(cast):
    talk.load()
    assert not Contribution.objects.exists()
    comment(start_thread("sample", title="Лавки"), actor=cast["petro"], text="Підтримую.")
    for _time in range(2):
        talk.load()
    states = dict(Contribution.objects.values_list("text", "state"))
    assert (states[talk.QUESTION], states[talk.RUDE], states[talk.REPORTED]) == ("visible", "hidden", "visible")
    assert Contribution.objects.waiting().count() == 2
    assert sorted(Appeal.objects.values_list("state", flat=True)) == ["open", "upheld"]
