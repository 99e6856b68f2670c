"""Tables for spreadsheets: whole, typed, and with no cell that runs."""

import csv
import io
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from core.exports import MAX_CELL, cell, guarded, stream_csv, stream_xlsx
from core.models import RateCounter

WICKED = [
    "=1+1",
    "+380",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =cmd|' /C calc'!A0",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
]


def read_csv(response):
    """The rows of a streamed CSV as a spreadsheet reads them."""
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def read_xlsx(response):
    """The cells of a sheet, row by row."""
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    return [list(row) for row in book.active.iter_rows()]


def test_csv_has_a_mark_and_windows_line_ends(clock):
    response = stream_csv("запити", ["Номер", "Тема"], [["ЗПІ-1", 'лапки " і, кома'], ["ЗПІ-2", "два\nрядки"]])
    raw = b"".join(response.streaming_content)
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.decode("utf-8-sig").split("\r\n")[1] == 'ЗПІ-1,"лапки "" і, кома"'
    assert '"два\nрядки"' in raw.decode()
    assert response["Content-Type"] == "text/csv; charset=utf-8"


def test_the_file_is_named_with_the_date(clock):
    header = stream_csv("запити", [], [])["Content-Disposition"]
    assert header.startswith('attachment; filename="zapyty-2026-11-23.csv"; filename*=UTF-8')
    assert stream_xlsx("register", ["a"], [])["Content-Disposition"].startswith(
        'attachment; filename="register-2026-11-23.xlsx"'
    )


@pytest.mark.parametrize("words", WICKED)
def test_formulas_in_csv_become_words(words):
    [[_], [value]] = read_csv(stream_csv("x", ["h"], [[words]]))
    assert value.startswith("'")


@pytest.mark.parametrize("words", WICKED)
def test_formulas_in_xlsx_become_words(words):
    _, [made] = read_xlsx(stream_xlsx("x", ["h"], [[words]]))
    assert made.data_type == "s"
    assert made.value == cell(words)


def test_headers_are_guarded_too():
    assert read_csv(stream_csv("x", ["=1+1"], []))[0] == ["'=1+1"]
    assert read_xlsx(stream_xlsx("x", ["=1+1"], []))[0][0].data_type == "s"


def test_numbers_are_not_taken_for_formulas():
    assert read_csv(stream_csv("x", ["h"], [[-5], [Decimal("-1.50")], [-0.5]]))[1:] == [["-5"], ["-1.50"], ["-0.5"]]


def test_xlsx_keeps_types():
    moment = datetime(2026, 11, 23, 8, 30, 15, 999, tzinfo=UTC)
    rows = [[5, 2.5, Decimal("10.25"), date(2026, 11, 23), moment, "текст", None, True]]
    made = [cell.value for cell in read_xlsx(stream_xlsx("x", list("abcdefgh"), rows))[1]]
    assert made == [
        5,
        2.5,
        10.25,
        datetime(2026, 11, 23),
        datetime(2026, 11, 23, 10, 30, 15),
        "текст",
        None,
        "так",
    ]


def test_csv_writes_dates_for_machines():
    moment = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
    [row] = read_csv(stream_csv("x", ["a", "b", "c", "d"], [[date(2026, 1, 2), moment, time(9, 5), None]]))[1:]
    assert row == ["2026-01-02", "2026-11-23 10:30", "09:05", ""]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("а\x00б\x0bв\ud800", "абв"),
        (float("nan"), ""),
        (float("inf"), ""),
        (Decimal("NaN"), ""),
        (12345678901234567890, "12345678901234567890"),
        (date(988, 7, 28), "0988-07-28"),
        (["а", 1, None], "а; 1; "),
        ("ж" * 40_000, "ж" * (MAX_CELL - 1) + "…"),
    ],
)
def test_what_a_spreadsheet_cannot_hold_is_bent(value, kept):
    assert cell(value) == kept


@given(
    st.lists(
        st.one_of(st.text(st.characters()), st.integers(), st.floats(), st.decimals(), st.datetimes(), st.none()),
        min_size=1,
    )
)
def test_any_row_goes_into_both_files_and_runs_in_neither(row):
    for value in read_csv(stream_csv("x", ["h"], [row]))[1]:
        assert not value.lstrip().startswith(("=", "@", "＝", "＠", "＋", "－"))
    for made in read_xlsx(stream_xlsx("x", ["h"], [row]))[1:]:
        assert all(one.data_type != "f" for one in made)


def test_rows_are_read_while_they_are_sent():
    taken = []

    def rows():
        for number in range(1000):
            taken.append(number)
            yield [number]

    stream = iter(stream_csv("x", ["h"], rows()).streaming_content)
    next(stream)
    next(stream)
    assert len(taken) == 1


@pytest.mark.django_db
def test_queries_do_not_grow_with_rows(constant_queries, clock):
    from django.utils import timezone

    def make_rows(count):
        start = RateCounter.objects.count()
        rows = [RateCounter(key=f"k{start + number}", window_start=timezone.now()) for number in range(count)]
        RateCounter.objects.bulk_create(rows)

    def fetch():
        rows = RateCounter.objects.order_by("pk").values_list("key", "count").iterator(chunk_size=500)
        list(stream_csv("x", ["key", "count"], rows).streaming_content)

    constant_queries(fetch, make_rows)


def test_a_sheet_that_is_full_says_so(monkeypatch):
    monkeypatch.setattr("core.exports.MAX_ROWS", 3)
    rows = read_xlsx(stream_xlsx("x", ["h"], [[number] for number in range(9)]))
    assert [row[0].value for row in rows[1:3]] == [0, 1]
    assert isinstance(rows[3][0].value, str)
    assert len(rows) == 4


@pytest.mark.parametrize("title", ["а/б[в]:*?\\г", "'", "ж" * 60, ""])
def test_any_title_makes_a_sheet(title):
    assert (
        len(
            load_workbook(io.BytesIO(b"".join(stream_xlsx("x", ["h"], [], sheet=title).streaming_content))).active.title
        )
        <= 31
    )


def test_lazy_words_are_written_in_the_readers_language():
    from django.utils.translation import gettext_lazy, override

    with override("uk"):
        assert guarded(gettext_lazy("Yes")) == "Так"
