"""Titles stand in the order of the Ukrainian alphabet on every database."""

import pytest

from cms.alphabet import KEY_LETTERS, LETTERS, first_letter, sort_key
from cms.models import ServicePage
from tests.cms.services.make import index, service


def test_the_alphabet_is_whole_and_in_order():
    assert len(LETTERS) == len(set(LETTERS)) == 33
    assert sorted(LETTERS, key=sort_key) == list(LETTERS)


def test_ukrainian_letters_stand_in_their_places():
    titles = [
        "Їдальня",
        "Йод",
        "Єдиний",
        "Іпотека",
        "Ґрунт",
        "Дім",
        "Гараж",
        "Жито",
        "Зміна",
        "Игла",
        "Ель",
        "Щит",
        "Юрта",
        "Ящик",
    ]
    expected = [
        "Гараж",
        "Ґрунт",
        "Дім",
        "Ель",
        "Єдиний",
        "Жито",
        "Зміна",
        "Игла",
        "Іпотека",
        "Їдальня",
        "Йод",
        "Щит",
        "Юрта",
        "Ящик",
    ]
    assert sorted(titles, key=sort_key) == expected


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("112: безпека", "Адреса"),
        ("ID-картка", "Адреса"),
        ("Зміна адреси", "Змінання"),  # a space comes before any letter
        ("паспорт", "ПАСПОРТ дитини"),
        ("Витяг", "«Вода» для всіх"),
    ],
)
def test_figures_and_latin_come_first_and_signs_do_not_count(earlier, later):
    assert sort_key(earlier) < sort_key(later)


def test_case_apostrophes_and_quotation_marks_do_not_count():
    assert sort_key("«Об’єкт»") == sort_key("обєкт") == sort_key("ОБ'ЄКТ")


def test_a_key_is_digits_of_bounded_length():
    key = sort_key("Ґ" * 500)
    assert key.isdigit()
    assert len(key) == 2 * KEY_LETTERS


@pytest.mark.parametrize(
    ("title", "letter"),
    [("їдальня", "Ї"), ("«Ґанок»", "Ґ"), ("112", "#"), ("— —", "#"), ("", "#"), ("ID-картка", "I"), ("єОселя", "Є")],
)
def test_the_first_letter(title, letter):
    assert first_letter(title) == letter


@pytest.mark.django_db
def test_the_database_sorts_so_too():
    for title in ("Їдальня", "Яма", "Ґрунт", "Гараж", "Ізба", "Єдиний", "Дім"):
        service(title)
    found = ServicePage.objects.child_of(index()).by_name().values_list("title", flat=True)
    assert list(found) == ["Гараж", "Ґрунт", "Дім", "Єдиний", "Ізба", "Їдальня", "Яма"]


@pytest.mark.django_db
def test_a_new_title_moves_the_service():
    page = service("Яма")
    page.title = "Адреса"
    page.save_revision().publish()
    page.refresh_from_db()
    assert (page.letter, page.sort_key) == ("А", sort_key("Адреса"))
