"""Assisted theming: tags, similar texts and proposals; the official decides."""

import pytest

from participation import sources
from participation.feedback import services
from participation.feedback.models import ChosenCase, ChosenTag, Voice
from participation.feedback.rules import NotAllowed
from participation.feedback.services.choosing import eligible_cases
from tests.casework.making import make_suggestion
from tests.factories import official
from tests.participation.feedback.making import many_cases

pytestmark = pytest.mark.django_db
TEXTS = ("Поставте лавку біля входу", "Лавки зламані, нема де сісти", "Полагодьте ліхтар над сходами")


@pytest.fixture
def sorting(office):
    """The office's draft with three more contributions of its unit that stand in no theme."""
    office.more = [make_suggestion(text=text, unit=office.unit).case for text in TEXTS]
    services.add_cases(office.draft, [case.pk for case in office.more], actor=office.head)
    return office


def test_tags_are_put_on_and_taken_off(sorting, signed_in):
    browser, bench = signed_in(sorting.composer), sorting.more[0]
    address = sorting.address("sort")
    sent = {"case": [case.pk for case in sorting.more], "name": "  Вхід  ", "tag": "1"}
    for _click in range(2):
        assert browser.post(address, sent).status_code == 302
    assert list(ChosenTag.objects.values_list("name", flat=True)) == ["вхід"] * 3
    browser.post(address, {"case": [bench.pk], "name": "вхід", "untag": "1"})
    page = browser.get(address, {"tag": "вхід"}).content.decode()
    assert TEXTS[0] not in page
    assert TEXTS[2] in page
    assert browser.get(address, {"tag": "немає"}).status_code == 200
    assert not Voice.objects.filter(case__in=[case.pk for case in sorting.more]).exists()


@pytest.mark.parametrize("broken", [{"name": ""}, {"name": " \x00"}])
def test_a_tag_needs_words(sorting, signed_in, broken):
    sent = {"case": [sorting.more[0].pk], "tag": "1", **broken}
    assert signed_in(sorting.composer).post(sorting.address("sort"), sent).status_code == 422
    assert not ChosenTag.objects.exists()


def test_a_foreigner_tags_nothing(sorting):
    with pytest.raises(NotAllowed):
        services.tag_cases(sorting.draft, "вхід", [sorting.more[0].pk], actor=official())


def test_similar_ones_are_shown_and_nothing_is_decided(sorting, signed_in):
    before = Voice.objects.count()
    page = signed_in(sorting.composer).get(sorting.address("sort"), {"like": sorting.more[0].pk}).content.decode()
    assert TEXTS[1] in page
    assert TEXTS[2] not in page
    assert Voice.objects.count() == before


@pytest.mark.parametrize("like", ["x", "0", "9" * 30, "999999"])
def test_a_stranger_case_resembles_nothing(sorting, signed_in, like):
    assert TEXTS[2] in signed_in(sorting.composer).get(sorting.address("sort"), {"like": like}).content.decode()


def test_an_unsorted_one_is_proposed_to_a_theme(sorting, signed_in):
    mine = signed_in(sorting.composer)
    page = mine.get(sorting.address("sort"), {"only": "unsorted"})
    proposed = {entry["case"].text: entry["proposed"] for entry in page.context["entries"]}
    assert proposed[TEXTS[0]] == sorting.theme.title  # its four voices speak of a bench as well
    assert proposed[TEXTS[2]] is None


def test_only_registered_kinds_are_contributions(sorting, monkeypatch):
    assert eligible_cases(sorting.head).filter(pk=sorting.more[0].pk).exists()
    monkeypatch.setattr(sources, "_sources", {})
    assert not eligible_cases(sorting.head).exists()


def test_a_long_draft_is_sorted_in_the_same_number_of_questions(sorting, signed_in, constant_queries):
    browser = signed_in(sorting.head)

    def more(number):
        cases = many_cases(number, unit=sorting.unit)
        ChosenCase.objects.bulk_create(ChosenCase(summary=sorting.draft, case=case) for case in cases)

    constant_queries(lambda: browser.get(sorting.address("sort")), more)
