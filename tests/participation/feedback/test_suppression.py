"""Groups under five are "<5" in public, and nothing that is shown gives them away."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from participation.feedback.figures import coverage, for_public, rows, words
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


def theme(number, voices):
    """One theme's exact figures: all voices of one channel and one place."""
    return {
        "id": number,
        "title": f"Тема {number}",
        "position": "accepted",
        "voices": voices,
        "channels": {"web": voices},
        "settlements": {"": voices},
    }


def test_a_theme_whose_total_is_hidden_shows_no_breakdown():
    figures = {"chosen": 60, "answered": 58, "themes": [theme(1, 40), theme(2, 16), theme(3, 2)]}
    first, second, third = for_public(figures)["themes"]
    assert third["voices"] == Hidden.SMALL
    assert third["channels"] is None
    assert third["settlements"] is None
    assert second["voices"] == Hidden.OTHER
    assert first["channels"] == {"web": 40}


def themes_that_fit(public, chosen):
    """Every set of theme totals that fits what a reader sees, who knows that each answered case has one theme or more."""
    marks = [entry["voices"] for entry in public["themes"]]
    shown = [mark for mark in marks if isinstance(mark, int)]
    options = {Hidden.SMALL: range(1, 5), Hidden.OTHER: range(5, min([*shown, chosen]) + 1)}
    answered = {Hidden.SMALL: range(1, 5), Hidden.OTHER: range(5, chosen + 1)}.get(
        public["answered"], [public["answered"]]
    )
    for world in product(*([mark] if isinstance(mark, int) else options[mark] for mark in marks)):
        if any(max(world) <= number <= sum(world) for number in answered):
            yield world


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=4), st.integers(0, 30), st.integers(0, 3))
def test_coverage_betrays_no_small_theme(voices, overlap, unanswered):
    answered = max(max(voices), sum(voices) - overlap)
    figures = {
        "chosen": answered + unanswered,
        "answered": answered,
        "themes": [theme(number, count) for number, count in enumerate(voices)],
    }
    public = for_public(figures)
    fitting = list(themes_that_fit(public, figures["chosen"]))
    for place, entry in enumerate(public["themes"]):
        if entry["voices"] == Hidden.SMALL and isinstance(public["chosen"], int):
            assert {world[place] for world in fitting} == {1, 2, 3, 4}, public


def test_coverage_in_words():
    assert coverage({"chosen": 124, "answered": 118}) == "Відповідь отримали 118 із 124 звернень."
    assert coverage({"chosen": 12, "answered": Hidden.SMALL}) == "Відповідь отримали <5 із 12 звернень."
    assert coverage({"chosen": 12, "answered": Hidden.OTHER}) == "Узагальнено 12 звернень."
    assert coverage({"chosen": Hidden.SMALL, "answered": Hidden.SMALL}) == "Узагальнено менше ніж п’ять звернень."


def test_chart_rows_put_hidden_groups_last_without_a_bar():
    assert rows({"a": 7, "b": Hidden.SMALL, "c": 9, "d": 0}) == [("c", 9, "9"), ("a", 7, "7"), ("b", None, "<5")]


def test_hidden_counts_read_as_words():
    assert words(Hidden.SMALL) == "<5"
    assert words(12) == "12"
