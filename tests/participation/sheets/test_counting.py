"""One counter for all channels, one voice of a person."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from casework.errors import Refused
from core.models import Letter
from participation.sheets import signals
from participation.sheets.errors import AlreadySigned, CollectionClosed, NotEligible, NotYours
from participation.sheets.models import Record, SheetRow
from participation.sheets.services import close_collection, count, key_in, restore, sign, strike, take_back
from tests import factories
from tests.participation.sheets.making import BORN, IVAN, make_collection, make_sheet, make_voice

pytestmark = pytest.mark.django_db


def row(sheet, number, name=IVAN, born=BORN, **fields):
    return key_in(sheet, number, name=name, birth_date=born, settlement=None, actor=None, **fields)


def test_a_voice_of_the_site_and_a_row_of_paper_are_counted_together():
    collection = make_collection()
    make_voice(collection)
    keyed = row(make_sheet(collection), 1, "Коваль Олена Петрівна", date(1990, 1, 2))
    collection.refresh_from_db()
    assert keyed.state == "counted"
    assert count(collection) == collection.voices == 2


def test_a_row_that_repeats_a_voice_of_the_site_says_which_and_does_not_count():
    collection = make_collection()
    record = make_voice(collection)
    keyed = row(make_sheet(collection), 1, "Петренко Іван Степанович")
    assert (keyed.state, keyed.repeats) == ("duplicate", record)
    assert count(collection) == 1


def test_a_person_who_signed_on_paper_cannot_sign_on_the_site():
    collection = make_collection()
    row(make_sheet(collection), 1)
    with pytest.raises(AlreadySigned) as refusal:
        make_voice(collection)
    assert refusal.value.record.channel == "paper"
    assert count(collection) == 1


def test_an_account_signs_once_under_any_name():
    collection, person = make_collection(), factories.resident()
    make_voice(collection, user=person)
    with pytest.raises(AlreadySigned):
        make_voice(collection, "Степан Інший", date(1970, 1, 1), user=person)


def test_people_of_one_name_born_on_different_days_are_two():
    collection = make_collection()
    make_voice(collection)
    make_voice(collection, born=date(1955, 3, 3))
    assert count(collection) == 2


def test_support_needs_no_date_of_birth_and_paper_of_the_same_name_is_pointed_out():
    collection = make_collection(kind="support")
    record = make_voice(collection, born=None)
    keyed = row(make_sheet(collection), 1)
    assert (keyed.state, keyed.repeats) == ("counted", record)


def test_the_threshold_is_told_once_though_voices_come_and_go():
    told = []
    signals.threshold_reached.connect(listener := lambda sender, collection, **more: told.append(collection.voices))
    collection = make_collection(threshold=2)
    make_voice(collection)
    second = row(make_sheet(collection), 1, "Олена Коваль")
    strike(second.records.get(), reason="Підпис зроблено іншою рукою", actor=factories.official())
    make_voice(collection, "Марія Лісова")
    signals.threshold_reached.disconnect(listener)
    collection.refresh_from_db()
    assert told == [2]
    assert collection.reached_at
    assert (collection.is_reached, collection.missing) == (True, 0)


def test_a_voice_taken_back_can_be_given_again():
    collection, person = make_collection(), factories.resident()
    take_back(make_voice(collection, user=person), actor=person)
    assert count(collection) == 0
    make_voice(collection, user=person)
    collection.refresh_from_db()
    assert (count(collection), collection.voices, collection.records.count()) == (1, 1, 2)


def test_nobody_takes_back_a_voice_of_another():
    record = make_voice(make_collection())
    with pytest.raises(NotYours):
        take_back(record, actor=factories.resident())


def test_a_struck_voice_stands_again_with_its_row():
    collection, official = make_collection(), factories.official()
    keyed = row(make_sheet(collection), 3)
    record = strike(keyed.records.get(), reason="Не мешкає у громаді", actor=official)
    keyed.refresh_from_db()
    assert (keyed.state, keyed.reason, count(collection)) == ("refused", "struck", 0)
    restore(record, actor=official)
    keyed.refresh_from_db()
    collection.refresh_from_db()
    assert (keyed.state, keyed.reason, collection.voices) == ("counted", "", 1)


def test_striking_twice_counts_once_and_needs_a_reason():
    collection, official = make_collection(), factories.official()
    make_voice(collection, "Ганна Мороз")
    record = make_voice(collection)
    with pytest.raises(Refused):
        strike(record, reason="  ", actor=official)
    for _time in range(2):
        strike(record, reason="Двічі", actor=official)
    collection.refresh_from_db()
    assert collection.voices == count(collection) == 1


def test_a_struck_voice_does_not_stand_again_once_the_person_signed_anew():
    collection, official, person = make_collection(), factories.official(), factories.resident()
    record = strike(make_voice(collection, user=person), reason="Помилка", actor=official)
    make_voice(collection, user=person)
    with pytest.raises(AlreadySigned):
        restore(record, actor=official)
    assert count(collection) == 1


def test_what_the_person_took_back_the_office_does_not_restore():
    person = factories.resident()
    record = make_voice(make_collection(), user=person)
    take_back(record, actor=person)
    with pytest.raises(Refused):
        restore(record, actor=factories.official())


def test_keying_the_same_row_again_changes_nothing():
    collection = make_collection()
    sheet = make_sheet(collection)
    first = row(sheet, 1)
    again = row(sheet, 1, "Петренко Іван")
    assert first == again
    assert (count(collection), SheetRow.objects.count(), Record.objects.count()) == (1, 1, 1)
    assert Record.objects.get().name == "Петренко Іван"


def test_a_corrected_row_counts_the_other_person_and_loses_nothing():
    collection = make_collection()
    sheet = make_sheet(collection)
    row(sheet, 1)
    row(sheet, 1, "Степан Петренко")
    assert count(collection) == 1
    assert {(record.name, record.is_standing) for record in collection.records.all()} == {
        (IVAN, False),
        ("Степан Петренко", True),
    }


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"name": "Іван"}, "incomplete"),
        ({"born": None}, "incomplete"),
        ({"born": date(2012, 11, 24)}, "too_young"),
        ({"refusal": "no_signature"}, "no_signature"),
        ({"name": "", "born": None, "refusal": "illegible"}, "illegible"),
    ],
)
def test_a_row_that_cannot_count_says_why(clock, facts, reason):
    collection = make_collection(minimum_age=14)
    keyed = row(make_sheet(collection), 1, **facts)
    assert (keyed.state, keyed.reason, count(collection)) == ("refused", reason, 0)


def test_age_is_reached_on_the_birthday(clock):
    collection = make_collection(minimum_age=14)
    make_voice(collection, born=date(2012, 11, 23))
    with pytest.raises(NotEligible):
        make_voice(collection, "Оля Мала", born=date(2012, 11, 24))


def test_the_site_takes_voices_from_the_first_day_to_the_last(clock):
    collection = make_collection(opens_on=date(2026, 11, 24), closes_on=date(2026, 11, 25))
    for days, taken in ((0, False), (1, True), (1, True), (1, False)):
        clock.shift(timedelta(days=days))
        if taken:
            make_voice(collection, f"Іван Петренко-{'АБВ'[collection.voices]}")
        else:
            with pytest.raises(CollectionClosed):
                make_voice(collection)


def test_rows_signed_in_time_are_keyed_in_until_the_collection_is_closed_for_good(clock):
    collection = make_collection(closes_on=date(2026, 11, 23))
    sheet = make_sheet(collection)
    clock.shift(timedelta(days=2))
    assert row(sheet, 1).state == "counted"
    close_collection(collection)
    with pytest.raises(CollectionClosed):
        row(sheet, 2, "Олена Коваль")


def test_a_sheet_has_no_row_beyond_its_last():
    with pytest.raises(Refused):
        row(make_sheet(make_collection(), rows=5), 6)


def test_the_database_itself_refuses_a_second_voice():
    collection = make_collection()
    record = make_voice(collection)
    with pytest.raises(IntegrityError), transaction.atomic():
        Record.objects.create(collection=collection, person_key=record.person_key, channel="web")
    with pytest.raises(IntegrityError), transaction.atomic():
        Record.objects.create(collection=collection, person_key="0" * 64, channel="paper")


def test_thanks_go_to_whoever_signed_on_the_site_and_tell_how_to_take_back():
    collection = make_collection(closes_on=date(2099, 12, 31))
    person = factories.resident()
    make_voice(collection, user=person)
    sign(collection, user=None, name="Олена Коваль", birth_date=BORN, channel="desk", actor=factories.desk_operator())
    letter = Letter.objects.get(kind="sheets/thanks")
    assert letter.recipient == person.email
    assert f"/uchast/pidpysy/{collection.pk}/" in letter.text
    assert "31 грудня 2099" in letter.text
