"""Groups under five are "<5" in public, and nothing that is shown gives them away."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from participation.feedback.figures import for_public, rows, words
from participation.feedback.suppression import Hidden, suppress

counts = st.dictionaries(st.sampled_from("абвгдеє"), st.integers(0, 14), min_size=1, max_size=5)


def worlds(shown, total):
    """Every set of exact counts that fits what a reader sees, the total and the way we hide included."""
    names = list(shown)
    visible = [value for value in shown.values() if isinstance(value, int) and value >= 5]
    largest = min(visible, default=total)
    choices = {
        Hidden.SMALL: range(1, 5),
        Hidden.OTHER: range(5, largest + 1),
    }
    options = [[shown[name]] if isinstance(shown[name], int) else choices[shown[name]] for name in names]
    return [dict(zip(names, world, strict=True)) for world in product(*options) if sum(world) == total]


@settings(max_examples=400, deadline=None)
@given(counts)
def test_every_hidden_group_could_be_any_small_number(exact):
    shown = suppress(exact)
    if shown is None:
        return
    possible = worlds(shown, sum(exact.values()))
    assert exact in possible
    for name, mark in shown.items():
        if mark == Hidden.SMALL:
            assert {world[name] for world in possible} == {1, 2, 3, 4}


@given(counts)
def test_no_count_from_one_to_four_is_ever_printed(exact):
    shown = suppress(exact) or {}
    assert not any(isinstance(value, int) and 0 < value < 5 for value in shown.values())


@given(counts)
def test_what_is_large_everywhere_is_shown_exactly(exact):
    large = {name: value + 5 for name, value in exact.items()}
    assert suppress(large) == large


def test_one_small_group_takes_another_with_it():
    assert suppress({"сайт": 40, "телефон": 12, "скринька": 2}) == {
        "сайт": 40,
        "телефон": Hidden.OTHER,
        "скринька": Hidden.SMALL,
    }


def test_a_breakdown_of_fewer_than_five_is_withheld():
    assert suppress({"сайт": 2, "пошта": 1}) is None


def test_two_groups_of_four_would_betray_each_other():
    assert suppress({"сайт": 4, "пошта": 4}) is None


def test_a_theme_whose_total_is_hidden_shows_no_breakdown():
    figures = {
        "chosen": 60,
        "answered": 58,
        "themes": [
            {
                "id": 1,
                "title": "А",
                "position": "accepted",
                "voices": 40,
                "channels": {"web": 40},
                "settlements": {"": 40},
            },
            {
                "id": 2,
                "title": "Б",
                "position": "accepted",
                "voices": 16,
                "channels": {"web": 16},
                "settlements": {"": 16},
            },
            {
                "id": 3,
                "title": "В",
                "position": "rejected",
                "voices": 2,
                "channels": {"desk": 2},
                "settlements": {"X": 2},
            },
        ],
    }
    public = {theme["title"]: theme for theme in for_public(figures)["themes"]}
    assert public["В"]["voices"] == Hidden.SMALL
    assert public["В"]["channels"] is None
    assert public["В"]["settlements"] is None
    assert public["Б"]["voices"] == Hidden.OTHER
    assert public["А"]["channels"] == {"web": 40}


def test_chart_rows_put_hidden_groups_last_without_a_bar():
    assert rows({"a": 7, "b": Hidden.SMALL, "c": 9, "d": 0}) == [("c", 9, "9"), ("a", 7, "7"), ("b", None, "<5")]


def test_hidden_counts_read_as_words():
    assert words(Hidden.SMALL) == "<5"
    assert words(12) == "12"
