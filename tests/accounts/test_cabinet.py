"""The cabinet gathers what the rooms have for this resident; the details are the person's own."""

import pytest

from accounts import cabinet
from accounts.models import User
from tests.factories import settlement

pytestmark = pytest.mark.django_db
PROFILE = "/kabinet/profil/"


@pytest.fixture
def sections(monkeypatch):
    """No sections but those of the test."""
    monkeypatch.setattr(cabinet, "_sections", {})
    return cabinet


def test_sections_stand_in_their_order_and_empty_ones_are_left_out(signed_in, olena, sections):
    empty = "components/empty.html"
    sections.register(20, lambda request: (empty, {"title": "Second"}))
    sections.register(30, lambda request: None)
    sections.register(10, lambda request: (empty, {"title": f"First of {request.user.name}"}))
    text = signed_in(olena).get("/kabinet/").content.decode()
    assert text.index("First of Олена Коваль") < text.index("Second")


def test_an_empty_cabinet_says_so(signed_in, olena, sections):
    answer = signed_in(olena).get("/kabinet/")
    assert answer.status_code == 200
    assert 'class="empty"' in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_a_section_cannot_bring_markup_of_a_resident(signed_in, olena, sections):
    sections.register(1, lambda request: ("components/empty.html", {"title": "<script>alert(1)</script>"}))
    assert "<script>alert" not in signed_in(olena).get("/kabinet/").content.decode()


def test_details_are_changed(signed_in, olena):
    village = settlement("Калинівка")
    details = {"name": " Олена  Мельник ", "phone": "044 123 45 67", "postal_address": "вул. Садова, 1"}
    answer = signed_in(olena).post(PROFILE, {**details, "settlement": village.pk, "language": "en"})
    assert answer.url == PROFILE
    olena.refresh_from_db()
    assert (olena.name, olena.settlement, olena.language) == ("Олена Мельник", village, "en")
    assert list(User.objects.found_by("МЕЛЬНИК 0441234567")) == [olena]


def test_nothing_in_the_details_is_obligatory(signed_in, olena):
    assert signed_in(olena).post(PROFILE, {"language": "uk"}).status_code == 302


@pytest.mark.parametrize(
    "bad",
    [
        {"language": "xx"},
        {"settlement": "999999"},
        {"settlement": "-1"},
        {"settlement": "9" * 40},
        {"phone": "call me"},
        {"name": "я" * 201},
        {"postal_address": "x" * 1_000_00},
    ],
)
def test_bad_details_are_told_beside_the_field_and_nothing_changes(signed_in, olena, bad):
    answer = signed_in(olena).post(PROFILE, {"language": "uk", **bad})
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == set(bad)
    olena.refresh_from_db()
    assert olena.name == "Олена Коваль"


@pytest.mark.parametrize("field", ["is_superuser", "is_staff", "verification", "email", "groups", "unit"])
def test_rights_are_not_taken_by_a_forged_form(signed_in, olena, field):
    before = User.objects.filter(pk=olena.pk).values().get()
    signed_in(olena).post(PROFILE, {"language": "uk", "name": "Олена Коваль", "phone": olena.phone, field: "1"})
    after = User.objects.filter(pk=olena.pk).values().get()
    column = field if field in before else f"{field}_id"
    assert before.get(column) == after.get(column)
    assert not olena.groups.exists()
