"""Two versions paragraph by paragraph."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from participation.drafts.comparing import compare, counts, moved_labels

versions = st.dictionaries(st.integers(1, 15).map(str), st.sampled_from(["а б", "а в", "б в г"]), max_size=10).flatmap(
    lambda made: st.permutations(list(made.items()))
)


def rows(pairs):
    return [SimpleNamespace(label=label, text=text) for label, text in pairs]


@given(versions, versions)
def test_both_versions_can_be_read_from_the_comparison(before, after):
    found = compare(rows(before), rows(after))
    assert [(row.label, row.now.text) for row in found if row.now] == list(after)
    assert sorted((row.label, row.was.text) for row in found if row.was) == sorted(before)
    for row in found:
        was = "".join(words for kind, words in row.pieces if kind != "new")
        now = "".join(words for kind, words in row.pieces if kind != "gone")
        assert was == (row.was.text if row.was else "")
        assert now == (row.now.text if row.now else "")


@given(versions, versions)
def test_only_what_left_its_place_has_moved(before, after):
    moved = moved_labels([label for label, _text in before], [label for label, _text in after])
    stayed = [label for label, _text in after if label in dict(before) and label not in moved]
    assert stayed == [label for label, _text in before if label in set(stayed)]
    assert moved == set() or [label for label, _ in after if label in dict(before)] != [
        label for label, _ in before if label in dict(after)
    ]


def test_what_was_taken_out_stands_where_it_stood():
    found = compare(rows([("1", "а"), ("2", "б"), ("3", "в")]), rows([("1", "а"), ("1-1", "нове"), ("3", "г")]))
    assert [(row.label, row.how) for row in found] == [
        ("1", "same"),
        ("2", "removed"),
        ("1-1", "added"),
        ("3", "changed"),
    ]
    assert counts(found) == {"added": 1, "removed": 1, "changed": 1, "moved": 0}
