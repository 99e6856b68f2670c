"""The catalogue: letters, filters, words, variants, strangers in the query string, and what it costs."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale, PageViewRestriction

from cms.models import SiteSettings
from cms.search_words import root_of
from tests.cms.services import make
from tests.cms.services.make import service, services
from tests.support.weight import HEAVIEST_PAGE, weight

pytestmark = pytest.mark.django_db
LONG_TITLE = "Державна реєстрація змін до відомостей про юридичну особу, що містяться в Єдиному державному реєстрі"


def read(client, query="", address="/posluhy/"):
    response = client.get(f"{address}{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def names(page):
    """The services of the list in its order."""
    return [link.get_text() for link in page.select(".service-line > a")]


def letters(page):
    return [link.get_text() for link in page.select(".letters a")]


def test_services_stand_by_letters_of_the_ukrainian_alphabet(client):
    for title in ("Ящик", "Їдальня", "Ґрунт", "Гараж", "Єдиний квиток", "112"):
        service(title)
    page = read(client)
    assert names(page) == ["112", "Гараж", "Ґрунт", "Єдиний квиток", "Їдальня", "Ящик"]
    assert letters(page) == ["0–9", "Г", "Ґ", "Є", "Ї", "Я"]
    assert [heading.get_text() for heading in page.select("main h2.service-group__letter")] == letters(page)


def test_a_letter_leads_to_its_services_and_keeps_the_other_filters(client):
    for title in ("Гараж", "Ґрунт", "Ґанок"):
        service(title, for_companies=title == "Ґрунт")
    page = read(client, "?audience=companies")
    assert letters(page) == ["Ґ"]
    link = page.select_one(".letters a")["href"]
    assert names(read(client, link)) == ["Ґрунт"]
    assert names(read(client, "?letter=ґ")) == ["Ґанок", "Ґрунт"]
    assert names(read(client, "?letter=%23")) == []


def test_drafts_unlisted_and_restricted_services_are_not_named(client):
    service("Чернетка").unpublish()
    service("За посиланням", show_in_listing=False)
    PageViewRestriction.objects.create(page=service("Для своїх"), restriction_type="login")
    parent = service("Схований паспорт")
    service("Варіант схованого", parent=parent, search_words="варіант")
    parent.unpublish()
    assert names(read(client)) == []
    assert names(read(client, "?q=варіант")) == []


def test_variants_stand_only_beneath_their_service(client):
    parent = service("Паспорт")
    service("Уперше", parent=parent, variant_label="уперше")
    service("Після втрати", parent=parent, variant_label="після втрати", online_url="https://diia.gov.ua/")
    page = read(client)
    assert names(page) == ["Паспорт"]
    assert [link.get_text() for link in page.select(".service-line__variants a")] == ["Уперше", "Після втрати"]
    assert letters(page) == ["П"]


def test_a_service_is_found_by_its_variant(client):
    parent = service("Паспорт")
    service("Після втрати", parent=parent, search_words="загубив", online_url="https://diia.gov.ua/")
    service("Субсидія")
    assert names(read(client, "?q=ЗАГУБИВ")) == ["Паспорт"]
    assert names(read(client, "?way=online")) == ["Паспорт"]


@pytest.mark.parametrize(
    "words",
    [
        "ПРОПИСКА",
        "прописку",
        "реєстрація ПРОЖИВАННЯ",
        "00034",
        "об’єкт",
        "обєкт",
        "Об'єкт",
        "  прописка  ",
        "«прописка",
    ],
)
def test_words_find_whatever_their_case_ending_and_apostrophe(client, words):
    service("Реєстрація місця проживання", lead="Про об’єкт.", code="00034", search_words="прописка, адреса")
    service("Субсидія")
    assert names(read(client, f"?q={words}")) == ["Реєстрація місця проживання"]


def test_roots_keep_figures_and_short_words():
    assert [root_of(word) for word in ("00034", "дім", "паспорта", "дитина", "вода")] == [
        "00034",
        "дім",
        "паспор",
        "дитин",
        "вода",
    ]


def test_every_word_must_be_there(client):
    service("Паспорт дитини")
    assert names(read(client, "?q=паспорт+дитини")) == ["Паспорт дитини"]
    assert names(read(client, "?q=паспорт+авто")) == []


def test_filters_narrow_and_can_be_taken_away(client):
    born, office, veterans = make.situation(), make.provider("ДРАЦС"), make.audience("Ветерани")
    service("Народження", situations=[born], provider=office)
    service("Пільги", audiences=[veterans], online_url="https://diia.gov.ua/")
    service("ФОП", for_people=False, for_sole_traders=True)
    found = {
        f"situation={born.slug}": ["Народження"],
        f"provider={office.slug}": ["Народження"],
        f"audience={veterans.slug}": ["Пільги"],
        "audience=sole-traders": ["ФОП"],
        "audience=people": ["Народження", "Пільги"],
        "way=online": ["Пільги"],
        "way=in-person": ["Народження", "ФОП"],
        f"situation={born.slug}&way=online": [],
    }
    for query, expected in found.items():
        page = read(client, f"?{query}")
        assert names(page) == expected, query
    chips = read(client, f"?situation={born.slug}&q=народження&letter=Н").select(".chips a")
    assert [chip.get_text(" ").split(":")[-1].strip() for chip in chips] == [
        "«народження»",
        "Народилася дитина",
        "Н",
        "Зняти всі",
    ]
    assert chips[0]["href"] == f"?situation={born.slug}&letter=%D0%9D"


def test_ways_in_lead_to_lists_that_are_not_empty(client):
    office, veterans = make.provider("ДРАЦС"), make.audience("Ветерани")
    make.audience("Нікого")
    service(provider=office, audiences=[veterans])
    links = {link.get_text(): link["href"] for link in read(client).select("aside a")}
    assert set(links) == {
        "Фізичні особи",
        "Фізичні особи – підприємці",
        "Юридичні особи",
        "Ветерани",
        "ДРАЦС",
    }
    assert len(names(read(client, links["Ветерани"]))) == len(names(read(client, links["ДРАЦС"]))) == 1


def test_pages_of_the_list_never_overlap(client):
    services(65)
    seen = [names(read(client, f"?page={number}")) for number in (1, 2, 3)]
    assert [len(part) for part in seen] == [30, 30, 5]
    assert len({name for part in seen for name in part}) == 65
    assert names(read(client, "?page=99")) == seen[2]
    assert "65 послуг" in read(client).select_one("main [role=status]").get_text()


def test_an_empty_catalogue_and_an_empty_answer_say_so(client):
    assert "Каталог поки порожній" in read(client).get_text()
    service("Паспорт")
    text = read(client, "?q=нічогісінько").select_one(".empty").get_text()
    assert "За цими умовами послуг немає" in text
    assert "Усі послуги" in text


def test_nothing_found_offers_the_phone(client):
    SiteSettings.objects.update_or_create(site=make.index().get_site(), defaults={"hotline": "15-80"})
    assert "15-80" in read(client, "?q=нічогісінько").select_one(".empty").get_text()


@pytest.mark.parametrize(
    "query",
    [
        "situation=nema",
        "situation=%00",
        "audience=%F0%9F%98%80",
        "provider=' OR 1=1--",
        "way=<script>alert(1)</script>",
        "letter=АБВ",
        "letter=%00",
        "letter=%25",
        "letter=_",
        "q=%00%ED%A0%80",
        'q="',
        "q=%25_%5C",
        "q=" + "слово " * 400,
        "q=" + "а" * 900,
        "page=-5",
        "page=99999999999999999999999",
        "page=last",
        "q=a&q=b&letter=&letter=Х",
        "x=" + "y" * 5000,
    ],
)
def test_a_stranger_in_the_query_string_gets_a_page(client, query):
    service("Паспорт", provider=make.provider(), situations=[make.situation()])
    response = client.get(f"/posluhy/?{query}")
    assert response.status_code in (200, 400, 414)
    assert b"<script>" not in response.content


def test_signs_of_patterns_are_words_like_others(client):
    service("Паспорт")
    assert names(read(client, "?q=%25")) == []
    assert names(read(client, "?q=_______")) == []


def test_an_unknown_filter_shows_nothing_and_says_why(client):
    service("Паспорт", provider=make.provider())
    page = read(client, "?provider=nema-takoho")
    assert names(page) == []
    assert "Оберіть зі списку." in page.get_text()


def test_each_language_has_its_own_catalogue(client):
    situation = make.situation("Переїзд")
    page = service("Реєстрація", situations=[situation])
    english = Locale.objects.get(language_code="en")
    moved = situation.copy_for_translation(english, copy_parents=True)
    moved.title = "Moving house"
    moved.save_revision().publish()
    twin = page.copy_for_translation(english, copy_parents=True)
    twin.title = "Registration"
    twin.save_revision().publish()
    assert names(read(client)) == ["Реєстрація"]
    catalogue = read(client, f"?situation={moved.slug}", "/en/posluhy/")
    assert names(catalogue) == ["Registration"]
    assert "Moving house" in catalogue.select_one("[name=situation]").get_text()


def test_two_thousand_services_cost_as_much_as_ten(client, constant_queries):
    office, born, veterans = make.provider(), make.situation(), make.audience()
    first = service("Абонемент", provider=office, situations=[born], audiences=[veterans])
    service("Варіант", parent=first, provider=office)
    query = f"?q=державна&audience=people&situation=&provider={office.slug}"

    def fetch():
        for address in ("/posluhy/", f"/posluhy/{query}"):
            page = client.get(address)
            assert page.status_code == 200
            assert weight(page.content.decode()) < HEAVIEST_PAGE

    def make_rows(number):
        services(number, provider=office, title=LONG_TITLE, online_url="https://diia.gov.ua/")
        fetch()

    assert constant_queries(fetch, make_rows, few=40, more=1960) < 60
