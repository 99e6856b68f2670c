"""Hearings of the demo community in every important state, told by the room's own verbs."""

import uuid
from datetime import date, time, timedelta

from django.utils import timezone

from casework.enums import Channel
from casework.services import fire, submit
from home.demo import hearings_texts as texts
from home.demo.stories import NAMESPACE, Cast, moment
from participation.hearings import services
from participation.hearings.enums import Format, Initiator, NotHeld, NoticeKind, PauseReason, Profile
from participation.hearings.signatures import collection_of
from participation.sheets.services import sign

EVENING = time(17, 30)
HALL = "Будинок культури, смт Зразкове, вул. Центральна, 12, мала зала"
ACCESS = "Пандус, широкі двері, санвузол на першому поверсі, укриття в підвалі на 120 осіб."
SEATS, RESERVED = 60, 6


class Teller:
    """Tells one hearing: each step at its own day."""

    def __init__(self, cast, key, subject, ago, **facts):
        self.cast, self.key, self.ago = cast, key, ago
        title, text = subject
        filer = cast.users.get(facts.pop("account", ""))
        channel = Channel.WEB if filer else Channel.DESK
        receipt = submit(
            "hearing",
            actor=cast.actor(filer.email.partition("@")[0] if filer else "desk"),
            idempotency_key=uuid.uuid5(NAMESPACE, f"hearing:{key}"),
            applicant=facts.pop("who", {"name": "Загальний відділ", "no_contact": True}),
            channel=channel,
            received_at=moment(ago, time(9, 30)),
            now=moment(ago, time(9, 30)),
            text=text,
            public_title=title,
            public_text=text,
            unit=cast.users["utilities"].unit,
            settlement=cast.places.get(facts.pop("place", "")),
            **facts,
        )
        self.hearing, self.is_new = receipt.case, receipt.created

    def step(self, after, event, by="head", at=time(10), **fields):
        """Fire one step `after` so many days."""
        now = moment(self.ago - int(after), at, after - int(after))
        self.hearing = fire(self.hearing, event, actor=self.cast.actor(by), now=now, **fields)
        return self

    def day(self, after, at=EVENING):
        """A moment of the story, which may lie ahead of today."""
        today = timezone.localdate() - timedelta(days=self.ago) + timedelta(days=after)
        return timezone.make_aware(timezone.datetime.combine(today, at))

    def appoint(self, after, sitting, event="appoint", **changes):
        """The order with everything it needs."""
        starts_at = self.day(sitting)
        fields = {
            "order_number": f"Розпорядження голови від {self.day(after):%d.%m.%Y} № {140 + self.ago}-р",
            "starts_at": f"{starts_at:%Y-%m-%dT%H:%M}",
            "ends_at": f"{starts_at + timedelta(hours=2):%Y-%m-%dT%H:%M}",
            "format": Format.HYBRID,
            "place": HALL,
            "access_note": ACCESS,
            "stream_url": "https://stream.example.org/slukhannia",
            "places": SEATS,
            "reserved": RESERVED,
            "chair": self.cast.users["head"].pk,
            "secretary": self.cast.users["utilities"].pk,
            **changes,
        }
        return self.step(after, event, **fields)

    def announce(self, after):
        """Agenda, announcement, a photo of the board."""
        for order, (begins, minutes, title, speaker) in enumerate(texts.AGENDA, 1):
            self.hearing.agenda.get_or_create(
                title=title, defaults={"begins": begins, "minutes": minutes, "speaker": speaker, "order": order * 10}
            )
        self.step(after, "announce", by="utilities")
        self.hearing.proofs.create(
            round=self.hearing.changes,
            kind=NoticeKind.BOARD,
            where="Дошки оголошень старостинських округів і ЦНАП",
            posted_on=timezone.localdate(self.day(after)),
            recorded_by=self.cast.users["utilities"],
        )
        return self

    def register(self, after, number, **fields):
        """The first `number` invented people register."""
        rows = []
        for name, place in texts.PEOPLE[:number]:
            rows.append(
                services.register(
                    self.hearing,
                    name=name,
                    phone="+380 44 000 02 00",
                    settlement=self.cast.places.get(place),
                    now=min(self.day(after), timezone.now()),
                    **fields,
                )
            )
        return rows

    def propose(self, after, number, title, text, name="", place="", admit=True, show_name=False):
        """A proposal handed in `after` so many days."""
        now = moment(self.ago - after, time(12))
        proposal = submit(
            "hearing-proposal",
            actor=self.cast.actor("applicant"),
            idempotency_key=uuid.uuid5(NAMESPACE, f"hearing:{self.key}:{number}"),
            applicant={"name": name or "Мешканка громади", "phone": "+380 44 000 02 10", "publish_name": show_name},
            received_at=now,
            now=now,
            hearing=self.hearing,
            unit=self.hearing.unit,
            assignee=self.hearing.assignee,
            text=text,
            public_title=title,
            public_text=text,
            settlement=self.cast.places.get(place),
        ).case
        return fire(proposal, "register", actor=self.cast.actor("utilities"), now=now) if admit else proposal

    def sit(self, after, people, recommendations, alarm=False):
        """The sitting: people come, three speak, perhaps an alarm interrupts it."""
        rows = self.register(after - 3, people)
        opens = self.day(after)
        for number, row in enumerate(rows):
            services.check_in(row, now=opens - timedelta(minutes=number))
        self.step(after, "open_sitting", by="utilities", at=EVENING)
        for number, (name, _place) in enumerate(texts.PEOPLE[:3]):
            turn = services.add_speaker(self.hearing, name=name, topic="Запитання доповідачеві")
            services.call(turn, now=opens + timedelta(minutes=20 + 6 * number))
        services.finish(self.hearing, now=opens + timedelta(minutes=37))
        if alarm:
            self.step(after, "pause", by="utilities", at=time(18, 20), reason=PauseReason.ALARM)
            self.step(after, "resume", by="utilities", at=time(19, 5))
        self.hearing.votes.create(
            question="Підтримати рекомендації слухань", in_favour=people - 2, against=1, abstained=1
        )
        return self.step(after, "close_sitting", by="utilities", at=time(19, 30), recommendations=recommendations)

    def sign(self, after):
        """Both sign, the protocol is published."""
        self.step(after, "sign_as_chair")
        self.step(after, "sign_as_secretary", by="utilities", at=time(11))
        return self.step(after, "publish_protocol", by="utilities", at=time(12))


def load():
    """Tell every hearing, once."""
    cast = Cast()
    for tell in (open_for_registration, collecting, answered, considered, not_held, held, checking, received, refused):
        tell(cast)


def by_act(name):
    """An initiative of the authority's own."""
    return {"initiator": name, "initiative_act": "Рішення виконавчого комітету (демонстраційне)"}


def by_residents(account, name):
    """An initiative of residents."""
    return {
        "account": account,
        "who": {"name": name, "email": f"{account}@example.org"},
        "initiator": Initiator.RESIDENTS,
    }


def open_for_registration(cast):
    """Five days before the sitting: places, proposals."""
    story = Teller(cast, "bus", texts.BUS, 16, **by_act(Initiator.COMMITTEE))
    if not story.is_new:
        return
    story.step(0.1, "check", by="desk").appoint(1, 21).announce(2)
    story.register(4, 9)
    services.register(
        story.hearing,
        name="Ольга Сидоренко",
        phone="+380 44 000 02 30",
        needs_interpreter=True,
        now=moment(10, time(14)),
    )
    for number, (title, text, name, place, admit) in enumerate(texts.BUS_PROPOSALS):
        story.propose(6 + number, number, title, text, name, place, admit, show_name=number == 0)


def collecting(cast):
    """Residents collect signatures on the site and on paper."""
    story = Teller(cast, "crossing", texts.CROSSING, 9, place="Ковалівка", **by_residents("petro", "Петро Заєць"))
    if not story.is_new:
        return
    story.step(1, "open_signatures", by="desk")
    collection = collection_of(story.hearing)
    for number, (name, place) in enumerate(texts.PEOPLE):
        sign(
            collection,
            user=None,
            name=name,
            birth_date=date(1960 + number * 2, 1 + number % 12, 3 + number),
            settlement=cast.places.get(place),
            channel="desk",
            actor=cast.actor("desk"),
            now=moment(7, time(11), number / 50),
        )


def answered(cast):
    """Closed: every proposal has its answer."""
    story = Teller(cast, "budget", texts.BUDGET, 95, profile=Profile.BUDGET, **by_act(Initiator.HEAD))
    if not story.is_new:
        return
    story.step(0.1, "check", by="desk").appoint(1, 16).announce(2)
    for number, (title, text, *_answer) in enumerate(texts.BUDGET_PROPOSALS):
        story.propose(8, number, title, text, texts.PEOPLE[number][0], texts.PEOPLE[number][1], show_name=True)
    story.sit(16, 17, "1. Передбачити кошти на резервне живлення водогонів.\n2. Оприлюднити перелік доріг до ремонту.")
    story.step(17, "add_recording", by="utilities", recording_url="https://video.example.org/slukhannia-biudzhet")
    story.sign(19).step(20, "hand_over", by="utilities")
    answer(story, 35, texts.BUDGET_PROPOSALS)
    story.step(
        40, "publish_results", results="Сесія затвердила бюджет рішенням № 412. Дві з трьох пропозицій враховано."
    )
    story.step(44, "close")


def answer(story, after, proposals):
    """The authority's answer to those proposals that have one."""
    for title, _text, event, reaction, owner in proposals:
        if event:
            proposal = story.hearing.proposals.get(public_title=title)
            fields = {"reaction": reaction, **({"owner": owner} if owner else {})}
            fire(proposal, event, actor=story.cast.actor("head"), now=moment(story.ago - after, time(15)), **fields)


def considered(cast):
    """Handed over: one answer is given, two are due."""
    story = Teller(cast, "streets", texts.STREETS, 40, **by_act(Initiator.COUNCIL))
    if not story.is_new:
        return
    story.step(0.1, "check", by="desk").appoint(1, 15).announce(2)
    for number, (title, text, *_answer) in enumerate(texts.STREET_PROPOSALS):
        story.propose(7, number, title, text)
    story.sit(15, 16, "Підтримати назви, обрані більшістю присутніх.", alarm=True)
    story.sign(19).step(20, "hand_over", by="utilities")
    answer(story, 30, texts.STREET_PROPOSALS)


def not_held(cast):
    """An alarm lasted all evening: to be appointed anew."""
    story = Teller(cast, "waste", texts.WASTE, 20, place="Вербівка", **by_act(Initiator.COMMITTEE))
    if not story.is_new:
        return
    story.step(0.1, "check", by="desk").appoint(1, 17, place="Клуб с. Вербівка, вул. Шевченка, 4").announce(2)
    story.register(8, 6)
    note = "Тривога тривала з 17:10 до 20:40; учасники були в укритті."
    story.step(17, "declare_not_held", by="utilities", at=time(20, 45), reason=NotHeld.ALARM, note=note)


def held(cast):
    """Held the day before yesterday: the protocol is due."""
    story = Teller(cast, "plan", texts.PLAN, 42, profile=Profile.TOWN_PLANNING, **by_act(Initiator.COMMITTEE))
    if not story.is_new:
        return
    story.step(0.1, "check", by="desk").appoint(1, 40).announce(2)
    story.propose(20, 0, "Зберегти липову алею", "Дерева посаджені 1970 року, вони здорові й дають тінь на зупинці.")
    story.sit(40, 15, "Доповнити проєкт схемою озеленення.")


def checking(cast):
    """An initiative of the committee under check."""
    story = Teller(
        cast, "quarry", texts.QUARRY, 3, place="Озерне", profile=Profile.ENVIRONMENT, **by_act(Initiator.COMMITTEE)
    )
    if story.is_new:
        story.step(0.2, "check", by="desk")


def received(cast):
    """A residents' initiative that came yesterday."""
    Teller(cast, "park", texts.PARK, 1, **by_residents("oksana", "Оксана Лисенко"))


def refused(cast):
    """A hearing that the community may not hold."""
    subject = ("Скасувати оплату за світло під час відключень", "Мешканці вважають, що оплата має зменшитися.")
    story = Teller(cast, "light", subject, 30, **by_act(Initiator.COUNCIL))
    if story.is_new:
        story.step(0.1, "check", by="desk")
        reason = (
            "Тарифи встановлює НКРЕКП: питання не належить до повноважень громади. Звернення до регулятора надіслано."
        )
        story.step(4, "refuse", reason=reason)
