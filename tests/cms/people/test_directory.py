"""The directory: tree of units, filters, phones, cards, and what it costs."""

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Unit
from cms.directory import Directory
from cms.models import Appointment, ConsentRecord, Person, Post, UnitProfile
from tests import factories
from tests.support.hostile import BROKEN_BYTES, NASTY, judge, sendable

from .make import SINCE, consent, holds, person, post, text

pytestmark = pytest.mark.django_db


def profile(unit, **fields):
    return UnitProfile.objects.create(unit=unit, **fields)


def test_units_stand_as_a_tree_with_their_heads(client):
    big, small = factories.unit("Управління розвитку"), factories.unit("Сектор туризму")
    profile(big, phone="15-70")
    profile(small, parent=big)
    who = person("Яна Очільна")
    consent(who, "name")
    holds(who, post("Начальник управління", unit=big, is_head=True))
    shown = text(client, "/kontakty/")
    assert shown.index("Управління розвитку") < shown.index("Яна Очільна") < shown.index("Сектор туризму")
    assert "Входить до:" in text(client, f"/kontakty/pidrozdil/{small.pk}/")
    assert "Сектор туризму" in text(client, f"/kontakty/pidrozdil/{big.pk}/")


def test_the_head_comes_first_then_the_order():
    unit = factories.unit()
    names = [("Я", 1, False), ("Б", 1, False), ("Керівник", 900, True)]
    for title, order, is_head in names:
        post(title, unit=unit, order=order, is_head=is_head)
    assert [seat.post.title for seat in Directory("/kontakty/").unit(unit.pk).seats] == ["Керівник", "Б", "Я"]


def test_a_unit_is_not_a_part_of_its_own_part():
    top, part = factories.unit(), factories.unit()
    above = profile(top)
    profile(part, parent=top)
    above.parent = part
    with pytest.raises(ValidationError):
        above.full_clean()
    above.parent = top
    with pytest.raises(ValidationError):
        above.full_clean()


def test_a_circle_in_the_database_hides_nobody(client):
    one, two = factories.unit("Перше коло"), factories.unit("Друге коло")
    profile(one, parent=two)
    profile(two, parent=one)
    shown = text(client, "/kontakty/")
    assert "Перше коло" in shown
    assert "Друге коло" in shown


def test_a_closed_unit_and_its_posts_are_gone(client):
    unit = factories.unit("Ліквідований відділ", is_active=False)
    gone = post("Колишній начальник", unit=unit)
    assert "Ліквідований" not in text(client, "/kontakty/pratsivnyky/")
    assert client.get(f"/kontakty/posada/{gone.slug}/").status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "ЗЕМЕЛЬНИХ"}, {"Землевпорядник"}),
        ({"q": "бухгалтер"}, {"Бухгалтер"}),
        ({"q": "дає довідки"}, {"Архіваріус"}),
        ({"show": "heads"}, {"Голова"}),
        ({"show": "vacant"}, {"Землевпорядник", "Бухгалтер", "Архіваріус", "Голова"}),
        ({"q": "нема такого"}, set()),
    ],
)
def test_filters_narrow_the_list(client, query, found):
    post("Землевпорядник", unit=factories.unit("Відділ земельних відносин"))
    post("Бухгалтер", unit=factories.unit("Фінансовий"))
    post("Архіваріус", duties="Дає довідки з архіву")
    post("Голова", is_head=True)
    main = text(client, "/kontakty/pratsivnyky/", **query).split("<main")[1].split("</main")[0]
    assert {name for name in ("Землевпорядник", "Бухгалтер", "Архіваріус", "Голова") if f">{name}</a>" in main} == found


def test_phones_stand_by_unit_and_a_card_can_be_saved(client):
    unit = factories.unit("Загальний відділ")
    profile(unit, phone="15-71")
    place = post("Секретар; приймальня", unit=unit, phone="15-72", email="s@example.org")
    shown = text(client, "/kontakty/telefony/")
    assert "15-71" in shown
    assert "15-72" in shown
    answer = client.get(f"/kontakty/posada/{place.slug}/vizytka/")
    card = answer.content.decode().replace("\r\n ", "")
    assert answer["Content-Type"].startswith("text/vcard")
    assert "TITLE:Секретар\\; приймальня\r\n" in card
    assert "TEL;TYPE=work:15-72\r\n" in card
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))


def test_english_readers_get_english_names(client):
    unit = factories.unit("Фінансовий відділ")
    profile(unit, name_en="Finance Department")
    post("Начальник", unit=unit, title_en="Head of Finance")
    shown = text(client, "/en/kontakty/pratsivnyky/")
    assert "Finance Department" in shown
    assert "Head of Finance" in shown


@pytest.mark.parametrize(
    "address", ["/kontakty/posada/nema/", "/kontakty/pidrozdil/0/", f"/kontakty/pidrozdil/{'9' * 30}/"]
)
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


QUERIES = ("q", "unit", "show", "kind", "state", "status", "year", "body", "page")
LISTS = ["/kontakty/pratsivnyky/", "/dokumenty/"]
OTHERS = ["/kontakty/telefony/", "/partnery/", "/proiekty/", "/istorii/"]
OTHERS += ["/dokumenty/rss/", "/dokumenty/csv/", "/dokumenty/json/"]


@pytest.mark.parametrize(("addresses", "values"), [(LISTS, NASTY), (OTHERS, NASTY[::6])])
def test_a_stranger_in_the_query_string_gets_a_page(client, addresses, values):
    post()
    for address in addresses:
        for value in values:
            judge(client.get(address, {name: sendable(value)[:600] for name in QUERIES}), (address, value))
        for raw in BROKEN_BYTES[:4]:
            judge(client.generic("GET", address, QUERY_STRING="q=" + raw.decode("latin-1")), (address, raw))


def many(number):
    """Cheap rows: posts of one unit with people and consents."""
    start = Post.objects.count()
    unit = Unit.objects.first() or factories.unit()
    posts = Post.objects.bulk_create(
        Post(title=f"Посада {start + row}", slug=f"posada-{start + row}", unit=unit) for row in range(number)
    )
    people = Person.objects.bulk_create(Person(full_name=f"Людина {start + row}") for row in range(number))
    ConsentRecord.objects.bulk_create(ConsentRecord(person=who, covers_name=True, given_on=SINCE) for who in people)
    Appointment.objects.bulk_create(
        Appointment(post=place, person=who, since=SINCE) for place, who in zip(posts, people, strict=True)
    )


@pytest.mark.parametrize("address", ["", "pratsivnyky/", "telefony/"])
def test_the_directory_costs_the_same_for_many_posts(client, constant_queries, address):
    assert constant_queries(lambda: text(client, f"/kontakty/{address}"), many, few=10, more=190) < 30
