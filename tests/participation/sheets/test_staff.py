"""The screens of collections: who may, keying in a sheet row by row, striking, scans, exports."""

import io
from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from participation.sheets.models import Collection, Record, SheetRow
from participation.sheets.services import count
from tests import factories
from tests.participation.sheets.making import (
    BORN,
    IVAN,
    make_case,
    make_collection,
    make_sheet,
    make_voice,
    many_voices,
)
from tests.support.files import PDF, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(signed_in):
    return signed_in(factories.desk_operator())


@pytest.fixture
def sheet(db):
    return make_sheet(make_collection())


def typed(*rows, **more):
    """What an operator types: (name, date, place, refusal) from the first row on."""
    data = dict(more)
    for number, values in enumerate(rows, start=1):
        names = ("name", "birth_date", "place", "refusal")
        data |= {f"r{number}-{name}": value for name, value in zip(names, values, strict=False)}
    return data


def address(name, row):
    return reverse(f"sheets_staff:{name}", args=[row.pk])


def test_officials_see_only_what_their_unit_works_with(signed_in):
    official = factories.official()
    ours, theirs = make_collection(make_case(unit=official.unit)), make_collection()
    browser = signed_in(official)
    page = browser.get(reverse("sheets_staff:index"))
    assert list(page.context["page_obj"]) == [ours]
    assert browser.get(address("screen", theirs)).status_code == 404
    assert browser.get(address("key_in", make_sheet(theirs))).status_code == 404
    assert browser.post(address("export", theirs)).status_code == 404


def test_rows_are_keyed_in_with_digits_alone_and_a_settlement_for_many(desk, sheet):
    village = factories.settlement("Вербівка")
    rows = [("Петренко Іван", "17051980", str(village.pk)), ("Коваль Олена", "1.2.1990"), ("Мороз Ганна", "3 4 1977")]
    answer = desk.post(address("key_in", sheet), typed(*rows), follow=True)
    assert count(sheet.collection) == 3
    assert set(Record.objects.values_list("settlement__name", flat=True)) == {"Вербівка"}
    assert "Збережено: зараховано 3, повторів 0, не зараховано 0." in answer.content.decode()


def test_a_wrong_row_keeps_its_words_and_loses_no_other(desk, sheet):
    rows = [("Петренко Іван", "17.05.1980"), ("Коваль Олена", "31.02.1990"), ("Мороз", "03.04.1977")]
    answer = desk.post(address("key_in", sheet), typed(*rows))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert count(sheet.collection) == 1
    assert 'value="Коваль Олена"' in page
    assert 'value="31.02.1990"' in page
    assert "Напишіть дату так: 17.05.1980." in page
    assert 'id="r3-said"' in page


def test_a_duplicate_shows_what_it_repeats(desk, sheet):
    make_voice(sheet.collection)
    answer = desk.post(address("key_in", sheet), typed(("Петренко Іван Степанович", "17.05.1980")), follow=True)
    page = answer.content.decode()
    assert "Повторює інший голос" in page
    assert f"Повторює: {IVAN}, На сайті" in page
    assert count(sheet.collection) == 1


def test_a_row_without_signature_is_written_down_and_not_counted(desk, sheet):
    desk.post(
        address("key_in", sheet), typed(("Петренко Іван", "17.05.1980", "", "no_signature"), ("", "", "", "illegible"))
    )
    assert list(SheetRow.objects.values_list("number", "state", "reason")) == [
        (1, "refused", "no_signature"),
        (2, "refused", "illegible"),
    ]
    assert count(sheet.collection) == 0


def test_a_row_keyed_in_by_two_operators_is_not_overwritten_unseen(desk, sheet):
    desk.post(address("key_in", sheet), typed(("Петренко Іван", "17.05.1980")))
    other = typed(("Коваль Олена", "01.02.1990"))
    answer = desk.post(address("key_in", sheet), other)
    assert answer.status_code == 422
    assert "Цей рядок уже внесено: Петренко Іван." in answer.content.decode()
    assert Record.objects.standing().get().name == "Петренко Іван"
    desk.post(address("key_in", sheet), {**other, "r1-anew": "on"})
    assert Record.objects.standing().get().name == "Коваль Олена"
    assert Record.objects.count() == 2


def test_a_keyed_row_opens_for_correction(desk, sheet):
    desk.post(address("key_in", sheet), typed(("Петренко Іван", "17.05.1980")))
    page = desk.get(address("key_in", sheet) + "?row=1").content.decode()
    assert 'name="r1-name"' in page
    assert 'name="r1-name"' not in desk.get(address("key_in", sheet)).content.decode()


def test_a_voice_is_struck_out_with_a_reason_and_stands_again(desk):
    record = make_voice(make_collection())
    assert desk.post(address("strike", record), {"reason": " "}).status_code == 422
    desk.post(address("strike", record), {"reason": "Підпис за іншу особу"})
    page = desk.get(address("records", record.collection)).content.decode()
    assert "Підпис за іншу особу" in page
    assert count(record.collection) == 0
    desk.post(address("restore", record))
    assert count(record.collection) == 1
    log = ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(Collection))
    assert {"sheets.strike", "sheets.restore"} <= set(log.values_list("action", flat=True))
    assert IVAN not in str(list(log.values_list("data", flat=True)))


def test_the_list_finds_a_name_in_any_order_and_the_doubtful(desk):
    collection = make_collection(kind="support")
    for born in (None, BORN):
        make_voice(collection, born=born)
    make_voice(collection, "Олена Коваль")
    page = desk.get(address("records", collection), {"q": "петренко іван"})
    assert len(page.context["page_obj"].object_list) == 2
    page = desk.get(address("records", collection), {"state": "doubtful"})
    assert {record.name for record in page.context["page_obj"]} == {IVAN}


def test_a_voice_at_the_desk_is_counted_and_a_repeat_is_told_beside_the_form(desk):
    collection = make_collection()
    person = {"name": IVAN, "birth_date": "17.05.1980", "settlement": ""}
    desk.post(address("desk", collection), person)
    answer = desk.post(address("desk", collection), person)
    assert answer.status_code == 422
    assert "уже зараховано" in answer.content.decode()
    assert Record.objects.get().entered_by is not None


def test_a_scan_is_kept_and_read_by_staff_of_the_case_only(desk, sheet, signed_in):
    desk.post(address("add_scan", sheet), {"files": upload("arkush.pdf", PDF)})
    scan = sheet.scans.get()
    sheet.refresh_from_db()
    assert sheet.returned_at is not None
    assert desk.get(address("scan", scan)).status_code == 200
    assert signed_in(factories.official()).get(address("scan", scan)).status_code == 404


def test_the_table_holds_every_voice_and_the_log_who_took_it(desk):
    collection = make_collection()
    make_voice(collection)
    desk.post(address("key_in", make_sheet(collection)), typed(("=Коваль Олена", "01.02.1990")))
    answer = desk.post(address("export", collection))
    rows = list(load_workbook(io.BytesIO(answer.getvalue())).active.iter_rows(values_only=True))
    assert [row[1] for row in rows[1:]] == [IVAN, "=Коваль Олена"]
    assert rows[2][4:6] == (1, 1)
    assert ModelLogEntry.objects.filter(action="core.exported").count() == 1


def test_closing_asks_first_and_tells_of_sheets_that_are_out(desk, sheet):
    assert "Не повернувся 1 аркуш." in desk.get(address("close", sheet.collection)).content.decode()
    desk.post(address("close", sheet.collection))
    sheet.collection.refresh_from_db()
    assert sheet.collection.closed_at is not None
    desk.post(address("key_in", sheet), typed(("Петренко Іван", "17.05.1980")))
    assert count(sheet.collection) == 0


@pytest.mark.parametrize("name", ["index", "records", "screen"])
def test_screens_cost_the_same_for_many(desk, constant_queries, name):
    collection = make_collection()
    place = reverse("sheets_staff:index") if name == "index" else address(name, collection)

    def more(number):
        many_voices(collection, number)
        for _collection in range(number // 10):
            make_sheet(make_collection(collection.case))
            make_sheet(collection)

    constant_queries(lambda: desk.get(place), more, few=10, more=200)


def test_a_long_sheet_costs_as_much_as_a_short_one(desk, constant_queries):
    collection = make_collection()
    sheet = make_sheet(collection, rows=36)

    def more(number):
        last = sheet.keyed.count()
        rows = [("", "")] * last + [
            (f"Петренко Іван-{'абвгдежзиіклмнопрстуфхцчшщюя'[last + n]}", "17.05.1980") for n in range(number)
        ]
        desk.post(address("key_in", sheet), typed(*rows), follow=True)

    constant_queries(lambda: desk.get(address("key_in", sheet)), more, few=5, more=20)


NASTY = [
    "\x00",
    "<script>",
    "-1",
    "9" * 40,
    "²",
    "я" * 2_000,
    "0001-01-01",
    "31.12.9999",
    "2026-02-30",
    "' OR 1=1",
    "=1+1",
]


def test_no_value_of_a_stranger_breaks_a_screen(desk, sheet):
    for value in NASTY:
        row = dict.fromkeys(("r1-name", "r1-birth_date", "r1-place", "r1-refusal"), value)
        assert desk.post(address("key_in", sheet), row).status_code in (302, 422)
        assert desk.get(address("key_in", sheet), {"row": value}).status_code == 200
        for name in ("records", "screen"):
            query = dict.fromkeys(("q", "channel", "settlement", "state", "page", "first", "last"), value)
            assert desk.get(address(name, sheet.collection), query).status_code == 200
        query = dict.fromkeys(("q", "kind", "state", "page"), value)
        assert desk.get(reverse("sheets_staff:index"), query).status_code == 200
        assert desk.post(address("print_sheets", sheet.collection), {"copies": value, "rows": value}).status_code == 422


@pytest.mark.parametrize("numbers", [("7", "9"), ("1", "99999999"), ("9", "1"), ("²", "1")])
def test_the_file_of_sheets_is_made_of_what_there_is_or_not_found(desk, sheet, numbers):
    answer = desk.get(address("sheets_file", sheet.collection), dict(zip(("first", "last"), numbers, strict=True)))
    assert answer.status_code == (200 if numbers in (("1", "99999999"), ("²", "1")) else 404)


def test_a_key_beyond_the_database_is_not_found(desk):
    for name in ("screen", "key_in", "strike", "scan", "records"):
        assert desk.get(reverse(f"sheets_staff:{name}", args=[2**63])).status_code == 404


def test_the_date_of_birth_is_nowhere(desk, sheet):
    desk.post(address("key_in", sheet), typed(("Петренко Іван", "17.05.1980")))
    stored = [str(value) for model in (Record, SheetRow) for row in model.objects.values_list() for value in row]
    assert not [value for value in stored if "1980" in value or "17.05" in value]
    assert date(1980, 5, 17) == BORN
