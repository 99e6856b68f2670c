"""Strangers at the doors of participation: whatever they send to a form of the demo community, nothing breaks and nothing runs.

The doors are found on the pages themselves: a form that is opened tells its fields. Every step that a procedure's table
gives to an applicant is such a door, on a case of the demo that stands in a state from which the step leads.
"""

from itertools import cycle

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from casework.actors import Part
from casework.models import Case
from casework.procedure import all_procedures
from casework.services.tracking import tracking_token
from participation.comments.models import Thread
from participation.groups.models import Body
from participation.hearings.models import Hearing
from participation.ideas.models import IdeaCall
from participation.moderation.models import Contribution
from participation.sheets.models import Collection
from tests.support.hostile import BROKEN_BYTES, MEGABYTE, NASTY, judge, sendable, sender

pytestmark = pytest.mark.django_db
READER = "hanna@example.org"
AT_ONCE = 3  # nasty values in one sending, dealt out among the fields


def first(rows):
    """The key of the first row of the demo community."""
    found = rows.order_by("pk").values_list("pk", flat=True).first()
    assert found, rows.model
    return found


def hearing():
    return reverse("hearings:register", args=[Hearing.objects.filter(state="announced").first().number])


def application():
    return reverse("groups:apply", args=[Body.objects.filter(state="calling").first().slug])


DOORS = {
    "initiative": lambda: reverse("hearings:initiative"),
    "registration": hearing,
    "proposal": lambda: hearing().replace("zapys", "propozytsiia"),
    "body": lambda: reverse("groups:propose"),
    "application": application,
    "idea": lambda: f"{reverse('ideas:new')}?call={IdeaCall.objects.get(pk=first(IdeaCall.objects.public())).slug}",
    "report": lambda: reverse(
        "moderation:report", args=[first(Contribution.objects.shown().exclude(author__email=READER))]
    ),
    "comment": lambda: reverse("comments:write", args=[first(Thread.objects.filter(is_open=True))]),
    "voice": lambda: reverse("sheets:sign", args=[first(Collection.objects.filter(closed_at=None))]),
    "subscription": lambda: reverse("feedback:subscribe"),
}


def browser(case=None):
    """A sender whom no limit knows yet, signed in as a resident or following `case` by its secret link."""
    client = Client(REMOTE_ADDR=sender())
    if case is None:
        client.force_login(User.objects.get(email=READER))
    else:
        client.get(reverse("casework:link", args=[tracking_token(case)]))
    return client


def fields_of(answer):
    """The names of the fields of the form on a page; a form without fields is only a button."""
    form = (answer.context or {}).get("form")
    return list(getattr(form, "fields", ())) or ["confirm"]


def besiege(address, case=None):
    """Send everything nasty to one door."""
    opened = browser(case).get(address)
    assert opened.status_code in ({200} if case is None else {200, 302, 404}), (address, opened.status_code)
    names = fields_of(opened)
    for start in range(0, len(NASTY), AT_ONCE):
        hand = cycle(NASTY[start : start + AT_ONCE])
        judge(browser(case).post(address, {name: sendable(next(hand)) for name in names}), address)
    judge(browser(case).post(address, dict.fromkeys(names[:2], MEGABYTE)), address)
    for raw in BROKEN_BYTES:
        body = b"&".join(name.encode() + b"=" + raw for name in names)
        judge(browser(case).post(address, body, content_type="application/x-www-form-urlencoded"), address)


@pytest.mark.parametrize("door", DOORS)
def test_any_words_at_every_door(demo, door):
    besiege(DOORS[door]())


def steps():
    """Every step of an applicant: (procedure, event, the states from which it leads)."""
    for rules in all_procedures():
        for row in rules.transitions:
            if Part.APPLICANT in row.by:
                yield pytest.param(rules.key, row.event, row.sources, id=f"{rules.key} {row.event}")


def in_states(procedure, states):
    """A case of the demo, one that waits in one of the states before any other."""
    rows = Case.objects.filter(procedure=procedure, is_quarantined=False)
    return rows.filter(state__in=states).order_by("pk").first() or rows.order_by("pk").first()


@pytest.mark.parametrize(("procedure", "event", "sources"), list(steps()))
def test_any_words_at_every_step_of_an_applicant(demo, procedure, event, sources):
    case = in_states(procedure, sources)
    besiege(reverse("casework:act", args=[case.number, event]), case)
