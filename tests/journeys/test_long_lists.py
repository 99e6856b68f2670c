"""Lists that no other test counts ask the database as often for a thousand rows as for ten."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Settlement, StarostaDistrict
from accounts.roles import Role
from casework.enums import Direction
from casework.models import Case, Message
from cms.models import Alert, ContentTag, NewsTopic
from core.models import CalendarDay, MartialLawPeriod
from participation.inquiries.models import CopyingCap, CopyingTariff, RefusalGround, SuggestionTopic
from tests import factories
from tests.casework.making import make_request
from tests.cms.pages import index
from tests.participation.feedback.making import many_summaries, measure_of, published
from tests.support.many import (
    many,
    many_addresses,
    many_cases,
    many_letters,
    many_news,
    many_people,
    many_requests,
    many_units,
)

pytestmark = pytest.mark.django_db
AGES_AGO = date(1900, 1, 1)
PRICES = dict.fromkeys(("a4", "a3", "a4_redacted", "a3_redacted", "scan"), 1)


def name(n):
    return f"Рядок {n}"


def day(n):
    return AGES_AGO + timedelta(days=n)


def alerts(number):
    """Alerts of the whole site, in force now."""
    now = timezone.now()
    many(Alert, number, title=name, section=index(), link_page=index(), expire_at=now + timedelta(hours=1))


def settlements(number):
    """Settlements, each of a district of its own with a starosta."""
    people = iter(many_people(number))
    districts = iter(many(StarostaDistrict, number, name=name, starosta=lambda n: next(people)))
    many(Settlement, number, name=name, district=lambda n: next(districts))


ROWS_OF_STAFF = {
    "wagtailsnippets_cms_alert:list": alerts,
    "wagtailsnippets_cms_newstopic:list": lambda number: many(NewsTopic, number, name=name, slug=lambda n: f"tema-{n}"),
    "wagtailsnippets_cms_contenttag:list": lambda number: many(
        ContentTag, number, name=name, slug=lambda n: f"mitka-{n}"
    ),
    "wagtailsnippets_inquiries_copyingcap:list": lambda number: many(
        CopyingCap, number, valid_from=day, act="Акт", subsistence_minimum=3028, **PRICES
    ),
    "wagtailsnippets_inquiries_copyingtariff:list": lambda number: many(
        CopyingTariff, number, valid_from=day, act="Рішення", payment_details="IBAN", **PRICES
    ),
    "wagtailsnippets_inquiries_refusalground:list": lambda number: many(
        RefusalGround, number, code=lambda n: f"code-{n}", article="ст. 22", text="Текст", valid_from=AGES_AGO
    ),
    "wagtailsnippets_inquiries_suggestiontopic:list": lambda number: many(SuggestionTopic, number, name=name),
    "units:index": many_units,
    "settlements:index": settlements,
    "starosta_districts:index": settlements,
    "letters:index": many_letters,
    "mail_addresses:index": many_addresses,
    "special_days:index": lambda number: many(CalendarDay, number, date=day, kind="day_off", act="Розпорядження"),
    "martial_law:index": lambda number: many(MartialLawPeriod, number, first_day=day, last_day=day, act="Указ"),
    "wagtailusers_users:index": lambda number: many_people(number, Role.OFFICIAL),
    "feedback_staff:index": many_summaries,
    "wagtailadmin_home": many_cases,
}


@pytest.mark.parametrize("screen", ROWS_OF_STAFF)
def test_a_list_of_staff(signed_in, clock, constant_queries, screen):
    browser = signed_in(factories.superuser())
    constant_queries(lambda: read(browser, reverse(screen)), ROWS_OF_STAFF[screen])


def test_pages_of_the_tree(signed_in, constant_queries):
    browser, parent = signed_in(factories.head()), index()
    address = reverse("wagtailadmin_explore", args=[parent.pk])
    constant_queries(lambda: read(browser, address), lambda number: many_news(number, parent))


def read(browser, address):
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


ROWS_OF_EVERYBODY = {
    "/novyny/": alerts,
    "/uchast/": many_summaries,
    "/uchast/pidsumky/?page=2": many_summaries,
    "/uchast/pidsumky/rss/": many_summaries,
    "/zvernennia/": many_requests,
    "/": many_summaries,
    "/zvernennia/propozytsiia/": lambda number: many(SuggestionTopic, number, name=name),
}


@pytest.mark.parametrize("address", ROWS_OF_EVERYBODY)
def test_a_list_of_everybody(client, clock, constant_queries, address):
    constant_queries(lambda: read(client, address), ROWS_OF_EVERYBODY[address], few=30, more=970)


@pytest.mark.parametrize("address", ["/kabinet/", "/kabinet/moi-dani/"])
def test_my_own_cases(signed_in, clock, constant_queries, address):
    me = factories.resident()
    browser = signed_in(me)
    constant_queries(lambda: read(browser, address), lambda number: many_requests(number, submitter=me))


def test_promised_measures_of_everybody_and_of_their_owner(client, signed_in, clock, constant_queries):
    owner = factories.official()
    _summary, theme, _cases = published(6)
    promise = measure_of(theme, owner)
    browser = signed_in(owner)
    fields = {"owner": owner, "owner_position": "Начальник", "theme": theme, "due_on": promise.due_on}

    def fetch():
        read(client, "/uchast/")
        read(browser, reverse("feedback_staff:index"))

    constant_queries(fetch, lambda number: many(type(promise), number, text=name, **fields))


@pytest.mark.parametrize("breakdown", ["dani.csv", "dani.json"])
def test_figures_of_a_summary(client, clock, constant_queries, breakdown):
    summary, _theme, _cases = published(6)

    def add_places(number):
        places = summary.figures["themes"][0]["settlements"]
        places |= {f"Село {len(places) + n}": 9 for n in range(number)}
        summary.figures.pop("public", None)
        summary.save()

    constant_queries(lambda: read(client, f"/uchast/pidsumky/{summary.slug}/{breakdown}"), add_places)


@pytest.mark.parametrize("screen", ["casework_staff:case", "casework_staff:print"])
def test_the_letters_of_a_case(signed_in, clock, constant_queries, screen):
    case = make_request().case
    browser = signed_in(factories.head())

    def write(number):
        many(Message, number, case=case, direction=Direction.values[0], text="Лист")

    constant_queries(lambda: read(browser, reverse(screen, args=[case.pk])), write)
    assert Case.objects.count() == 1
