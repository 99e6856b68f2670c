"""Publish the demo services with their providers and audiences."""

from datetime import date, timedelta

from django.utils import timezone

from accounts.models import Unit, User
from cms.models import Audience, ServiceIndexPage, ServicePage, ServiceProvider
from cms.models.services import FeeRow, LegalActRow, RefusalGround, RequiredDocument, TermRow
from home.demo.places import CENTRE, LAND, WELFARE
from home.tree import ensure_tree

from . import children, family, livelihood, property, residence, support, welfare

SERVICES = [
    *residence.SERVICES,
    *family.SERVICES,
    *children.SERVICES,
    *welfare.SERVICES,
    *support.SERVICES,
    *property.SERVICES,
    *livelihood.SERVICES,
]
# key: name, name in English, unit of the community that answers for the page
PROVIDERS = {
    "council": ("Виконавчий комітет Зразкової селищної ради", "Executive Committee of Zrazkove Council", CENTRE),
    "welfare": (
        "Відділ соціального захисту населення Зразкової селищної ради",
        "Social Protection Department",
        WELFARE,
    ),
    "architecture": (
        "Відділ земельних відносин та архітектури Зразкової селищної ради",
        "Land and Architecture Department",
        LAND,
    ),
    "registrar": ("Державний реєстратор Зразкової селищної ради", "State Registrar of Zrazkove Council", CENTRE),
    "civil": ("Відділ державної реєстрації актів цивільного стану", "Civil Status Registration Office", CENTRE),
    "migration": ("Державна міграційна служба України", "State Migration Service of Ukraine", CENTRE),
    "pension": ("Пенсійний фонд України", "Pension Fund of Ukraine", CENTRE),
    "veterans": ("Міністерство у справах ветеранів України", "Ministry of Veterans Affairs of Ukraine", WELFARE),
    "land": ("Державна служба України з питань геодезії, картографії та кадастру", "StateGeoCadastre", LAND),
    "justice": ("Міністерство юстиції України", "Ministry of Justice of Ukraine", CENTRE),
    "interior": ("Головний сервісний центр МВС", "Main Service Centre of the Ministry of Internal Affairs", CENTRE),
}
AUDIENCES = {
    "Батьки": "Parents",
    "Молодь": "Young people",
    "Люди старшого віку": "Older people",
    "Люди з інвалідністю": "People with disabilities",
    "Внутрішньо переміщені особи": "Internally displaced persons",
    "Ветерани та їхні сім’ї": "Veterans and their families",
    "Підприємці": "Entrepreneurs",
}
APPEAL = (
    "Рішення, дію чи бездіяльність адміністратора або суб’єкта надання послуги можна оскаржити до його керівника чи "
    "до органу вищого рівня протягом 30 календарних днів (Закон України «Про адміністративну процедуру», стаття 80) або до суду "
    "протягом шести місяців (Кодекс адміністративного судочинства України, стаття 122)."
)
ROWS = {
    "fees": FeeRow,
    "terms": TermRow,
    "documents": RequiredDocument,
    "refusals": RefusalGround,
    "acts": LegalActRow,
}
RELATIONS = {"refusals": "refusal_grounds", "acts": "legal_acts"}
CHECKED_DAYS_AGO = (20, 75, 140, 210, 300, 340, 372, 401)


def load():
    """Publish what is missing; services that exist, edited or not, are left alone."""
    index = ServiceIndexPage.objects.child_of(ensure_tree()).first()
    if index is None:
        return
    providers, audiences = _providers(), _audiences()
    people = [User.objects.filter(email=f"{mailbox}@example.org").first() for mailbox in ("editor", "head")]
    known = set(ServicePage.objects.child_of(index).values_list("slug", flat=True))
    for number, entry in enumerate(SERVICES):
        if entry["slug"] not in known:
            _publish(index, number, entry, providers, audiences, people)


def _providers():
    found = {}
    for key, (name, english, unit) in PROVIDERS.items():
        provider = ServiceProvider.objects.get_or_create(name=name, defaults={"name_en": english})[0]
        found[key] = provider, Unit.objects.filter(name=unit).first()
    return found


def _audiences():
    return {
        name: Audience.objects.get_or_create(name=name, defaults={"name_en": english, "order": order * 10})[0]
        for order, (name, english) in enumerate(AUDIENCES.items(), 1)
    }


def _publish(index, number, entry, providers, audiences, people):
    editor, head = people
    provider, unit = providers[entry["provider"]]
    page = ServicePage(
        provider=provider,
        responsible_unit=unit,
        keeper=editor,
        owner=editor,
        is_demo=True,
        checked_on=timezone.localdate() - timedelta(days=CHECKED_DAYS_AGO[number % len(CHECKED_DAYS_AGO)]),
        how_to_appeal=APPEAL,
        **_facts(entry),
    )
    for key, model in ROWS.items():
        rows = [model(sort_order=order, **_dated(row)) for order, row in enumerate(entry.get(key, ()))]
        setattr(page, RELATIONS.get(key, key), rows)
    page.audiences = [audiences[name] for name in entry.get("audiences", ())]
    page.tags.add(*entry["tags"])
    index.add_child(instance=page)
    page.save_revision(user=editor).publish(user=head)


def _facts(entry):
    """The fields of the page that the entry tells under names of its own."""
    kinds = entry.get("for", ["people"])
    online_url, online_note = entry.get("online", ("", ""))
    return {
        **{name: entry[name] for name in ("title", "slug", "lead", "result", "search_words")},
        "code": entry.get("code", ""),
        "for_people": "people" in kinds,
        "for_sole_traders": "sole_traders" in kinds,
        "for_companies": "companies" in kinds,
        "who_may_apply": entry["who"],
        "on_mobile_visits": entry.get("mobile", False),
        "ways_to_receive": entry["receive"],
        "online_url": online_url,
        "online_note": online_note,
        "algorithm": [("step", step) for step in entry["steps"]],
    }


def _dated(row):
    """Turn the text of a date into a date."""
    adopted_on = row.get("adopted_on")
    return {**row, "adopted_on": date.fromisoformat(adopted_on)} if adopted_on else row
