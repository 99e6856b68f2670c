"""Voices, rows and sheets in a rush: real threads on a real database."""

import pytest

from participation.sheets import signals
from participation.sheets.errors import AlreadySigned
from participation.sheets.models import Record, Sheet, SheetRow
from participation.sheets.services import count, key_in, print_sheets
from tests import factories
from tests.casework.test_races import THREADS, together
from tests.participation.sheets.making import BORN, IVAN, make_collection, make_sheet, make_voice

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.races]


def failures(results):
    """The exceptions among results."""
    return [result for result in results if isinstance(result, Exception)]


def test_a_person_who_presses_twenty_four_times_signs_once():
    collection, person = make_collection(), factories.resident()
    results = together(lambda _place: make_voice(collection, user=person))
    assert [type(error) for error in failures(results)] == [AlreadySigned] * (THREADS - 1)
    collection.refresh_from_db()
    assert count(collection) == collection.voices == 1


def test_twenty_four_people_are_counted_one_by_one_and_the_threshold_is_told_once():
    told = []
    signals.threshold_reached.connect(listener := lambda sender, **more: told.append(1))
    collection, people = make_collection(threshold=20), [factories.resident() for _place in range(THREADS)]
    results = together(lambda place: make_voice(collection, user=people[place], born=None))
    signals.threshold_reached.disconnect(listener)
    assert not failures(results)
    collection.refresh_from_db()
    assert count(collection) == collection.voices == THREADS
    assert told == [1]


def test_one_row_keyed_in_by_twenty_four_operators_gives_one_voice():
    collection = make_collection()
    sheet = make_sheet(collection)
    results = together(lambda _place: key_in(sheet, 1, name=IVAN, birth_date=BORN, settlement=None, actor=None))
    assert not failures(results)
    assert (SheetRow.objects.count(), Record.objects.count(), count(collection)) == (1, 1, 1)


def test_one_person_on_paper_and_on_the_site_at_once_is_counted_once():
    collection, person = make_collection(), factories.resident()
    sheet = make_sheet(collection, rows=THREADS)

    def either(place):
        if place % 2:
            return make_voice(collection, user=person)
        return key_in(sheet, place + 1, name=IVAN, birth_date=BORN, settlement=None, actor=None)

    results = together(either)
    assert {type(error) for error in failures(results)} <= {AlreadySigned}
    collection.refresh_from_db()
    assert count(collection) == collection.voices == 1
    assert SheetRow.objects.exclude(state="counted").filter(repeats=None).count() == 0
    assert SheetRow.objects.count() == THREADS // 2


def test_sheets_printed_in_a_rush_have_numbers_of_their_own():
    collection = make_collection()
    results = together(lambda _place: print_sheets(collection, copies=2, rows_per_sheet=10, actor=None))
    assert not failures(results)
    assert sorted(Sheet.objects.values_list("number", flat=True)) == list(range(1, 2 * THREADS + 1))
