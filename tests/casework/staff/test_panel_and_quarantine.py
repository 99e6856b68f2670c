"""The first screen's tiles, and the quarantine emptied by a person."""

import pytest

from casework.models import Case
from casework.staff.panels import WaitingCases
from tests import factories
from tests.casework.staff.example import example_case

RELEASE = "/admin/karantyn/zvilnyty/"


def test_the_first_screen_tells_what_waits(signed_in):
    official = factories.official()
    example_case(unit=official.unit, assignee=official)
    html = signed_in(official).get("/admin/").content.decode()
    assert "Що чекає на мене" in html
    assert "/admin/vkhidni/?tab=mine" in html
    assert html.index("<b>1</b>") > html.index("Що чекає на мене")


def test_the_tiles_cost_one_query(django_assert_num_queries):
    panel = WaitingCases(factories.head())
    assert panel.user.role_set
    with django_assert_num_queries(1):
        tiles = panel.get_context_data({})["tiles"]
    assert [tile["value"] for tile in tiles] == [0, 0, 0, 0]


@pytest.mark.parametrize("maker", [factories.editor, factories.administrator, factories.press_officer])
def test_others_have_no_such_panel_nor_menu(signed_in, maker):
    html = signed_in(maker()).get("/admin/").content.decode()
    for words in ("Що чекає на мене", "/admin/vkhidni/", "/admin/pryiom/"):
        assert words not in html


def test_ticked_cases_leave_the_quarantine_each_with_an_event(signed_in):
    cases = [example_case(suspicion="trap") for _ in range(3)]
    head = factories.head()
    response = signed_in(head).post(RELEASE, {"case": [case.pk for case in cases[:2]]}, follow=True)
    assert "Випущено 2 справи." in response.content.decode()
    assert list(Case.objects.quarantined()) == [cases[2]]
    assert cases[0].events.filter(event="release", actor=head).count() == 1


def test_an_official_releases_only_their_own_cases(signed_in):
    official = factories.official()
    own, foreign = example_case(unit=official.unit, suspicion="trap"), example_case(suspicion="trap")
    signed_in(official).post(RELEASE, {"case": [own.pk, foreign.pk]})
    assert list(Case.objects.quarantined()) == [foreign]


@pytest.mark.parametrize("chosen", [[], ["абв"], ["9" * 30], ["-1"], ["٣"], ["1"] * 5000])
def test_a_strange_choice_releases_nothing_and_is_told(signed_in, chosen, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
    response = signed_in(factories.head()).post(RELEASE, {"case": chosen}, follow=True)
    assert "Не обрано жодної справи." in response.content.decode()


def test_the_quarantine_is_not_emptied_by_a_link(signed_in):
    example_case(suspicion="trap")
    assert signed_in(factories.head()).get(RELEASE).status_code == 405
