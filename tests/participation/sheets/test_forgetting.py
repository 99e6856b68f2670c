"""What is kept of people, for how long, and what a person gets out."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.utils import timezone

from accounts import mydata
from casework.models import Case
from participation.sheets.errors import AlreadySigned
from participation.sheets.keys import folded_name, person_keys
from participation.sheets.models import Record, SheetRow, SheetScan
from participation.sheets.services import (
    close_collection,
    close_with_cases,
    count,
    erase_old_names,
    key_in,
    sign,
    take_scan,
)
from tests import factories
from tests.participation.sheets.making import BORN, IVAN, make_collection, make_sheet, make_voice
from tests.support.files import PDF, upload

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "spelling",
    ["Петренко Іван Степанович", "іван  ПЕТРЕНКО", "Iван Пeтренко", "Петренко-Іван", "Іван Степанович Петренко"],
)
def test_one_person_however_the_name_is_written(spelling):
    assert person_keys(name=spelling, birth_date=BORN) == person_keys(name=IVAN, birth_date=BORN)


@pytest.mark.parametrize("other", ["Степан Петренко", "Іван Петрина", "Іван Петренко-Коваль", "Іванна Петренко"])
def test_other_people_stay_other(other):
    assert person_keys(name=other, birth_date=BORN) != person_keys(name=IVAN, birth_date=BORN)


def test_a_surname_like_a_patronymic_is_kept():
    assert folded_name("Марія Іллівна Кузьмич") == folded_name("Кузьмич Марія") == folded_name("Кузьмич Марія Іллівна")


def test_a_key_tells_nothing_without_the_secret_and_outlives_its_change(settings):
    collection = make_collection()
    make_voice(collection)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-secret-" + "x" * 40
    assert person_keys(name=IVAN, birth_date=BORN)[0] != Record.objects.get().person_key
    with pytest.raises(AlreadySigned):
        make_voice(collection)


def test_names_scans_and_keys_go_a_year_after_the_closing(clock, django_capture_on_commit_callbacks):
    collection, person = make_collection(), factories.resident()
    sheet = make_sheet(collection)
    make_voice(collection, user=person)
    key_in(sheet, 1, name=IVAN, birth_date=BORN, settlement=None, actor=None)
    scan = take_scan(sheet, upload("arkush.pdf", PDF), actor=factories.desk_operator())
    key = Record.objects.get().person_key
    close_collection(collection)
    clock.shift(timedelta(days=360))
    assert erase_old_names() == 0
    clock.shift(timedelta(days=10))
    with django_capture_on_commit_callbacks(execute=True):
        assert erase_old_names() == 1
    record = Record.objects.get()
    assert (record.name, record.name_key, record.user) == ("", "", None)
    assert record.person_key != key
    assert SheetRow.objects.get().name == ""
    assert not SheetScan.objects.exists()
    assert not storages["private"].exists(scan.file.name)
    assert count(collection) == 1
    assert erase_old_names() == 0


def test_a_collection_is_closed_with_its_case():
    collection = make_collection()
    assert close_with_cases() == 0
    Case.objects.filter(pk=collection.case_id).update(closed_at=timezone.now())
    assert close_with_cases() == 1
    collection.refresh_from_db()
    assert collection.closed_at is not None


def test_a_person_gets_the_own_voices_out_and_leaves_without_a_name():
    person, collection = factories.resident(), make_collection()
    make_voice(collection, user=person, settlement=factories.settlement("Вербівка"))
    told = mydata.export(person)["voices"]
    assert [(row["collection"], row["name"], row["settlement"]) for row in told] == [
        (collection.title, IVAN, "Вербівка")
    ]
    mydata.erase(person)
    record = Record.objects.get()
    assert (record.name, record.user, count(collection)) == ("", None, 1)
    with pytest.raises(AlreadySigned):
        sign(collection, user=None, name=IVAN, birth_date=BORN, channel="desk")
