"""How a demo case is told: who wrote what and when, and every step that followed, by the register's own verbs."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from django.utils import timezone

from accounts.models import Settlement, Unit, User
from casework.actors import Actor
from casework.enums import Channel
from casework.services import fire, submit

NAMESPACE = uuid.UUID("5b0f6f0e-6d1c-4a53-9d57-2f8c1de0a001")
APPLICANT, SYSTEM = "applicant", "system"


@dataclass(frozen=True)
class Step:
    """`event` fired `after` so many days (may be a fraction) from receipt by `by`: a mailbox, "applicant" or "system".

    A field that is a function is asked for its value when the step is taken: it gets the cast and the moment.
    """

    after: float
    event: str
    by: str
    fields: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    """One demo case, received `ago` calendar days before today at `at` o'clock."""

    key: str
    ago: int
    text: str
    steps: tuple = ()
    at: time = time(10, 20)
    who: dict = field(default_factory=dict)
    account: str = ""
    place: str = ""
    channel: str = Channel.WEB
    more: dict = field(default_factory=dict)
    public_title: str = ""
    public_text: str = ""
    suspicion: str = ""


class Cast:
    """Demo people, units and settlements by their short names, read once."""

    def __init__(self):
        self.users = {user.email.partition("@")[0]: user for user in User.objects.select_related("unit")}
        self.units = {unit.name: unit for unit in Unit.objects.all()}
        self.places = {place.name: place for place in Settlement.objects.all()}

    def actor(self, name):
        """Whoever a step names."""
        if name == SYSTEM:
            return Actor.system()
        return Actor.applicant() if name == APPLICANT else Actor.person(self.users[name])


def give(after, to, by="head"):
    """The step that gives a case to an official."""
    fields = {"unit": lambda cast, _now: cast.users[to].unit, "assignee": lambda cast, _now: cast.users[to]}
    return Step(after, "assign", by, fields)


def moment(ago, at, after=0.0):
    """The local moment `ago` days before today at `at`, plus `after` days, never in the future."""
    day = timezone.localdate() - timedelta(days=ago)
    found = timezone.make_aware(datetime.combine(day, at)) + timedelta(days=after)
    return min(found, timezone.now())


def tell(procedure, story, cast):
    """Make the case of a story, or leave the one that is there; returns it as it is after the last step."""
    receipt = begin(procedure, story, cast)
    case = receipt.case
    if not receipt.created:
        return case
    for step in (*public_edition(story), *story.steps):
        now = moment(story.ago, story.at, step.after)
        fields = {name: value(cast, now) if callable(value) else value for name, value in step.fields.items()}
        case = fire(case, step.event, actor=cast.actor(step.by), now=now, **fields)
    return case


def begin(procedure, story, cast):
    """Submit the story's case by whoever brought it: the person, the account, or the desk."""
    received = moment(story.ago, story.at)
    filer = cast.users["desk"] if story.channel != Channel.WEB else cast.users.get(story.account)
    return submit(
        procedure,
        actor=Actor.person(filer) if filer else Actor.applicant(),
        idempotency_key=uuid.uuid5(NAMESPACE, f"{procedure}:{story.key}"),
        applicant=dict(story.who),
        channel=story.channel,
        received_at=received,
        suspicion=story.suspicion,
        now=received,
        text=story.text,
        settlement=cast.places.get(story.place),
        **story.more,
    )


def public_edition(story):
    """The step that prepares the public edition, when the story has one."""
    if not story.public_title:
        return ()
    fields = {"public_title": story.public_title, "public_text": story.public_text or story.text}
    return (Step(0.02, "edit_public", "desk", fields),)
