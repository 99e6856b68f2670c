"""The page of a service: every fact from a field, in the order in which a reader needs it, and nothing empty."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone, translation
from wagtail.models import Locale

from cms import service_card
from cms.models import FeeRow, LegalActRow, RefusalGround, RequiredDocument, ServicePage, TermRow
from tests.cms.pages import BROWSER
from tests.cms.services import make
from tests.cms.services.make import service, step

pytestmark = pytest.mark.django_db


def read(client, page):
    response = client.get(page.get_url(), headers={"user-agent": BROWSER})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(node):
    return " ".join(node.get_text(" ").split())


@pytest.fixture
def full(clock):
    """A service with everything filled in."""
    return service(
        "Реєстрація місця проживання",
        code="00034",
        provider=make.provider(phone="(044) 000-00-01", email="reiestr@example.org"),
        who_may_apply="Громадяни України.",
        online_url="https://diia.gov.ua/",
        online_note="Ви перейдете на портал Дія.",
        result="Витяг із реєстру.",
        ways_to_receive=["online", "in_person"],
        how_to_appeal="До суду протягом шести місяців.",
        is_demo=True,
        checked_on=date(2026, 11, 2),
        algorithm=[step("Підготуйте документи"), step("Подайте заяву")],
        documents=[
            RequiredDocument(name="Паспорт", kind="shown"),
            RequiredDocument(name="Заява", kind="original", sample=make.sample("Зразок: проживання")),
            RequiredDocument(name="Довіреність", kind="copy", condition="заяву подає представник", note="чинна"),
            RequiredDocument(name="Відомості про право власності", kind="register"),
        ],
        fees=[
            FeeRow(for_whom="Вчасно", amount=Decimal("51.36"), how_to_pay="Карткою", payment_details="UA00"),
            FeeRow(for_whom="Переселенці", is_free=True, ground="стаття 5"),
        ],
        terms=[TermRow(length=1, unit="working", counted_from="день подання", note="крім свят")],
        refusal_grounds=[RefusalGround(text="Подано не всі документи", law="стаття 18")],
        legal_acts=[
            LegalActRow(
                title="Закон № 1", number="1871-IX", adopted_on=date(2021, 11, 5), url="https://zakon.rada.gov.ua/"
            )
        ],
        places=[make.place("Центр у Зразковому", address="вул. Центральна, 1")],
        situations=[make.situation("Переїзд")],
        samples=[make.sample("Заява про витяг")],
        related_services=[service("Витяг із реєстру")],
        tags=["Житло"],
    )


def test_the_order_of_reading(client, full):
    make.notice(full)
    service("Дитини", parent=full, variant_label="дитини до 14 років")
    page = words(read(client, full).select_one("main"))
    order = [
        "Демонстрація",
        "Вартість",
        "Послугу зараз обмежено",
        "Оберіть свій випадок",
        "Що потрібно",
        "Крок за кроком",
        "Центр у Зразковому",
        "Скільки коштує",
        "Скільки це триває",
        "Що ви отримаєте",
        "Ви перейдете на портал Дія.",
        "Чому можуть відмовити",
        "Як оскаржити",
        "Нормативні акти",
        "Перевірено 2 листопада 2026",
        "Заява про витяг",
        "Пов’язані послуги",
        "Переїзд",
        "Житло",
    ]
    found = [page.find(part) for part in order]
    assert -1 not in found, order[found.index(-1)]
    assert found == sorted(found)


def test_every_fact_is_printed(client, full):
    page = words(read(client, full).select_one("main"))
    for fact in (
        "00034",
        "Відділ реєстрації",
        "(044) 000-00-01",
        "Громадяни України.",
        "51,36 грн",
        "Карткою",
        "UA00",
        "стаття 5",
        "1 робочий день",
        "Відлік: день подання",
        "крім свят",
        "Витяг із реєстру.",
        "особисто в центрі",
        "в електронному кабінеті",
        "(стаття 18)",
        "До суду протягом шести місяців.",
        "Закон № 1 від 5 листопада 2021 № 1871-IX",
        "вул. Центральна, 1",
    ):
        assert fact in page, fact


def test_documents_are_grouped_by_what_the_reader_does_with_them(client, full):
    groups = read(client, full).select(".needed")
    assert [words(group.h3) for group in groups] == [
        "Принесіть оригінал",
        "Принесіть копію",
        "Покажіть, документ залишиться у вас",
        "Не приносьте: візьмемо з реєстру",
    ]
    assert words(groups[1].li) == "Лише якщо заяву подає представник: Довіреність чинна"
    assert "Зразок: проживання" in words(groups[0].a)
    assert groups[0].a["href"].startswith("/zrazky/")


def test_a_bare_service_prints_no_empty_headings(client):
    page = read(client, service("Проста послуга", for_people=False))
    assert [words(found) for found in page.select("main h2")] == [
        "Чи була ця сторінка корисною?",
        "На папері",
        "Допоможіть поліпшити послугу",
    ]
    assert not page.select("main :is(ul, ol, dl):empty")
    assert "Демонстрація" not in words(page)
    assert not [found for found in page.select("main dl") if not found.select("dd")]


def test_search_words_are_never_printed(client):
    assert "прописка" not in str(read(client, service(search_words="прописка")))


def test_links_elsewhere_say_where_they_lead(client, full):
    link = read(client, full).select_one("#online ~ p a")
    assert link["href"] == "https://diia.gov.ua/"
    assert "Ви перейдете" in words(link.parent)


def test_hostile_words_stay_words(client):
    page = service(
        "<script>alert(1)</script>",
        lead="</script><b>x",
        how_to_appeal="<img src=x onerror=y>",
        fees=[FeeRow(for_whom="</script><script>", is_free=True)],
    )
    html = client.get(page.get_url()).content.decode()
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    data = BeautifulSoup(html, "html.parser").select_one('script[type="application/ld+json"]').string
    assert json.loads(data)["description"] == "</script><b>x"


def test_search_engines_read_the_same(client, full):
    data = json.loads(read(client, full).select_one('script[type="application/ld+json"]').string)
    assert data["@type"] == "GovernmentService"
    assert data["provider"] == {
        "@type": "GovernmentOrganization",
        "name": "Відділ реєстрації",
        "telephone": "(044) 000-00-01",
        "email": "reiestr@example.org",
    }
    assert [(offer["price"], offer["priceCurrency"]) for offer in data["offers"]] == [("51.36", "UAH"), ("0", "UAH")]


def test_variants_are_a_choice_on_the_parent_and_know_it(client):
    parent = service("Паспорт")
    first = service("Паспорт уперше", parent=parent, variant_label="уперше")
    hidden = service("Паспорт-чернетка", parent=parent, variant_label="чернетка")
    hidden.unpublish()
    page = read(client, parent)
    assert [(words(link.b), link["href"]) for link in page.select(".task")] == [("Уперше", first.get_url())]
    assert read(client, first).select_one(".page-head__kicker a")["href"] == parent.get_url()


def test_a_variant_has_no_variants():
    parent = service("Паспорт")
    variant = service("Паспорт уперше", parent=parent)
    assert ServicePage.can_create_at(parent)
    assert not ServicePage.can_create_at(variant)
    assert not parent.can_move_to(variant)
    assert variant.can_move_to(service("Інша послуга"))


def test_the_link_to_improve_fills_in_the_form(client):
    page = service("Субсидія & пільги")
    link = read(client, page).select_one("#improve ~ p a")["href"]
    assert link.startswith("/zvernennia/propozytsiia/?service=")
    form = BeautifulSoup(client.get(link).content, "html.parser")
    assert form.select_one("[name=service]")["value"] == "Субсидія & пільги"


@pytest.mark.parametrize(
    "query", ["service=%00", "service=" + "я" * 3000, "service=%ED%A0%80", "service=%3Cscript%3E", "service"]
)
def test_a_strange_service_in_that_link_does_no_harm(client, query):
    response = client.get(f"/zvernennia/propozytsiia/?{query}")
    assert response.status_code in (200, 400)
    assert b'value="<script' not in response.content


def test_unpublished_samples_and_services_are_not_linked(client):
    sample, other = make.sample("Стара заява"), service("Скасована послуга")
    sample.unpublish()
    other.unpublish()
    page = service(
        samples=[sample], related_services=[other], documents=[RequiredDocument(name="Заява", sample=sample)]
    )
    text = words(read(client, page))
    assert "Стара заява" not in text
    assert "Скасована послуга" not in text


def test_the_english_twin_leads_to_english_twins(client):
    english = Locale.objects.get(language_code="en")
    situation = make.situation("Переїзд")
    page = service("Реєстрація", situations=[situation], fees=[FeeRow(for_whom="All", amount=Decimal("1500"))])
    moved = situation.copy_for_translation(english, copy_parents=True)
    moved.title = "Moving house"
    moved.save_revision().publish()
    twin = page.copy_for_translation(english, copy_parents=True)
    twin.title = "Registration"
    twin.save_revision().publish()
    html = read(client, twin)
    assert html.select_one("#situations ~ ul a")["href"] == moved.get_url()
    assert "UAH 1,500" in words(html)
    assert 'hreflang="uk"' in str(html.head)


def test_the_page_costs_the_same_for_long_lists(client, constant_queries):
    page = service("Реєстрація")
    example = make.sample()

    def make_rows(number):
        again = ServicePage.objects.get(pk=page.pk)
        again.documents.add(*[RequiredDocument(name=f"Документ {n}", sample=example) for n in range(number)])
        again.fees.add(*[FeeRow(for_whom=f"Група {n}", is_free=True) for n in range(number)])
        again.save()
        make.services(number, parent=again, title="Варіант")
        client.get(page.get_url())

    assert constant_queries(lambda: read(client, page), make_rows, few=10, more=40) < 45


def fee(**fields):
    return FeeRow(for_whom="Усі", **fields)


@pytest.mark.parametrize(
    ("fees", "said"),
    [
        ([], ""),
        ([fee(is_free=True), fee(is_free=True)], "безоплатно"),
        ([fee(amount=Decimal("558.00"))], "558 грн"),
        ([fee(amount=Decimal("1057.50"), amount_note="за 10 днів")], "1 057,50 грн (за 10 днів)"),
        ([fee(amount_note="0,05 прожиткового мінімуму")], "0,05 прожиткового мінімуму"),
        ([fee(amount=Decimal("558")), fee(amount=Decimal("1057"))], "від 558 грн до 1 057 грн"),
        ([fee(amount=Decimal("558")), fee(amount=Decimal("558"))], "558 грн"),
        ([fee(is_free=True), fee(amount=Decimal("558"))], "для декого безоплатно, для інших до 558 грн"),
        ([fee(amount=Decimal("558")), fee(amount_note="1 %")], "залежить від випадку, дивіться розділ про плату"),
    ],
)
def test_the_cost_in_a_few_words(fees, said):
    with translation.override("uk"):
        assert service_card.cost_words(fees).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (TermRow(length=1, unit="working"), "1 робочий день"),
        (TermRow(length=22, unit="calendar"), "22 календарні дні"),
        (TermRow(length=30, unit="calendar"), "30 календарних днів"),
        (TermRow(length=24, unit="hours"), "24 години"),
        (TermRow(unit="at_once"), "під час звернення"),
    ],
)
def test_the_term_in_words(term, said):
    with translation.override("uk"):
        assert service_card.term_words(term) == said


def test_notices_show_only_in_their_time(client, clock):
    page, now = service("Паспорт"), timezone.now()
    make.notice(page, "Минуло", since=now - timedelta(days=2), until=now - timedelta(minutes=1))
    make.notice(page, "Ще не час", since=now + timedelta(minutes=1))
    make.notice(page, "Зараз", since=now - timedelta(days=1), until=now + timedelta(hours=1))
    make.notice(service("Інша"), "Чуже")
    shown = [words(found) for found in read(client, page).select("main .notice")]
    assert len(shown) == 1
    assert "Зараз" in shown[0]
    clock.shift(timedelta(hours=2))
    assert ["Ще не час" in words(found) for found in read(client, page).select("main .notice")] == [True]


def test_a_variant_shows_the_notice_of_its_service_and_a_twin_that_of_its_original(client, clock):
    parent = service("Паспорт")
    variant = service("Паспорт уперше", parent=parent)
    make.notice(parent, "Немає бланків.", state="changed")
    assert "Немає бланків." in words(read(client, variant))
    twin = parent.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    twin.save_revision().publish()
    notice = read(client, twin).select_one("main .notice")
    assert "The service has changed for a while" in words(notice)
    assert notice.select_one("[lang=uk]").get_text() == "Немає бланків."


def test_the_page_leads_to_its_paper(client):
    page = read(client, service("Проста послуга"))
    found = [link["href"] for link in page.select("#on-paper ~ ul a")]
    assert [address.rsplit("/", 1)[-1] for address in found] == ["lystivka.pdf", "kartka.pdf"]
    for address in found:
        assert client.get(address)["Content-Type"] == "application/pdf"
