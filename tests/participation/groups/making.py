"""Bodies, applications and meetings in every stage of their life, told in one word; everything goes through the verbs."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from casework.actors import Actor
from casework.models import Case
from casework.services import fire, submit
from participation.groups import services
from participation.groups.models import AgendaItem, Body, Member, MembershipApplication, Recommendation, Vote
from participation.groups.numbers import latest_announcement
from tests import factories

NAMES = ("Марина Ткаченко", "Ігор Панченко", "Ганна Коваленко")


class Office:
    """Everybody who plays a part in most stories."""

    def __init__(self):
        self.unit = factories.unit("Відділ соціального захисту")
        self.official = factories.official(unit=self.unit, name="Наталія Кравець")
        self.stranger = factories.official(name="Петро Гук")
        self.head = factories.head(name="Олена Гнатюк")
        self.desk = factories.desk_operator()


def step(case, event, by=None, *, now=None, **fields):
    """Fire an event as `by` (None: the applicant, "system": the portal); gives the case as it is then."""
    actor = Actor.system() if by == "system" else Actor.person(by) if by else Actor.applicant()
    return fire(Case.objects.get(pk=case.pk).specific, event, actor=actor, now=now, **fields)


def day(after=0):
    """A local day so many days from now."""
    return timezone.localdate() + timedelta(days=after)


def proposed(office, name="Рада переселенців", **fields):
    """A proposal of a body that the desk keyed in."""
    fields.setdefault("purpose", "Радить щодо житла і роботи.")
    receipt = submit(
        "body",
        actor=Actor.person(office.desk),
        idempotency_key=uuid4(),
        applicant={"name": "Оксана Лисенко", "email": "oksana@example.org"},
        channel="desk",
        name=name,
        unit=office.unit,
        assignee=office.official,
        **fields,
    )
    return Body.objects.get(pk=receipt.case.pk)


def facts(**fields):
    """What the founding decision sets."""
    return {
        "name": "Рада переселенців", "kind": "council", "purpose": "Радить щодо житла.", "statute": "", "public_contact": "",
        "founding_act": "Рішення № 9", "founded_on": day(-1), "seats": 3, "term_months": 24, **fields,
    }  # fmt: skip


def founded(office, **fields):
    """A body with a founding decision."""
    return step(proposed(office), "found", office.head, **facts(**fields))


def calling(office, *, days=15, **fields):
    """A body whose call for members is open."""
    call = {"seats": 3, "criteria": "Мешкає в громаді.", "documents": "Заява.", "closes_on": day(days)}
    return step(founded(office, **fields), "open_call", office.official, **call)


def application(body, name="Марина Ткаченко", *, by=None, email="", **fields):
    """An application for a seat in the running call."""
    fields.setdefault("text", "Маю досвід.")
    receipt = submit(
        "seat",
        actor=Actor.person(by) if by else Actor.applicant(),
        idempotency_key=uuid4(),
        applicant={"name": name, "email": email or f"{uuid4().hex[:8]}@example.org"},
        call=body.calls.first(),
        unit=body.unit,
        assignee=body.assignee,
        **fields,
    )
    return MembershipApplication.objects.get(pk=receipt.case.pk)


def deciding(office, clock, names=NAMES, **fields):
    """A body whose call has ended; its applications wait for decisions."""
    body = calling(office, **fields)
    for name in names:
        application(body, name)
    clock.shift(timedelta(days=16))
    return step(body, "close_call", "system")


def applications(body):
    """All applications of the body's latest call."""
    return MembershipApplication.objects.filter(call__body=body).order_by("pk")


def decided(office, clock, refused=(), **fields):
    """A body whose applications have their decisions."""
    body = deciding(office, clock, names=(*NAMES, *refused), **fields)
    for case in applications(body).select_related("applicant"):
        if case.applicant.name in refused:
            step(case, "refuse", office.official, ground="criteria", reason="Мешкає в іншій громаді.")
        else:
            step(case, "accept", office.official, reason="Відповідає критеріям.", conflict_note="")
    return body


def composition(body, *, months=24, **fields):
    """The decision on the composition: the first accepted is the chair."""
    accepted = [case.pk for case in applications(body).filter(state="accepted")]
    places = {f"position_{pk}": "member" if number else "chair" for number, pk in enumerate(accepted)}
    return {
        "act": "Рішення № 10", "mandate_from": day(), "mandate_to": day(30 * months), **places, **fields,
    }  # fmt: skip


def working(office, clock, *, refused=(), **fields):
    """A body that works."""
    body = decided(office, clock, refused)
    return step(body, "approve_composition", office.head, **composition(body, **fields))


def members(body):
    """Its members by name."""
    return list(Member.objects.filter(body=body).order_by("name"))


def planned(office, body, *, days=7, questions=("Про гуртожиток",)):
    """A planned meeting with an agenda."""
    starts_at = timezone.now() + timedelta(days=days, hours=2)
    meeting = services.plan_meeting(
        body, actor=office.official, starts_at=starts_at, announce_by=latest_announcement(starts_at), place="Зала ради"
    )
    for order, title in enumerate(questions, 1):
        AgendaItem.objects.create(meeting=meeting, order=order, title=title)
    return meeting


def announced(office, body, **fields):
    """A meeting that was announced."""
    return step(planned(office, body, **fields), "announce", office.official)


def begin(clock, meeting):
    """Move the clock into the meeting."""
    clock.move_to(meeting.starts_at + timedelta(hours=1))


def presence(body, count):
    """The form's field of attendance: the first `count` members."""
    return [str(member.pk) for member in members(body)[:count]]


def held(office, clock, body, *, came=3, **fields):
    """A meeting that was held."""
    meeting = announced(office, body, **fields)
    begin(clock, meeting)
    return step(
        meeting, "hold", office.official, present=presence(body, came), ended_at=timezone.now(), recording_url=""
    )


def decide(meeting, decision="Рекомендувати ремонт."):
    """Every question gets a decision and the votes of all present."""
    for item in meeting.items.all():
        item.decision = decision
        item.save()
        for row in meeting.attendances.filter(was_present=True):
            Vote.objects.create(item=item, member=row.member, choice="for")


def minuted(office, clock, body, *, recommendations=("Відремонтувати душові.",), **fields):
    """A meeting with published minutes."""
    meeting = held(office, clock, body, **fields)
    decide(meeting)
    for order, text in enumerate(recommendations, 1):
        Recommendation.objects.create(meeting=meeting, order=order, text=text, addressee="Виконком")
    return step(
        meeting, "publish_minutes", office.official, chair_name="Марина Ткаченко", secretary_name="Ганна", opening=""
    )


def sent(office, clock, body, **fields):
    """A meeting whose recommendations wait for answers."""
    return step(minuted(office, clock, body, **fields), "send", office.official)


def answer(office, meeting, verdict="accepted"):
    """Answer every recommendation."""
    for row in meeting.recommendations.filter(verdict="waiting"):
        step(meeting, "answer", office.head, recommendation=row.pk, verdict=verdict, reason="Зробимо до листопада.")
    return step(meeting, "complete", office.head)
