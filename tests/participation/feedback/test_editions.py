"""Whoever keeps a replaced version beside its correction learns of no group under five by subtracting."""

import csv
import io
import json
from collections import defaultdict
from functools import cache
from itertools import product

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.feedback.editions import publishable
from participation.feedback.models import Voice
from participation.feedback.suppression import Hidden
from tests.factories import official, settlement
from tests.participation.feedback.making import corrected, many_voices, published

PLACES = "абв"
LARGEST_OLD, LARGEST_NEW = 12, 14
VERSION_2 = '"version": 2'
ASSUMPTIONS = {
    "nothing": lambda old, new: True,
    "contributions were only added": lambda old, new: all(a <= b for a, b in zip(old, new, strict=True)),
    "contributions were only taken out": lambda old, new: all(a >= b for a, b in zip(old, new, strict=True)),
}


def figures(*themes, answered=None, chosen=None):
    """Exact figures of themes, each the voices of its places in turn; nobody speaks twice unless told otherwise."""
    rows = [
        {
            "id": number,
            "key": f"theme-{number}",
            "title": "Тема",
            "position": "accepted",
            "voices": sum(places),
            "channels": {"web": sum(places)} if sum(places) else {},
            "settlements": {name: many for name, many in zip(PLACES, places, strict=False) if many},
        }
        for number, places in enumerate(themes)
    ]
    answered = sum(map(sum, themes)) if answered is None else answered
    return {"chosen": answered if chosen is None else chosen, "answered": answered, "themes": rows}


def seen(public):
    """What a reader sees, as one comparable value."""
    return json.dumps(public, sort_keys=True)


def worlds(largest):
    """All sets of voices of three places with so many together or fewer."""
    return [world for world in product(range(largest + 1), repeat=len(PLACES)) if 1 <= sum(world) <= largest]


@cache
def pairs():
    """Return [(public figures, the exact ones that fit, {what the correction shows: the exact ones that fit})]."""
    alike, found = defaultdict(list), []
    for world in worlds(LARGEST_OLD):
        alike[seen(publishable(figures(world), []))].append(world)
    for shown, olds in alike.items():
        before, views = json.loads(shown), defaultdict(list)
        for world in worlds(LARGEST_NEW):
            views[seen(publishable(figures(world), [before], 2))].append(world)
        found.append((before, olds, views))
    return found


def shown_in_places(public):
    """The numbers and marks of the places in turn; none where the breakdown is withheld."""
    shown = public["themes"][0]["settlements"]
    return [] if shown is None else [shown.get(name, 0) for name in PLACES]


def small_places(public):
    """The places shown as "<5"."""
    return [place for place, shown in enumerate(shown_in_places(public)) if shown == Hidden.SMALL]


def open_places(public):
    """The places shown with their exact number."""
    return [place for place, shown in enumerate(shown_in_places(public)) if isinstance(shown, int)]


@pytest.mark.parametrize("assumption", ASSUMPTIONS)
def test_a_correction_tells_nothing_more_of_a_small_group(assumption):
    """By brute force: a place shown as "<5" could hold whatever it could hold for a reader of the first version only."""
    fits = ASSUMPTIONS[assumption]
    for before, olds, views in pairs():
        for place, (view, news) in product(small_places(before), views.items()):
            possible = {old[place] for old in olds if any(fits(old, new) for new in news)}
            assert possible in ({old[place] for old in olds}, set()), (before, view)
            for hidden in small_places(json.loads(view)) if VERSION_2 in view else ():
                possible = {new[hidden] for new in news if any(fits(old, new) for old in olds)}
                assert possible in ({new[hidden] for new in news}, set()), (before, view)


@pytest.mark.parametrize("assumption", ASSUMPTIONS)
def test_no_difference_of_one_to_four_is_ever_certain(assumption):
    """The same for what came or went between the versions, where the first one showed an open number."""
    fits = ASSUMPTIONS[assumption]
    for before, olds, views in pairs():
        for place, (view, news) in product(open_places(before), views.items()):
            possible = {abs(old[place] - new[place]) for old, new in product(olds, news) if fits(old, new)}
            assert len(possible) != 1 or not possible & {1, 2, 3, 4}, (before, view)


def numbers(public):
    """Every open number of public figures by where it stands."""
    yield "chosen", public["chosen"]
    yield "answered", public["answered"]
    for theme in public["themes"]:
        yield theme["key"], theme["voices"]
        for breakdown in ("channels", "settlements"):
            yield from (((theme["key"], breakdown, name), many) for name, many in (theme[breakdown] or {}).items())


voices = st.lists(st.tuples(*[st.integers(0, 12)] * 3), min_size=1, max_size=3)
few_changes = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(-3, 6)), max_size=3)


@settings(max_examples=300, deadline=None)
@given(voices, st.lists(few_changes, min_size=1, max_size=3), st.integers(0, 6))
def test_open_numbers_of_all_versions_are_the_same_or_far_apart(first, corrections, overlap):
    exact, told = [list(theme) for theme in first], []
    for version, changes in enumerate([[], *corrections], 1):
        for theme, place, more in changes:
            if theme < len(exact):
                exact[theme][place] = max(0, exact[theme][place] + more)
        answered = max(max(map(sum, exact)), sum(map(sum, exact)) - overlap)
        told.append(publishable(figures(*exact, answered=answered), told, version))
    for old, new in product(told, repeat=2):
        was = dict(numbers(old))
        for name, number in numbers(new):
            if isinstance(number, int) and isinstance(was.get(name), int):
                assert number == was[name] or abs(number - was[name]) >= 5, (name, told)


def test_totals_that_give_each_other_away_are_repeated():
    """40 + 16 of 56 answered leave no overlap, so 64 answered would tell of exactly four more in each theme."""
    before = publishable(figures((40,), (16,)), [])
    after = publishable(figures((44,), (20,)), [before], 2)
    assert (after["version"], after["answered"]) == (1, 56)
    assert [theme["voices"] for theme in after["themes"]] == [40, 16]


def test_a_theme_written_anew_is_the_same_theme_to_a_reader():
    before = publishable(figures((40,), (20,)), [])
    anew = figures((40,), (22,), answered=60)
    anew["themes"][1]["key"] = "anew"
    after = publishable(anew, [before], 2)
    assert (after["version"], after["themes"][1]["voices"]) == (1, None)


def test_a_large_correction_is_counted_anew():
    before = publishable(figures((40, 12)), [])
    after = publishable(figures((50, 12)), [before], 2)
    assert (after["version"], after["answered"]) == (2, 62)
    assert after["themes"][0]["settlements"] == {"а": 50, "б": 12}


def test_fewer_than_five_contributions_hold_no_later_version_back():
    before = publishable(figures((3,)), [])
    assert publishable(figures((20,)), [before], 2)["answered"] == 20


# --- on the pages --------------------------------------------------------------------------------------------------------


@pytest.fixture
def two(client, clock):
    """A summary of 12 voices of one village, and its correction in which two more of another village speak."""
    composer = official()
    first, _theme, _cases = published(12, composer=composer, settlement=settlement("Вербівка"))

    def two_more(draft):
        many_voices(draft.themes.get(), 2, channel="phone", settlement=settlement("Степове"))

    return first, corrected(first, composer, change=two_more)


def read(client, name, *args):
    answer = client.get(reverse(f"feedback:{name}", args=args))
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode("utf-8-sig")


@pytest.mark.django_db
def test_a_replaced_version_shows_no_breakdown_and_says_why(client, two):
    first, _second = two
    address = reverse("feedback:version", args=[first.slug, 1])
    page = client.get(address).content.decode()
    assert "Голосів: 12" in page
    assert "За населеними пунктами" not in page
    assert "Вербівка" not in page
    assert "хто порівняв би дві редакції, міг би дізнатися про групу з менш як п’яти людей" in page
    assert "Вербівка" not in client.get(f"{address}?print=1").content.decode()


@pytest.mark.django_db
def test_a_small_correction_repeats_the_figures_and_says_so(client, two):
    _first, second = two
    page = read(client, "detail", second.slug)
    assert "Це цифри редакції 1" in page
    assert "Відповідь отримали 12 із 12 звернень." in page
    assert "Вербівка" in page
    rows = list(csv.reader(io.StringIO(read(client, "csv", second.slug))))
    data = json.loads(read(client, "json", second.slug))
    assert [row[4] for row in rows[1:]] == ["12", "12", "12"]
    assert (data["version"], data["figures_of_version"], data["answered"]) == (2, 1, 12)
    others = [read(client, name) for name in ("list", "feed")] + [
        client.get("/").content.decode(),
        str(rows),
        str(data),
    ]
    for place in (page, *others):
        assert "14 звернень" not in place
        assert "Степове" not in place


@pytest.mark.django_db
def test_a_breakdown_that_would_betray_a_few_is_withheld_beside_a_total_counted_anew(client, clock):
    composer, far = official(), settlement("Степове")
    first, _theme, _cases = published(12, composer=composer, settlement=settlement("Вербівка"))

    def nine_more(draft):
        theme = draft.themes.get()
        many_voices(theme, 7, channel="web", settlement=far)
        many_voices(theme, 2, channel="web", settlement=Voice.objects.filter(theme=theme).first().case.settlement)

    second = corrected(first, composer, change=nine_more)
    page = read(client, "detail", second.slug)
    assert "Відповідь отримали 21 із 21 звернення." in page
    assert "За каналами" in page
    assert "За населеними пунктами" not in page
    assert "поруч із попередньою редакцією" in page


@pytest.mark.django_db
def test_the_preview_shows_what_will_be_public(client, clock, signed_in):
    composer = official()
    first, _theme, _cases = published(12, composer=composer)
    seen_pages = []

    def look(draft):
        many_voices(draft.themes.get(), 2)
        seen_pages.append(signed_in(composer).get(reverse("feedback_staff:preview", args=[draft.pk])).content.decode())

    corrected(first, composer, change=look)
    assert "Відповідь отримали 12 із 12 звернень." in seen_pages[0]
    assert "Це цифри редакції 1" in seen_pages[0]
