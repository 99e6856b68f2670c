"""What editors see: the list of services with its filters, tabs and counters of the form, notices, rights."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from cms.models import ServiceNotice, ServicePage, TermRow
from cms.notices import notices_for
from tests import factories
from tests.cms.services import make
from tests.cms.services.make import service, services

pytestmark = pytest.mark.django_db
LIST = "/admin/posluhy/"


@pytest.fixture
def desk(signed_in):
    return signed_in(factories.editor())


def listed(desk, query=""):
    response = desk.get(f"{LIST}results/{query}")
    assert response.status_code == 200
    rows = BeautifulSoup(response.content, "html.parser").select("tbody td.title .title-wrapper > a")
    return [row.get_text(strip=True) for row in rows]


def test_services_are_listed_by_the_ukrainian_alphabet_with_their_variants(desk):
    parent = service("Ґрунт")
    service("Гараж", parent=parent)
    service("Їдальня").unpublish()
    assert listed(desk) == ["Гараж", "Ґрунт", "Їдальня"]


def test_words_are_found_whatever_their_case(desk):
    service("Реєстрація місця проживання", search_words="прописка")
    service("Субсидія")
    assert listed(desk, "?q=ПРОПИСКА") == ["Реєстрація місця проживання"]
    assert listed(desk, "?q=проживання+РЕЄСТРАЦІЯ") == ["Реєстрація місця проживання"]


def test_filters(desk, clock):
    office, veterans = make.provider(), make.audience()
    service("Вчасно", provider=office, checked_on=date(2026, 11, 1))
    service("Давно", audiences=[veterans], checked_on=date(2025, 1, 1), for_companies=True)
    service("Ніколи", provider=office).unpublish()
    changed = ServicePage.objects.get(title="Давно")
    changed.lead = "Нове."
    changed.save_revision()
    expected = {
        f"provider={office.pk}": ["Вчасно", "Ніколи"],
        f"audiences={veterans.pk}": ["Давно"],
        "applicant=for_companies": ["Давно"],
        "check=due": ["Давно", "Ніколи"],
        "check=fresh": ["Вчасно"],
        "state=live": ["Вчасно", "Давно"],
        "state=draft": ["Ніколи"],
        "state=changed": ["Давно"],
        f"provider={office.pk}&check=due&q=ніколи": ["Ніколи"],
    }
    for query, names in expected.items():
        assert listed(desk, f"?{query}") == names, query


@pytest.mark.parametrize(
    "query", ["provider=nema", "check=x", "state=%00", "ordering=password", 'q="', "q=%00", "p=zz"]
)
def test_a_stranger_in_the_query_string_does_no_harm(desk, query):
    service()
    assert desk.get(f"{LIST}?{query}").status_code in (200, 302, 404)


@pytest.mark.parametrize("ordering", ["sort_key", "-sort_key", "code", "provider__name", "-check_due_on", "live"])
def test_columns_sort(desk, ordering):
    service(provider=make.provider())
    service(checked_on=date(2026, 1, 1))
    assert len(listed(desk, f"?ordering={ordering}")) == 2
    assert len(listed(desk, f"?ordering={ordering}&q=послуга")) == 2


def test_the_state_of_checking_is_said(desk, clock):
    service(checked_on=date(2025, 11, 22))
    service(checked_on=date(2026, 11, 22))
    service()
    text = desk.get(LIST).content.decode()
    for words in ("час перевірити з 22.11.2026", "до 22.11.2027", "ще не перевіряли"):
        assert words in text


def test_the_list_costs_no_more_than_one_page_of_it(desk, constant_queries):
    """Wagtail asks about the buttons of every row it shows; nothing is asked about the rows that it does not show."""
    office = make.provider()
    constant_queries(lambda: desk.get(LIST), lambda number: services(number, provider=office), few=30, more=60)


def test_the_form_has_five_tabs_and_counts_characters(desk):
    page = BeautifulSoup(desk.get(reverse("wagtailadmin_pages:edit", args=[service().pk])).content, "html.parser")
    tabs = [tab.get_text(" ").split("(")[0].strip() for tab in page.select("[role=tab][href^='#tab-']")]
    assert tabs[1:3] == ["Крок за кроком", "Зв’язки"]
    assert len(tabs) == 5
    assert page.select_one("[name=title]")["data-limit"] == "120"
    assert "{n}" in page.select_one("[name=lead]")["data-counter"]
    assert page.select_one("script[src*='js/counter'][type=module]")


def test_an_editor_makes_a_service_from_nothing(desk):
    form = {
        **{"title": "Довідка", "slug": "", "lead": "Отримати довідку.", "for_people": "on", "check_every_days": "365"},
        **{"show_in_listing": "on", "algorithm-count": "0", "action-publish": "1"},
    }
    for rows in ("documents", "fees", "terms", "refusal_grounds", "legal_acts", "comments"):
        form |= {f"{rows}-{name}_FORMS": value for name, value in (("TOTAL", "0"), ("INITIAL", "0"))}
        form |= {f"{rows}-MIN_NUM_FORMS": "0", f"{rows}-MAX_NUM_FORMS": "1000"}
    address = reverse("wagtailadmin_pages:add", args=["cms", "servicepage", make.index().pk])
    assert desk.get(address).status_code == 200
    response = desk.post(address, form)
    assert response.status_code == 302, BeautifulSoup(response.content, "html.parser").select(".w-field__errors")
    page = ServicePage.objects.get(title="Довідка")
    assert (page.slug, page.letter) == ("dovidka", "Д")


def test_notices_end_after_they_start():
    now = timezone.now()
    with pytest.raises(ValidationError):
        ServiceNotice(service=service(), text="x", since=now, until=now - timedelta(hours=1)).full_clean()


def test_notices_of_many_services_cost_one_query(django_assert_num_queries):
    pages = [service() for _ in range(5)]
    for page in pages:
        make.notice(page)
    with django_assert_num_queries(1):
        assert {notice.service.title for notice in notices_for(pages)} == {page.title for page in pages}
    with django_assert_num_queries(0):
        assert notices_for([]) == []


def test_a_notice_of_an_unpublished_service_is_not_told():
    page = service()
    make.notice(page)
    page.unpublish()
    assert notices_for([page]) == []


@pytest.mark.parametrize("model", ["servicenotice", "serviceprovider", "audience"])
def test_snippets_open_and_can_be_searched(desk, model):
    make.notice(service(provider=make.provider(), audiences=[make.audience()]))
    for query in ("", "?q=обіду", "?q=%22"):
        assert desk.get(reverse(f"wagtailsnippets_cms_{model}:list") + query).status_code == 200
    assert desk.get(reverse(f"wagtailsnippets_cms_{model}:add")).status_code == 200


def test_lists_of_snippets_cost_the_same(desk, constant_queries):
    page = service()
    address = reverse("wagtailsnippets_cms_servicenotice:list")
    constant_queries(
        lambda: desk.get(address), lambda number: [make.notice(page) for _ in range(number)], few=5, more=10
    )


@pytest.mark.parametrize(("role", "may"), [(Role.EDITOR, False), (Role.PRESS_OFFICER, False), (Role.HEAD, True)])
def test_only_the_head_deletes_providers(signed_in, role, may):
    browser = signed_in(factories.in_role(role))
    address = reverse("wagtailsnippets_cms_serviceprovider:delete", args=[make.provider().pk])
    assert (browser.get(address).status_code == 200) is may


def test_a_provider_in_use_stays(signed_in):
    office = make.provider()
    service(provider=office)
    browser = signed_in(factories.head())
    browser.post(reverse("wagtailsnippets_cms_serviceprovider:delete", args=[office.pk]))
    assert type(office).objects.filter(pk=office.pk).exists()


@pytest.mark.parametrize(
    "fields", [{"unit": "working"}, {"unit": "working", "length": 0}, {"unit": "at_once", "length": 3}]
)
def test_the_database_refuses_a_term_without_its_length(fields):
    page = service("Довідка")
    with pytest.raises(IntegrityError), transaction.atomic():
        TermRow.objects.create(service=page, **fields)
