"""At the desk an operator looks at a document and records only that it was looked at."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry

from accounts import services
from accounts.models import VerificationLevel
from tests.factories import desk_operator, head, resident
from tests.support.many import many_people

pytestmark = pytest.mark.django_db
FIND = "/admin/residents/"


@pytest.fixture
def desk(signed_in):
    """The operator's browser."""
    return signed_in(desk_operator(name="Ганна Рудь"))


def page_of(user):
    return f"/admin/residents/{user.pk}/"


def names(answer):
    return [person.name for person in answer.context["people"]]


@pytest.mark.parametrize(
    "question", ["олена", "КОВАЛЬ", "Коваль Олена", "olena@EXAMPLE.org", "067 123-45-67", "+380671234567"]
)
def test_a_resident_is_found_by_name_address_or_phone(desk, olena, question):
    resident(name="Іван Франко")
    if question.startswith("067"):
        question = question.replace(" ", "")
    assert names(desk.get(FIND, {"q": question})) == ["Олена Коваль"]


def test_nobody_is_listed_before_a_search_or_for_two_letters(desk, olena):
    assert names(desk.get(FIND)) == []
    answer = desk.get(FIND, {"q": "ол"})
    assert names(answer) == []
    assert answer.context["form"].errors


def test_staff_and_the_erased_are_not_found(desk, olena):
    head(name="Олена Головна")
    services.erase(olena)
    assert names(desk.get(FIND, {"q": "олена"})) == []
    assert desk.get(page_of(olena)).status_code == 404


def test_many_namesakes_are_cut(desk):
    for _number in range(22):
        resident(name="Іван Іваненко")
    answer = desk.get(FIND, {"q": "іваненко"})
    assert len(names(answer)) == 20
    assert answer.context["has_more"]


def test_the_check_is_recorded_with_the_kind_of_document_only(desk, olena):
    desk.post(f"{page_of(olena)}check/", {"document": "id_card", "number": "123456789"})
    olena.refresh_from_db()
    assert olena.verification == VerificationLevel.DESK
    assert olena.verified_by.name == "Ганна Рудь"
    entry = ModelLogEntry.objects.get(action="accounts.document_checked")
    assert entry.data == {"document": "id_card"}
    assert entry.user == olena.verified_by
    assert "Олена" not in entry.label
    assert desk.get(page_of(olena)).status_code == 200


def test_an_unknown_document_is_refused(desk, olena):
    answer = desk.post(f"{page_of(olena)}check/", {"document": "library_card"})
    assert answer.status_code == 200
    olena.refresh_from_db()
    assert olena.verification == VerificationLevel.EMAIL


def test_the_check_is_taken_back_with_a_reason(desk, olena):
    desk.post(f"{page_of(olena)}check/", {"document": "diia"})
    assert desk.post(f"{page_of(olena)}undo/", {"reason": " "}).status_code == 200
    olena.refresh_from_db()
    assert olena.verification == VerificationLevel.DESK
    desk.post(f"{page_of(olena)}undo/", {"reason": "Інша людина з тим самим іменем"})
    olena.refresh_from_db()
    assert (olena.verification, olena.verified_by) == (VerificationLevel.EMAIL, None)
    entry = ModelLogEntry.objects.get(action="accounts.document_check_undone")
    assert entry.data == {"reason": "Інша людина з тим самим іменем"}


def test_without_a_confirmed_address_the_level_falls_to_none(desk):
    person = resident()
    desk.post(f"{page_of(person)}check/", {"document": "diia"})
    desk.post(f"{page_of(person)}undo/", {"reason": "помилка"})
    person.refresh_from_db()
    assert (person.verification, person.verified_at) == (VerificationLevel.NONE, None)


def test_nothing_happens_on_get(desk, olena):
    assert desk.get(f"{page_of(olena)}check/").status_code == 405
    assert desk.get(f"{page_of(olena)}undo/").status_code == 405


def test_only_the_desk_checks(signed_in, olena):
    other = signed_in(head())
    for address in (FIND, page_of(olena)):
        assert other.get(address).url == "/admin/"
    other.post(f"{page_of(olena)}check/", {"document": "diia"})
    olena.refresh_from_db()
    assert olena.verification == VerificationLevel.EMAIL
    with pytest.raises(PermissionDenied):
        services.confirm_at_desk(olena, actor=head(), document="diia")


def test_nobody_checks_themselves_or_a_colleague(db):
    operator = desk_operator()
    for person in (operator, head()):
        with pytest.raises(PermissionDenied):
            services.confirm_at_desk(person, actor=operator, document="diia")


@pytest.mark.parametrize("pk", ["0", "999999", "9" * 30])
def test_a_strange_number_is_not_found(desk, pk):
    assert desk.get(f"/admin/residents/{pk}/").status_code == 404
    assert desk.post(f"/admin/residents/{pk}/check/", {"document": "diia"}).status_code == 404


def test_search_costs_the_same_for_few_and_many(desk, constant_queries):
    constant_queries(lambda: desk.get(FIND, {"q": "марія"}), lambda n: many_people(n, search_text="марія"))
