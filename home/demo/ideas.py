"""Three demo calls and thirteen ideas in every state, with supports, comments, evaluations, answers and milestones."""

import uuid
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from django.utils import timezone
from wagtail.models import Page

from casework.actors import Actor
from casework.enums import Channel
from casework.services import fire, submit
from home.demo import idea_texts as words
from home.demo.places import CENTRE, UTILITIES
from home.demo.stories import NAMESPACE, Cast, Step, moment
from participation.comments.services import comment
from participation.follows.services import follow
from participation.ideas import services
from participation.ideas.enums import Review
from participation.ideas.models import Idea, IdeaCall, IdeaTag
from participation.sheets import services as sheets

COSY, BETTER, SAFE = words.CALLS
VILLAGES = ("Зразкове", "Вербівка", "Липове", "Ковалівка", "Степове", "Озерне")
SURNAMES = (
    "Бондар",
    "Гриценко",
    "Дячук",
    "Іваненко",
    "Коваль",
    "Литвин",
    "Мороз",
    "Носенко",
    "Панченко",
    "Рудик",
    "Сова",
)
GIVEN = ("Алла", "Богдан", "Віра", "Григорій", "Дарина", "Остап", "Зоя")
NAMES = {"hanna": "Ганна Коваленко", "petro": "Петро Заєць", "oksana": "Оксана Лисенко"}


@dataclass(frozen=True)
class Told:
    """One demo idea and what became of it: steps after publication, voices at the desk, comments of the accounts."""

    key: str
    call: str
    ago: int
    title: str
    text: str
    account: str = "hanna"
    place: str = ""
    where: str = ""
    tags: tuple = ()
    voices: int = 0
    supporters: tuple = ()
    comments: tuple = ()
    steps: tuple = ()
    more: dict = field(default_factory=dict)
    channel: str = Channel.WEB
    is_sent: bool = True
    is_published: bool = True


def ahead(days):
    """A function that gives the day so many days after a step."""
    return lambda _cast, now: timezone.localdate(now) + timedelta(days=days)


def person(mailbox):
    """A function that gives a person of the cast."""
    return lambda cast, _now: cast.users[mailbox]


def unit_of(mailbox):
    """A function that gives the unit of a person of the cast."""
    return lambda cast, _now: cast.users[mailbox].unit


def evaluate(after, mailbox="utilities"):
    """The step by which an idea goes to evaluation."""
    return Step(after, "evaluate", "head", {"unit": unit_of(mailbox), "assignee": person(mailbox)})


def report(after, feasibility, conclusion, cost=None, verdicts="yyyy", by="utilities", note=""):
    """The step that writes the evaluation; `verdicts` answers the checklist in its order by y, n, p or i."""
    answers = {"y": "yes", "n": "no", "p": "partly", "i": "idle"}
    fields = {"feasibility": feasibility, "conclusion": conclusion, "cost": cost, "cost_note": note}
    return Step(after, "report", by, {**fields, "verdicts": [answers[letter] for letter in verdicts]})


def accept(after, reason, milestone, days, outcome="accepted"):
    """The step that accepts an idea."""
    fields = {"outcome": outcome, "reason": reason, "milestone": milestone}
    return Step(after, "accept", "head", {**fields, "milestone_due_on": ahead(days), "next_update_on": ahead(21)})


def reached(after, note, by="utilities"):
    """The step that reports on the nearest milestone."""
    return Step(after, "reached", by, {"note": note, "done_on": ahead(0)})


def answer(after, text, by="utilities", days=30):
    """The step that writes an official answer."""
    return Step(after, "answer", by, {"text": text, "owner": person(by), "next_update_on": ahead(days)})


IDEAS = (
    Told(
        "stop", COSY, 34, "Навіс і лавка на зупинці біля амбулаторії", words.STOP, "petro", "Ковалівка",
        "зупинка біля амбулаторії", ("blahoustrii", "transport"), 6, ("hanna", "oksana"),
        (
            ("oksana", "Підтримую. Тільки навіс треба з боковою стінкою: вітер там із поля."),
            ("hanna", "І розклад автобусів повісити великим шрифтом."),
        ),
        more={"latitude": "50.30112", "longitude": "30.61240"},
    ),
    Told(
        "light", COSY, 30, "Освітлення стежки від школи до бібліотеки", words.LIGHT, "hanna", "Зразкове",
        "стежка від школи до бібліотеки", ("bezpeka", "dity-i-molod"), 12, ("petro", "oksana"),
        (("petro", "Моя донька ходить тут щодня. Дуже потрібно."),),
        (answer(9, "Дякуємо за ідею. Електромережа підтвердила, що стовпи витримають світильники; чекаємо на кошторис."),),
        more={"latitude": "50.28940", "longitude": "30.58815"},
    ),
    Told(
        "gym", COSY, 2, "Вуличні тренажери на стадіоні в Липовому", words.GYM, "", "Липове", "стадіон",
        ("dity-i-molod",), channel=Channel.STAROSTA, is_published=False,
    ),
    Told(
        "flowers", COSY, 6, "Квітник біля пам’ятника", words.FLOWERS, "oksana", "Озерне", "площа біля пам’ятника",
        ("blahoustrii",), is_published=False,
        steps=(Step(0.4, "return", "desk", {"reason": "Приберіть, будь ласка, номер будинку сусідки й надішліть ще раз."}),),
    ),
    Told("books", COSY, 1, "Книгообмін у залі очікування", words.BOOKS, "hanna", "Зразкове", is_sent=False),
    Told(
        "bikes", COSY, 28, "Станція ремонту велосипедів біля ЦНАП", words.BIKES, "oksana", "Зразкове", "біля входу до ЦНАП",
        ("transport",), 11, ("hanna",), (("petro", "Головне, щоб насос не зник за тиждень."),), (evaluate(14),),
        more={"latitude": "50.29105", "longitude": "30.59332"},
    ),
    Told(
        "water", COSY, 33, "Питний фонтанчик на площі", words.WATER, "petro", "Зразкове", "центральна площа",
        ("blahoustrii", "dostupnist"), 12, ("oksana",), (),
        (
            evaluate(10),
            report(
                26, "changed", "Фонтанчик можна під’єднати до водогону будинку культури. Узимку воду доведеться перекривати.",
                "86500", "yypy", note="Чаша на двох висотах, підведення води, відведення в каналізацію.",
            ),
        ),
        more={"latitude": "50.29180", "longitude": "30.59010"},
    ),
    Told(
        "stop-again", COSY, 20, "Накрити зупинку біля амбулаторії", words.STOP_AGAIN, "oksana", "Ковалівка", "зупинка",
        ("blahoustrii",), 2, (), (),
        (Step(3, "join", "desk", {"number": "stop", "reason": "Йдеться про ту саму зупинку й той самий навіс."}),),
    ),
    Told(
        "stage", COSY, 25, "Сцена в парку", words.STAGE, "oksana", "Озерне", "парк", ("blahoustrii",), 1, (), (),
        (Step(8, "withdraw", "oksana", {"reason": "Дізналася, що будинок культури має пересувну сцену. Її достатньо."}),),
    ),
    Told(
        "sms", BETTER, 18, "Повідомлення, коли документ готовий", words.SMS, "petro", "Вербівка", "", ("posluhy-tsnap",), 3,
        ("oksana",), (("hanna", "І щоб у повідомленні було, до котрої години працює центр."),),
        more={"service": "reiestratsiia-mistsia-prozhyvannia"},
    ),
    Told(
        "changing", BETTER, 70, "Столик для сповивання і дитячий куточок у центрі", words.CHANGING, "oksana", "Зразкове",
        "зал ЦНАП", ("posluhy-tsnap", "dity-i-molod", "dostupnist"), 5, ("hanna", "petro"),
        (("hanna", "Стояла в черзі з двома малими. Дуже чекаю."),),
        (
            evaluate(9, "welfare"),
            report(17, "ready", "Місце є біля вікна № 4. Столик відкидний, куточок на чотири квадратні метри.", "9800", "yyyy", "welfare"),
            accept(20, "Недорого, а потрібно щодня. Столик ставимо одразу, куточок улітку.", "Поставити столик для сповивання", 20),
            reached(38, "Столик стоїть біля вікна № 4, поруч серветки й кошик.", "welfare"),
            Step(39, "milestone", "welfare", {"title": "Облаштувати дитячий куточок", "due_on": ahead(60)}),
            answer(40, "Столик уже стоїть. Меблі для куточка замовлено.", "welfare", 20),
            answer(58, "Меблі прийшли, але без килимка. Відкриємо куточок, щойно його довезуть.", "welfare", 30),
        ),
    ),
    Told(
        "crossing", SAFE, 190, "Освітлений перехід біля ліцею", words.CROSSING, "hanna", "Вербівка", "перехрестя біля ліцею",
        ("bezpeka", "dity-i-molod"), 14, ("petro", "oksana"),
        (("oksana", "Дякуємо! Тепер діти переходять спокійно."),),
        (
            evaluate(20),
            report(38, "ready", "Поліція погодила перехід. Ліхтарі під’єднають до наявної лінії.", "142300", "yyyy"),
            accept(45, "Ідею підтримали батьки, поліція погодила, кошти є.", "Погодити схему руху з поліцією", 20),
            reached(60, "Схему погоджено, знаки замовлено."),
            Step(61, "milestone", "utilities", {"title": "Встановити ліхтарі та нанести розмітку", "due_on": ahead(50)}),
            answer(75, "Знаки вже привезли. Розмітку нанесуть, щойно буде сухо."),
            reached(105, "Ліхтарі світять, розмітку нанесено, знак «Діти» стоїть з обох боків."),
            Step(107, "finish", "utilities", {"text": "Перехід працює. Увечері його видно за двісті метрів."}),
        ),
        more={"latitude": "50.31420", "longitude": "30.57105"},
    ),
    Told(
        "tunnel", SAFE, 185, "Підземний перехід під трасою", words.TUNNEL, "petro", "Озерне", "поворот на Озерне", ("bezpeka",),
        4, (), (),
        (
            evaluate(20),
            report(
                40, "impossible", "Траса державна, громада не може будувати під нею. Вартість у десятки разів більша за кошти "
                "заклику. Натомість просимо в Служби відновлення світлофор із кнопкою.", "18000000", "nnpn",
            ),
            Step(48, "reject", "head", {"reason": (
                "Дорога не належить громаді, а кошти заклику обмежені 200 000 грн. Ми надіслали Службі відновлення звернення "
                "про світлофор з кнопкою для пішоходів: якщо його погодять, перехід стане безпечним без підземного."
            )}),
        ),
    ),
)  # fmt: skip


def load():
    """Make tags, calls and ideas that are missing."""
    cast = Cast()
    for order, (name, slug, english) in enumerate(words.TAGS, 1):
        IdeaTag.objects.get_or_create(slug=slug, defaults={"name": name, "name_en": english, "order": order * 10})
    calls = {slug: make_call(slug, cast) for slug in words.CALLS}
    known = {}
    for told in IDEAS:
        known[told.key] = tell(told, calls[told.call], cast, known)


def make_call(slug, cast):
    """One call with its checklist and fields."""
    today = timezone.localdate()
    rules = {
        COSY: {
            "opens_on": today - timedelta(days=40), "closes_on": today + timedelta(days=20),
            "support_until": today + timedelta(days=45), "supports_each": 3, "support_goal": 12,
        },
        BETTER: {"opens_on": date(2026, 1, 12), "review": Review.AFTER, "is_for_services": True},
        SAFE: {
            "opens_on": today - timedelta(days=200), "closes_on": today - timedelta(days=175),
            "support_until": today - timedelta(days=172),
        },
    }[slug]  # fmt: skip
    unit = cast.units[CENTRE if slug == BETTER else UTILITIES]
    facts = {**words.CALLS[slug], **rules, "unit": unit, "is_published": True}
    call, is_new = IdeaCall.objects.get_or_create(slug=slug, defaults=facts)
    if is_new:
        for order, question in enumerate(words.CHECKS):
            call.checks.create(question=question, sort_order=order)
        if slug == COSY:
            call.fields.create(label="Хто ще готовий допомогти", kind="line", sort_order=0)
            choices = "до 20 000 грн\nдо 80 000 грн\nдо 150 000 грн\nне знаю"
            call.fields.create(label="Скільки це може коштувати", kind="choice", choices=choices, sort_order=1)
    return call


def begin(told, call, cast):
    """Submit the idea by its author's account, or by the desk."""
    received = moment(told.ago, time(9, 40))
    author = cast.users.get(told.account)
    more = dict(told.more)
    service = Page.objects.live().filter(slug=more.pop("service", "")).order_by("pk").first()
    return submit(
        "idea",
        actor=Actor.person(author or cast.users["desk"]),
        idempotency_key=uuid.uuid5(NAMESPACE, f"idea:{told.key}"),
        applicant={"name": NAMES.get(told.account, "Мешканці Липового"), "publish_name": True,
                   "email": f"{told.account}@example.org" if told.account else ""},
        channel=told.channel,
        received_at=received,
        now=received,
        call=call,
        unit=call.unit,
        settlement=cast.places.get(told.place),
        place=told.where,
        public_title=told.title,
        public_text=told.text,
        text=told.text,
        service=service,
        tags=IdeaTag.objects.filter(slug__in=told.tags),
        **more,
    )  # fmt: skip


def tell(told, call, cast, known):
    """Make the idea and let everything happen, or leave the one that is there."""
    receipt = begin(told, call, cast)
    idea = receipt.case
    if not receipt.created:
        return idea
    author = cast.users.get(told.account)
    if told.is_sent and author:
        event = "publish_own" if call.review == Review.AFTER else "send"
        idea = fire(idea, event, actor=Actor.person(author), now=moment(told.ago, time(10, 5)))
    if told.is_published and idea.state == "moderation":
        idea = fire(idea, "publish", actor=Actor.person(cast.users["desk"]), now=moment(told.ago, time(15, 0)))
    if idea.published_at:
        speak(told, idea, cast)
    for step in told.steps:
        idea = take(told, step, idea, cast, known)
    return idea


def speak(told, idea, cast):
    """Voices at the desk and on the site, comments, a follower."""
    for number in range(told.voices):
        name = f"{SURNAMES[(number + told.ago) % len(SURNAMES)]} {GIVEN[(number * 3 + told.ago) % len(GIVEN)]}"
        place = cast.places[VILLAGES[number % len(VILLAGES)]]
        now = moment(told.ago, time(11, 0), 0.5 + number / 8)
        sheets.sign(
            idea.collection, user=None, name=name, settlement=place, channel="desk", actor=cast.users["desk"], now=now
        )
    for number, mailbox in enumerate(told.supporters):
        services.support(idea, user=cast.users[mailbox], now=moment(told.ago, time(18, 0), 1 + number))
        follow(idea, user=cast.users[mailbox])
    for number, (mailbox, text) in enumerate(told.comments):
        comment(idea.thread, actor=cast.users[mailbox], text=text, now=moment(told.ago, time(19, 0), 1 + number))


def take(told, step, idea, cast, known):
    """Take one step of the story."""
    now, fields = moment(told.ago, time(11, 30), step.after), dict(step.fields)
    verdicts = fields.pop("verdicts", ())
    for check, verdict in zip(idea.call.checks.all(), verdicts, strict=False):
        fields[f"check_{check.pk}"] = verdict
    if step.event == "join":
        fields["number"] = known[fields["number"]].number
    if step.event == "reached":
        fields["milestone"] = idea.milestones.ahead().first()
    fields = {name: value(cast, now) if callable(value) else value for name, value in fields.items()}
    return fire(idea, step.event, actor=cast.actor(step.by), now=now, **fields)


def all_ideas():
    """Every demo idea by its key."""
    found = Idea.objects.in_bulk(
        [str(uuid.uuid5(NAMESPACE, f"idea:{told.key}")) for told in IDEAS], field_name="idempotency_key"
    )
    return {told.key: found.get(str(uuid.uuid5(NAMESPACE, f"idea:{told.key}"))) for told in IDEAS}
