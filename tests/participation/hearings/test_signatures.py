"""A residents' initiative: signatures from the site and from paper, counted together."""

from datetime import date

import pytest

from casework.services import fire
from core.models import Letter
from participation.hearings import services
from participation.hearings.models import Hearing
from participation.hearings.signatures import collection_of
from participation.sheets.services import key_in, print_sheets, sign
from tests.factories import resident
from tests.participation.hearings.making import DAY, MONDAY, in_state

pytestmark = pytest.mark.django_db


@pytest.fixture
def collecting(cast):
    """An initiative that needs three signatures."""
    return in_state("collecting", cast)


def by_hand(hearing, number, now=MONDAY):
    """One signature on the site."""
    person = resident(name=f"Підписант Номер{number}")
    return sign(collection_of(hearing), user=person, name=person.name, birth_date=date(1980, 1, number), now=now)


def on_paper(hearing, number, cast):
    """One signature in a row of a sheet."""
    sheet = print_sheets(collection_of(hearing), copies=1, rows_per_sheet=5, actor=cast.desk, now=MONDAY)[0]
    return key_in(
        sheet,
        1,
        name=f"Паперовий Номер{number}",
        birth_date=date(1970, 1, number),
        settlement=None,
        actor=cast.desk,
        now=MONDAY,
    )


def test_the_site_and_paper_reach_the_threshold_together(collecting, cast):
    assert (collecting.threshold, collection_of(collecting).threshold) == (3, 3)
    by_hand(collecting, 1)
    on_paper(collecting, 2, cast)
    assert Hearing.objects.get().state == "collecting"
    by_hand(collecting, 3)
    hearing = Hearing.objects.get()
    assert hearing.state == "checking"
    assert set(hearing.clocks.running().values_list("name", flat=True)) == {"review"}
    assert collection_of(hearing).closed_at is not None
    kinds = set(Letter.objects.values_list("kind", flat=True))
    assert {"hearings/signatures_opened", "hearings/threshold_reached", "hearings/to_check"} <= kinds


def test_too_few_signatures_end_the_initiative_after_its_term(collecting):
    by_hand(collecting, 1)
    assert services.lapse_due(MONDAY + 29 * DAY) == 0
    assert services.lapse_due(MONDAY + 31 * DAY) == 1
    hearing = Hearing.objects.get()
    assert hearing.state == "lapsed"
    assert collection_of(hearing).closed_at is not None
    assert services.lapse_due(MONDAY + 32 * DAY) == 0


def test_an_initiative_is_public_only_when_its_signatures_are_open(cast, client):
    received = in_state("received", cast)
    assert client.get(received.get_absolute_url()).status_code == 404
    shown = fire(received, "open_signatures", actor=cast.actors["desk"], now=MONDAY)
    page = client.get(shown.get_absolute_url()).content.decode()
    assert f"/uchast/pidpysy/{collection_of(shown).pk}/" in page


def test_the_collection_ends_with_its_clock(collecting):
    clock = collecting.clocks.get(name="signatures")
    assert clock.due_at.date() == collection_of(collecting).closes_on
