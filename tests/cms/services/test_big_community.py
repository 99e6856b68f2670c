"""A site with two thousand services: every list that names or leads to services costs and weighs what it did with ten."""

import pytest
from django.test import Client

from cms.models import ServicePage, SituationPage
from tests.cms.services import make

pytestmark = pytest.mark.django_db
FEW, MANY = 10, 2000
HEAVIEST = 100_000


def spread(situations, places, samples):
    """Give each service one situation and one sample by turns, and every place."""
    services = ServicePage.objects.order_by("pk").values_list("pk", flat=True)
    for name, pages, by_turns in (
        ("situations", situations, True),
        ("samples", samples, True),
        ("places", places, False),
    ):
        table = ServicePage._meta.get_field(name).remote_field.through
        column = f"{ServicePage._meta.get_field(name).related_model._meta.model_name}_id"
        table.objects.all().delete()
        rows = [
            table(servicepage_id=service, **{column: page.pk})
            for number, service in enumerate(services)
            for page in ([pages[number % len(pages)]] if by_turns else pages)
        ]
        table.objects.bulk_create(rows, batch_size=300)


@pytest.fixture
def community():
    """Situations, places and samples; gives a function that adds services and spreads them, and the addresses of the lists."""
    situations = [make.situation(f"Ситуація {number}") for number in range(16)]
    places = [make.place(f"Місце {number}") for number in range(3)]
    samples = [make.sample(f"Зразок {number}") for number in range(16)]

    def add(number):
        make.services(number)
        spread(situations, places, samples)

    pages = [situations[0], places[0], samples[0]]
    addresses = ["/", "/posluhy/", "/posluhy/?q=послуга&page=3", "/zhyttievi-sytuatsii/", "/zrazky/", "/tsentry/"]
    addresses += ["/mobilnyi-tsnap/", "/dovidnyk/", "/znaity-posluhu/", *(page.get_url() for page in pages)]
    return add, addresses


def test_lists_cost_the_same_and_stay_light(community, constant_queries):
    add, addresses = community
    client, weights = Client(), {}

    def read():
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 200, address
            weights[address] = len(answer.content)

    constant_queries(read, add, few=FEW, more=MANY - FEW)
    assert ServicePage.objects.live().count() == MANY
    assert SituationPage.objects.first().services.count() == MANY / 16
    assert {address: weight for address, weight in weights.items() if weight > HEAVIEST} == {}
    assert "І ще 1900 послуг." in client.get(addresses[-2]).content.decode()
