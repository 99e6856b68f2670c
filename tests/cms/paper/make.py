"""Services, places and files for tests of paper and of importers."""

from datetime import date, time
from itertools import count

from cms.models import (
    FeeRow,
    LegalActRow,
    OpeningInterval,
    PlaceIndexPage,
    PlacePage,
    PlacePhone,
    RefusalGround,
    RequiredDocument,
    ServiceIndexPage,
    ServicePage,
    ServiceProvider,
    TermRow,
)
from tests import factories

_numbers = count(1)
WORDS = ("ґанок", "Єдиний", "їхній", "ім’я")


def catalogue(language="uk"):
    """The catalogue that came with the site."""
    return ServiceIndexPage.objects.get(locale__language_code=language)


def step(title, **fields):
    """One step of the algorithm."""
    value = {"title": title, "joins": "then", "optional": False, "where": ["centre"], "takes": "", "body": ""}
    return ("step", {**value, **fields})


def place(title="ЦНАП, смт Зразкове", **fields):
    """A published place, open on working days from 8 to 17 with a break."""
    index = PlaceIndexPage.objects.get(locale__language_code="uk")
    page = PlacePage(title=title, settlement=factories.settlement(), address="вул. Ґрунтова, 5", **fields)
    page.intervals = [OpeningInterval(weekday=day, opens=time(8), closes=time(17)) for day in range(5)]
    page.intervals.add(OpeningInterval(weekday=0, opens=time(13), closes=time(14), kind="break"))
    page.phones = [PlacePhone(number="0 (5372) 2-11-22")]
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def service(title="", *, parent=None, live=True, **fields):
    """A service with a little of everything."""
    number = next(_numbers)
    fields.setdefault("lead", "Довідка про їхній ґанок, яку видає Єдиний центр.")
    fields.setdefault("who_may_apply", "Кожна повнолітня особа, яка назве своє ім’я.")
    fields.setdefault("algorithm", [step("Заповніть заяву", body="<p>На їхній <b>стійці</b>.</p>"), step("Отримайте")])
    page = ServicePage(title=title or f"Послуга {number}", code=f"{number:05}", live=live, **fields)
    page.documents = [
        RequiredDocument(name="Паспорт ґ", kind="shown"),
        RequiredDocument(name="Витяг із реєстру", kind="register"),
    ]
    page.fees = [FeeRow(for_whom="дорослі", amount="1234.50", ground="ст. 5"), FeeRow(for_whom="діти", is_free=True)]
    page.terms = [TermRow(variant="звичайний", length=10, unit="working"), TermRow(variant="зразу", unit="at_once")]
    page.refusal_grounds = [RefusalGround(text="Подано не всі документи", law="ст. 13")]
    page.legal_acts = [LegalActRow(title="Закон про ґанки", number="5203-VI", adopted_on=date(2012, 9, 6))]
    (parent or catalogue()).add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return ServicePage.objects.get(pk=page.pk)


def provider(name="Державна міграційна служба"):
    """A provider."""
    return ServiceProvider.objects.get_or_create(name=name)[0]
