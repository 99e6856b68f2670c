"""The staff's export: whole, scoped, harmless in a spreadsheet, written into the log."""

import io

import pytest
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from tests import factories
from tests.casework.staff.example import PRIVATE, example_case
from tests.support.many import many_cases

INBOX = "/admin/vkhidni/"


@pytest.fixture
def head():
    return factories.head()


def body(response):
    """The bytes of a streamed answer."""
    return b"".join(response.streaming_content)


def test_the_table_holds_what_the_filters_chose(signed_in, head):
    chosen, other = example_case(channel="post"), example_case(channel="desk")
    text = body(signed_in(head).get(f"{INBOX}?tab=all&channel=post&export=csv")).decode("utf-8-sig")
    assert chosen.number in text
    assert other.number not in text
    assert PRIVATE in text


def test_a_formula_stays_words_in_both_forms(signed_in, head):
    example_case(text='=HYPERLINK("http://zlo.example")', applicant={"name": "+380", "email": "a@example.org"})
    client = signed_in(head)
    text = body(client.get(f"{INBOX}?tab=all&export=csv")).decode("utf-8-sig")
    assert "'=HYPERLINK" in text
    assert "'+380" in text
    sheet = load_workbook(io.BytesIO(body(client.get(f"{INBOX}?tab=all&export=xlsx")))).active
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert any(str(cell.value).startswith("=HYPERLINK") for row in sheet.iter_rows() for cell in row)


def test_every_export_is_recorded_without_personal_data(signed_in, head):
    example_case()
    signed_in(head).get(f"{INBOX}?tab=all&q=Квітка&export=csv")
    entry = ModelLogEntry.objects.get(action="core.exported")
    assert entry.user == head
    assert entry.data == {"list": "casework.inbox", "format": "csv"}


def test_a_case_without_an_applicant_is_exported_too(signed_in, head):
    case = example_case()
    case.applicant.delete()
    assert case.number in body(signed_in(head).get(f"{INBOX}?tab=all&export=csv")).decode()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_export_asks_the_database_as_often_for_many_rows(signed_in, head, constant_queries, form):
    client = signed_in(head)

    constant_queries(lambda: body(client.get(f"{INBOX}?tab=all&export={form}")), many_cases)
