"""Stems of Ukrainian words, and texts that speak of the same thing."""

import pytest

from participation.feedback.likeness import Texts, proposed
from participation.feedback.stems import stem, stems

FORMS = [
    ("лавка", "лавку", "лавки", "лавками", "лавкою"),
    ("черга", "черги", "чергу", "чергою", "чергах"),
    ("зупинка", "зупинці", "зупинку", "зупинкою"),
    ("пандус", "пандуса", "пандуси", "пандусом"),
    ("навіс", "навісу", "навісом", "навіси"),
    ("вечірній", "вечірні", "вечірнього"),
    ("освітлення", "освітленням", "освітленню"),
]
BENCH = {1: "Поставте лавку біля входу.", 2: "Лавки немає, ніде сісти.", 3: "У лавках дошки зламані."}
QUEUE = {4: "Черга на дві години.", 5: "Стояли в черзі у понеділок, черги жахливі."}


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms[0])
def test_forms_of_a_word_mostly_meet(forms):
    # «зупинці» and «черзі» change the consonant before the ending: a dictionary would know, cutting does not
    found = [stem(form) for form in forms]
    assert max(found.count(one) for one in found) >= len(forms) - 1


@pytest.mark.parametrize(("one", "other"), [("лавка", "ливарня"), ("дорога", "дитина"), ("черга", "чоботи")])
def test_different_words_stay_different(one, other):
    assert stem(one) != stem(other)


def test_words_of_every_letter_and_short_ones_do_not_count():
    assert stems("Добрий день! Прошу, будь ласка, дуже треба.") == frozenset()
    assert stems("Об’їзд") == stems("ОБЇЗД")
    assert stems("") == frozenset()


def test_like_texts_come_the_most_alike_first():
    texts = Texts({**BENCH, **QUEUE})
    assert set(texts.like(1)) == {2, 3}
    assert texts.like(4) == [5]
    assert texts.likeness(1, 4) == 0
    assert texts.likeness(1, 1) == pytest.approx(1)


def test_texts_without_words_resemble_nothing():
    assert Texts({1: "", 2: "!!!", 3: "лавка"}).like(1) == []


def test_an_unsorted_text_is_proposed_to_the_theme_it_resembles():
    texts = {**BENCH, **QUEUE, 6: "Черги довгі.", 7: "Відремонтуйте дах."}
    placed = {1: [10], 2: [10], 4: [20]}
    assert proposed(texts, placed) == {3: 10, 5: 20, 6: 20}


def test_nothing_is_proposed_before_anything_is_sorted():
    assert proposed({**BENCH}, {}) == {}


def test_five_thousand_letters_are_compared_in_a_moment():
    texts = {
        n: f"Поставте лавку номер{n % 700} на вулиці Садовій біля школи, зупинки та амбулаторії." for n in range(5000)
    }
    known = Texts(texts)
    assert len(known.like(1)) == 4999
    assert proposed(texts, {1: [1]})[2] == 1
