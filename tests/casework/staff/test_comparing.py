"""What changed between two versions."""

from hypothesis import given
from hypothesis import strategies as some

from casework.staff.comparing import WORDS_AT_MOST, changed_words


def test_a_changed_word_is_shown_gone_and_new():
    assert changed_words("Ліхтарів сім.", "Ліхтарів вісім.") == [
        ("same", "Ліхтарів "),
        ("gone", "сім."),
        ("new", "вісім."),
    ]


def test_equal_texts_have_no_changes():
    assert changed_words("Так.", "Так.") == [("same", "Так.")]


def test_a_very_long_text_is_compared_by_lines():
    line = "слово " * WORDS_AT_MOST + "\n"
    assert changed_words(line * 3, line * 3 + "кінець") == [("same", line * 3), ("new", "кінець")]


@given(some.text(max_size=200), some.text(max_size=200))
def test_the_pieces_give_both_texts_back(before, after):
    pieces = changed_words(before, after)
    assert "".join(text for kind, text in pieces if kind != "new") == before
    assert "".join(text for kind, text in pieces if kind != "gone") == after
