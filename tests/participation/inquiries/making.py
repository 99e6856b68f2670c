"""Requests and suggestions in every stage of their life, told in one word; everything goes through the verbs."""

from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone

from casework.actors import Actor
from casework.models import Case
from casework.services import fire, submit
from core.models import Letter
from participation.inquiries.models import CopyingTariff, InformationRequest, RefusalGround, Suggestion
from tests import factories

KYIV = ZoneInfo("Europe/Kyiv")
CANARY = "КАНАРКА-ОРИГІНАЛУ"


def moment(text):
    """An aware moment of Kyiv from "2026-08-21 10:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=KYIV)


class Office:
    """A unit with two officials and a head, as most stories need."""

    def __init__(self):
        self.unit = factories.unit("Відділ земельних відносин")
        self.official = factories.official(unit=self.unit, name="Оксана Мельник")
        self.colleague = factories.official(unit=self.unit, name="Петро Гук")
        self.head = factories.head(name="Марія Шевчук")
        self.desk = factories.desk_operator()


def as_person(user):
    """An actor for a user, or the applicant for None."""
    return Actor.person(user) if user else Actor.applicant()


def request(*, now=None, applicant=None, **fields):
    """A request from the site, registered by the portal."""
    person = {"name": "Ганна Коваленко", "email": "hanna@example.org", **(applicant or {})}
    fields.setdefault("text", f"Скільки коштував ремонт дороги? {CANARY}")
    receipt = submit("request", actor=Actor.applicant(), idempotency_key=uuid4(), applicant=person, now=now, **fields)
    return InformationRequest.objects.get(pk=receipt.case.pk)


def suggestion(*, now=None, applicant=None, **fields):
    """A suggestion from the site, anonymous unless told otherwise."""
    fields.setdefault("text", f"Поставте лавку біля входу. {CANARY}")
    receipt = submit(
        "suggestion", actor=Actor.applicant(), idempotency_key=uuid4(), applicant=applicant or {}, now=now, **fields
    )
    return Suggestion.objects.get(pk=receipt.case.pk)


def step(case, event, user=None, *, now=None, **fields):
    """Fire an event as `user` (None: the applicant) and give the case as it is then."""
    return fire(Case.objects.get(pk=case.pk).specific, event, actor=as_person(user), now=now, **fields)


def in_work(office, *, now=None, **fields):
    """A request that an official has."""
    return step(request(now=now, **fields), "assign", office.head, now=now, unit=office.unit, assignee=office.official)


def drafted(office, *, now=None, draft_at=None, answer=None, **fields):
    """A request whose answer waits for approval."""
    return step(in_work(office, now=now, **fields), "draft", office.official, now=draft_at or now, **(answer or full()))


def answered(office, *, now=None, at=None, answer=None, **fields):
    """A request that got its answer."""
    case = drafted(office, now=now, draft_at=at, answer=answer, **fields)
    return step(case, "approve", office.head, now=at or now)


def billed(office, *, now=None, **fields):
    """A request whose copies wait for payment."""
    tariff()
    return step(in_work(office, now=now), "bill", office.official, now=now, pages_a4=30, **fields)


def published(office, **fields):
    """An answered request with a public edition."""
    case = answered(office, **fields)
    return step(
        case,
        "edit_public",
        office.official,
        public_title="Вартість ремонту дороги",
        public_text="Скільки коштував ремонт?",
    )


def full(**fields):
    """A full answer."""
    return {"kind": "full", "text": f"Ремонт коштував 1 200 000 грн. {CANARY}-ВІДПОВІДІ", **fields}


def refusal(code="art22-1", **fields):
    """A complete refusal on the ground `code`; name a field with an empty value to leave it out."""
    ground = RefusalGround.objects.get(code=code)
    test = {"interest": "Безпека", "harm": "Шкода", "balance": "Переважає"} if ground.needs_test else {}
    whole = {
        "kind": "refused",
        "text": "Відмовляємо у наданні.",
        "ground": ground.pk,
        "reasons": "Такого документа ми не створювали.",
        "appeal": "Керівникові, Уповноваженому, до суду.",
        "officer_name": "Оксана Мельник",
        "officer_position": "Головна спеціалістка",
        "signed_on": "2026-11-23",
        "signature": "КЕП",
        **test,
    }
    return {**whole, **fields}


def partial(**fields):
    """A complete partial answer."""
    return {**refusal("art22-2"), "kind": "partial", "given_part": "Договір без банківських реквізитів", **fields}


def tariff(**fields):
    """A tariff of the community within the state's caps."""
    values = {"valid_from": "2026-01-01", "act": "Рішення № 5 від 15.01.2026", "a4": "2.00", "payment_details": "UA00"}
    return CopyingTariff.objects.get_or_create(valid_from=values["valid_from"], defaults={**values, **fields})[0]


def kinds_to(address):
    """The kinds of letters written to an address."""
    return set(Letter.objects.filter(recipient=address).values_list("kind", flat=True))


def running(case, name="answer"):
    """The clock of this name that still ticks."""
    return case.clocks.running().get(name=name)


def day_of(case, name="answer"):
    """The last local day of a running clock."""
    return timezone.localdate(running(case, name).due_at)
