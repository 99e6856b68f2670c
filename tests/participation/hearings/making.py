"""Hearings for tests, led into any state by the room's own verbs at named moments."""

import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from casework.actors import Actor
from casework.enums import Channel
from casework.services import fire, submit
from participation.hearings import numbers, services
from participation.hearings.enums import Format, Initiator, NotHeld, PauseReason
from participation.hearings.models import AgendaItem, Hearing
from participation.statute.enums import Measure
from participation.statute.models import StatuteParameter
from tests import factories

KYIV = ZoneInfo("Europe/Kyiv")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=KYIV)
SITTING = datetime(2026, 12, 8, 18, 0, tzinfo=KYIV)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def small_statute(quorum=2, initiators=3):
    """A statute with small numbers, so that tests need few people."""
    for key, number in ((numbers.QUORUM, quorum), (numbers.INITIATORS, initiators)):
        StatuteParameter.objects.create(
            key=key, value=number, unit=Measure.PEOPLE, act="Статут громади, п. 31", valid_from="2026-01-01"
        )


class Cast:
    """The people of one hearing: who heads, who chairs, who writes, who filed it."""

    def __init__(self):
        unit = factories.unit(email="unit@example.org")
        self.head = factories.head(name="Олена Гнатюк")
        self.official = factories.official(unit=unit, name="Андрій Мельник")
        self.stranger = factories.official(name="Чужий Посадовець")
        self.desk = factories.desk_operator(name="Тетяна Бойко")
        self.resident = factories.resident(name="Ганна Коваленко")
        self.bystander = factories.resident(name="Петро Заєць")

    @property
    def actors(self):
        """Everybody who may try, by the part they play."""
        return {
            "applicant": Actor.person(self.resident),
            "desk": Actor.person(self.desk),
            "official": Actor.person(self.official),
            "other official": Actor.person(self.stranger),
            "head": Actor.person(self.head),
            "bystander": Actor.person(self.bystander),
            "system": Actor.system(),
        }


def call(cast, *, initiator=Initiator.HEAD, now=MONDAY, email="hanna@example.org", **fields):
    """File an initiative of the resident of the cast; returns the hearing."""
    fields.setdefault("public_title", "Чи перейменовувати вулицю Садову")
    fields.setdefault("public_text", "Мешканці просять обговорити нову назву.")
    receipt = submit(
        "hearing",
        actor=Actor.person(cast.resident),
        idempotency_key=uuid.uuid4(),
        applicant={"name": "Ганна Коваленко", "email": email},
        channel=Channel.WEB,
        now=now,
        text="Мешканці просять обговорити нову назву.",
        initiator=initiator,
        unit=cast.official.unit,
        **fields,
    )
    return receipt.case


def order(cast, **changes):
    """The fields of an appointment."""
    return {
        "order_number": "Розпорядження від 23.11.2026 № 14",
        "starts_at": SITTING.strftime("%Y-%m-%dT%H:%M"),
        "ends_at": (SITTING + 2 * HOUR).strftime("%Y-%m-%dT%H:%M"),
        "format": Format.HYBRID,
        "place": "Будинок культури, вул. Центральна, 1",
        "access_note": "Пандус, укриття в підвалі",
        "stream_url": "https://stream.example.org/1",
        "places": 5,
        "reserved": 1,
        "chair": cast.head.pk,
        "secretary": cast.official.pk,
        **changes,
    }


def appointed(cast, **changes):
    """A hearing of the head, checked and appointed."""
    hearing = call(cast, **{name: changes.pop(name) for name in ("profile",) if name in changes})
    hearing = fire(hearing, "check", actor=Actor.person(cast.desk), now=MONDAY)
    return fire(hearing, "appoint", actor=Actor.person(cast.head), now=MONDAY, **order(cast, **changes))


def announced(cast, *, now=MONDAY, **changes):
    """The same, announced with an agenda."""
    hearing = appointed(cast, **changes)
    AgendaItem.objects.create(hearing=hearing, title="Доповідь", begins="18:00", speaker="Архітектор")
    return fire(hearing, "announce", actor=Actor.person(cast.official), now=now)


def person(hearing, number=1, **fields):
    """Register an invented person."""
    fields.setdefault("name", f"Учасник {number}")
    fields.setdefault("email", f"guest{number}@example.org")
    fields.setdefault("now", MONDAY + HOUR)
    return services.register(hearing, **fields)


def gathered(cast, people=2, **changes):
    """The same with enough people inside at the hour."""
    hearing = announced(cast, **changes)
    for number in range(1, people + 1):
        services.check_in(person(hearing, number), now=SITTING)
    return Hearing.objects.get(pk=hearing.pk)


def propose(hearing, cast, *, title="Залишити стару назву", now=MONDAY + DAY, channel=Channel.WEB, **fields):
    """Send a proposal; returns it."""
    return submit(
        "hearing-proposal",
        actor=Actor.person(cast.resident),
        idempotency_key=uuid.uuid4(),
        applicant={"name": "Ганна Коваленко", "email": "hanna@example.org"},
        channel=channel,
        now=now,
        hearing=hearing,
        unit=hearing.unit,
        text="Бо так вулицю називали завжди.",
        public_title=title,
        public_text="Бо так вулицю називали завжди.",
        **fields,
    ).case


AFTER = {
    "collecting": ("received", "open_signatures", "desk", MONDAY, {}),
    "refused": ("checking", "refuse", "head", MONDAY, {"reason": "Питання не належить до повноважень."}),
    "lapsed": ("collecting", "lapse", "system", MONDAY + 40 * DAY, {}),
    "withdrawn": ("received", "withdraw", "applicant", MONDAY, {}),
    "cancelled": ("announced", "cancel", "head", MONDAY, {"reason": "Проєкт відкликано."}),
    "in_session": ("gathered", "open_sitting", "official", SITTING, {}),
    "paused": ("in_session", "pause", "desk", SITTING + HOUR / 2, {"reason": PauseReason.ALARM}),
    "not_held": ("announced", "declare_not_held", "official", SITTING + HOUR, {"reason": NotHeld.QUORUM}),
    "held": ("in_session", "close_sitting", "official", SITTING + HOUR, {"recommendations": "Зберегти назву."}),
    "protocol": ("signed", "publish_protocol", "official", SITTING + 3 * DAY, {}),
    "consideration": ("protocol", "hand_over", "official", SITTING + 4 * DAY, {}),
    "results": ("answered", "publish_results", "head", SITTING + 20 * DAY, {"results": "Назву збережено."}),
    "closed": ("results", "close", "head", SITTING + 21 * DAY, {}),
}


def in_state(state, cast):
    """A hearing led into `state` step by step."""
    if state in AFTER:
        before, event, who, now, fields = AFTER[state]
        return fire(in_state(before, cast), event, actor=cast.actors[who], now=now, **fields)
    return MADE[state](cast)


def received(cast):
    """Just filed, by residents."""
    return call(cast, initiator=Initiator.RESIDENTS)


def checking(cast):
    """The head's own initiative under check."""
    return fire(call(cast), "check", actor=cast.actors["desk"], now=MONDAY)


def signed(cast):
    """Held, with one admitted proposal, signed by both."""
    hearing = announced(cast)
    fire(propose(hearing, cast), "register", actor=cast.actors["official"], now=MONDAY + DAY)
    for number in (1, 2):
        services.check_in(person(hearing, number), now=SITTING)
    hearing = fire(hearing, "open_sitting", actor=cast.actors["official"], now=SITTING)
    hearing = fire(hearing, "close_sitting", actor=cast.actors["official"], now=SITTING + HOUR)
    for part, who in (("chair", "head"), ("secretary", "official")):
        hearing = fire(hearing, f"sign_as_{part}", actor=cast.actors[who], now=SITTING + 2 * DAY)
    return hearing


def answered(cast):
    """Considered, every proposal answered."""
    hearing = in_state("consideration", cast)
    for proposal in hearing.proposals.all():
        fire(proposal, "accept", actor=cast.actors["head"], now=SITTING + 10 * DAY, reaction="Назву збережемо.")
    return hearing


MADE = {
    "received": received,
    "checking": checking,
    "appointed": appointed,
    "announced": announced,
    "gathered": gathered,
    "signed": signed,
    "answered": answered,
}
