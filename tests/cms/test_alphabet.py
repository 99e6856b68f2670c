"""The Ukrainian alphabet orders as a dictionary does."""

import pytest

from cms.alphabet import ukrainian_key


@pytest.mark.parametrize(
    "words",
    [
        ["гора", "ґанок", "дім"],
        ["ера", "єдність", "жито", "зерно", "ива", "ідея", "їжа", "йод"],
        ["1 послуга", "Авто", "б", "Яма", "ID"],
        ["Пір", "п’яний", "п'ята", "пяті"],
    ],
)
def test_words_stand_in_order(words):
    words_of_a_database = sorted(words)
    assert sorted(words_of_a_database, key=ukrainian_key) == words


def test_case_does_not_count():
    assert ukrainian_key("ЇЖАК") == ukrainian_key("їжак")
