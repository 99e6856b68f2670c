"""Units, settlements and districts are the administrator's data; what is in use is not deleted."""

import pytest

from accounts.models import Settlement, StarostaDistrict, Unit
from tests.factories import administrator, official, resident, settlement, unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(signed_in):
    """The administrator's browser."""
    return signed_in(administrator())


def village(**fields):
    return {
        "name": "Калинівка",
        "kind": "village",
        "katottg": "",
        "population": "",
        "district": "",
        "order": "10",
        **fields,
    }


def test_a_settlement_is_added_to_its_district(office):
    office.post("/admin/starosta_districts/new/", {"name": "Калинівський", "starosta": ""})
    district = StarostaDistrict.objects.get()
    office.post(
        "/admin/settlements/new/", village(district=district.pk, katottg="UA32080190010012345", population="812")
    )
    place = Settlement.objects.get()
    assert (place.district, place.population) == (district, 812)


@pytest.mark.parametrize(
    "bad",
    [
        {"katottg": "UA123"},
        {"katottg": "12345"},
        {"kind": "planet"},
        {"population": "-5"},
        {"population": "9" * 30},
        {"order": "many"},
        {"name": ""},
        {"district": "77"},
    ],
)
def test_a_bad_settlement_is_refused_beside_the_field(office, bad):
    answer = office.post("/admin/settlements/new/", village(**bad))
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == bad.keys()


def test_a_settlement_stands_once(office):
    settlement("Калинівка")
    assert office.post("/admin/settlements/new/", village()).context["form"].errors


def test_a_unit_is_added_and_changed(office):
    form = {"name": "Відділ реєстрації", "short_name": "", "email": "", "is_active": "on", "order": "1"}
    office.post("/admin/units/new/", form)
    place = Unit.objects.get()
    office.post(f"/admin/units/edit/{place.pk}/", {**form, "short_name": "Реєстрація", "is_active": ""})
    place.refresh_from_db()
    assert (place.short_name, place.is_active) == ("Реєстрація", False)


def test_what_is_in_use_is_not_deleted_and_it_is_said_so(office):
    place, home = unit(), settlement()
    official(unit=place)
    resident(settlement=home)
    for address, model in (
        (f"/admin/units/delete/{place.pk}/", Unit),
        (f"/admin/settlements/delete/{home.pk}/", Settlement),
    ):
        office.get(address)
        assert office.post(address).status_code in (200, 302)
        assert model.objects.exists()


@pytest.mark.parametrize("name", ["units", "settlements", "starosta_districts"])
def test_lists_open_with_any_query(office, name):
    unit(), settlement(), StarostaDistrict.objects.create(name="Перший")
    for query in ("", "?p=-1", "?ordering=zzz", "?q=%00", "?kind=x", "?district=x", "?export=xlsx"):
        assert office.get(f"/admin/{name}/{query}").status_code in (200, 404), query
