"""Paragraphs keep their labels over versions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.drafts import labels, matching, services
from participation.drafts.enums import Match
from participation.drafts.services.importing import used_labels
from tests.participation.drafts.making import TEXTS, fresh, next_version, published
from tests.participation.drafts.making import labels as labels_of

WORDS = st.sampled_from(
    [
        "громада",
        "рада",
        "рішення",
        "пункт",
        "кошти",
        "вулиця",
        "світло",
        "школа",
        "строк",
        "відділ",
        "голова",
        "вода",
        "дорога",
    ]
)
texts = st.lists(WORDS, min_size=4, max_size=12).map(" ".join)
documents = st.lists(texts, min_size=1, max_size=12, unique=True)


def carry(old, names, new):
    """The labels of `new` texts after `old` ones with `names`."""
    found = matching.match(old, new)
    known = [names[one.old] if one.old is not None else None for one in found]
    return labels.fill(known, set(names)), found


@given(documents, documents)
def test_no_old_paragraph_is_given_twice_and_labels_are_unique(old, new):
    names = [str(number) for number in range(1, len(old) + 1)]
    carried, found = carry(old, names, new)
    sources = [one.old for one in found if one.old is not None]
    assert len(sources) == len(set(sources))
    assert len(carried) == len(set(carried)) == len(new)
    assert all(map(labels.is_label, carried))


@given(documents, st.randoms())
def test_the_same_words_keep_their_label_wherever_they_go(old, random):
    names = [str(number) for number in range(1, len(old) + 1)]
    shuffled = random.sample(old, len(old))
    carried, found = carry(old, names, shuffled)
    assert dict(zip(shuffled, carried, strict=True)) == dict(zip(old, names, strict=True))
    assert {one.how for one in found} == {Match.SAME}


@given(documents, st.data())
def test_additions_and_removals_leave_the_others_alone(old, data):
    names = [str(number) for number in range(1, len(old) + 1)]
    kept = [text for text in old if data.draw(st.booleans())]
    added = data.draw(
        st.lists(st.text("абвгд", min_size=30, max_size=40).map(lambda x: f"zz{x}"), max_size=3, unique=True)
    )
    new = kept[:]
    for text in added:
        new.insert(data.draw(st.integers(0, len(new))), text)
    carried, _found = carry(old, names, new)
    before = dict(zip(old, names, strict=True))
    after = dict(zip(new, carried, strict=True))
    assert all(after[text] == before[text] for text in kept)
    assert not {after[text] for text in added} & set(names)


@settings(max_examples=60)
@given(st.lists(st.one_of(st.none(), st.integers(1, 30).map(str)), max_size=20), st.sets(st.integers(1, 40).map(str)))
def test_new_labels_are_never_old_ones(known, used):
    known = [label if label not in known[:place] else None for place, label in enumerate(known)]
    filled = labels.fill(known, used)
    fresh_ones = [after for before, after in zip(known, filled, strict=True) if before is None]
    assert not set(fresh_ones) & (used | set(filter(None, known)))
    assert len(set(filled)) == len(filled)


def test_labels_read_like_those_of_acts():
    assert labels.fill([None, None, None], set()) == ["1", "2", "3"]
    assert labels.fill(["1", None, "2", None, None, "3", None], {"2-1"}) == ["1", "1-1", "2", "2-2", "2-3", "3", "4"]
    assert labels.fill([None, "1"], set()) == ["0-1", "1"]


@pytest.mark.django_db
def test_versions_keep_labels_in_the_database():
    document = published()
    before = labels_of(document.current)
    changed = TEXTS[1].replace("сьомої", "восьмої")
    version = next_version(document, TEXTS[2], TEXTS[0], "Зовсім інше про освітлення вулиць узимку.", changed)
    after = labels_of(version)
    assert after[TEXTS[0]] == before[TEXTS[0]] == "1"
    assert after[TEXTS[2]] == before[TEXTS[2]] == "3"
    assert after[changed] == before[TEXTS[1]] == "2"
    assert after["Зовсім інше про освітлення вулиць узимку."] == "1-1"
    assert dict(version.paragraphs.values_list("label", "match"))["2"] == Match.SIMILAR


@pytest.mark.django_db
def test_a_label_taken_out_never_comes_back_for_other_words():
    document = published()
    version = next_version(document, *TEXTS[:3])
    services.publish_version(version)
    third = next_version(fresh(document), *TEXTS[:3], "Криниці чистять щовесни силами громади та волонтерів.")
    assert used_labels(document) == {"1", "2", "3", "4"}
    assert labels_of(third)["Криниці чистять щовесни силами громади та волонтерів."] == "5"


DOUBT = "Сміття з контейнерів біля школи забирають двічі, а щоп’ятниці вивозять до сьомої години."


@pytest.mark.django_db
def test_doubtful_paragraphs_wait_for_a_person():
    document = published()
    version = next_version(document, TEXTS[0], DOUBT, TEXTS[2], TEXTS[3])
    row = version.paragraphs.get(text=DOUBT)
    assert (row.match, row.label) == (Match.DOUBTFUL, "2")
    with pytest.raises(services.NotReady):
        services.publish_version(version)
    services.settle(version, {"2": "new"}, actor=None)
    row.refresh_from_db()
    assert (row.match, row.label) == (Match.NEW, "1-1")
    assert services.publish_version(version).is_published


@pytest.mark.django_db
def test_a_person_confirms_or_chooses_another():
    document = published()
    version = next_version(document, DOUBT, TEXTS[2], TEXTS[3])
    services.settle(version, {"2": "1"}, actor=None)
    assert labels_of(version)[DOUBT] == "1"
    services.settle(version, {"1": "2"}, actor=None)
    assert labels_of(version)[DOUBT] == "2"
    assert version.paragraphs.get(text=DOUBT).match == Match.CONFIRMED


@pytest.mark.django_db
@pytest.mark.parametrize("verdict", ["3", "77", "x"])
def test_one_old_paragraph_is_not_given_twice_nor_invented(verdict):
    document = published()
    version = next_version(document, TEXTS[0], DOUBT, TEXTS[2], TEXTS[3])
    with pytest.raises(services.NotReady):
        services.settle(version, {"2": verdict}, actor=None)


@pytest.mark.django_db
def test_what_is_published_never_changes():
    document = published()
    with pytest.raises(services.NotReady):
        services.settle(document.current, {}, actor=None)
    next_version(document, *TEXTS)
    assert next_version(fresh(document), *TEXTS).number == 2
    assert document.versions.count() == 2
