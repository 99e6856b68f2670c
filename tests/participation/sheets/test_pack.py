"""Paper: what the PDFs say, read back from the files."""

import io
from datetime import date

import pytest
from django.urls import reverse
from pypdf import PdfReader

from core import pdf
from participation.sheets import pack
from participation.sheets.printing.papers import PAPERS
from participation.sheets.services import print_sheets
from tests import factories
from tests.participation.sheets.making import make_case, make_collection

pytestmark = pytest.mark.django_db
ITEM = pack.PrintItem(
    title="Детальний план кварталу між вулицями Садовою та Козацькою",
    lead="Як зміниться квартал: де будуть дитячий садок, сквер і стоянки.",
    url="/uchast/slukhannia/7/",
    when="15 грудня 2026 року, 17:30",
    where="Будинок культури, вул. Центральна, 4",
    contact="044 123 45 67",
    large="Нам покажуть план кварталу. Прийти може кожен.",
    kicker="Громадські слухання",
    call="Прийдіть і скажіть",
    points=("Доповідь розробника", "Запитання мешканців"),
    ground="рішення ради від 12.11.2026 № 214",
)


@pytest.fixture
def item(monkeypatch):
    """What the room of suggestions would register."""
    monkeypatch.setitem(pack._makers, "suggestion", lambda case: ITEM)
    return ITEM


def read(answer):
    """(PdfReader, all its words in one line)."""
    reader = PdfReader(io.BytesIO(answer.content))
    return reader, " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def get_paper(client, case, key):
    return read(client.get(reverse("sheets:paper", args=[case.number, key])))


def test_the_pack_names_every_paper(client, item):
    case = make_case()
    words = client.get(reverse("sheets:pack", args=[case.number])).content.decode()
    assert all(f"{paper.key}.pdf" in words for paper in PAPERS)
    assert "Підписні аркуші" not in words


def test_the_poster_is_one_tagged_page_with_eight_strips(client, item):
    reader, words = get_paper(client, make_case(), "plakat")
    assert len(reader.pages) == 1
    for text in (ITEM.title, ITEM.when, ITEM.where, ITEM.call, ITEM.kicker, "Доповідь розробника", "044 123 45 67"):
        assert text in words
    assert words.replace(" ", "").count("testserver/uchast/slukhannia/7") == 1 + 8
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "uk"
    assert "pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data().decode()


def test_the_longest_poster_still_fits_one_page(client, monkeypatch):
    long = pack.PrintItem(**{**ITEM.__dict__, "title": "Довга назва слухання " * 9, "lead": "Дуже довгий опис. " * 60})
    monkeypatch.setitem(pack._makers, "suggestion", lambda case: long)
    for key in ("plakat", "oholoshennia"):
        reader, words = get_paper(client, make_case(), key)
        assert len(reader.pages) == 1
        assert ITEM.when in words


def test_the_notice_has_a_place_for_the_proof(client, item):
    reader, words = get_paper(client, make_case(), "oholoshennia")
    assert len(reader.pages) == 1
    for text in (ITEM.lead, ITEM.ground, "Вивішено: дата, час", "Знято: дата, час"):
        assert text in words


def test_the_large_print_is_large_and_plain(client, item):
    reader, words = get_paper(client, make_case(), "velykyi-shryft")
    sizes = []
    reader.pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: text.strip() and sizes.append(size * tm[0] * cm[0])
    )
    assert ITEM.large in words
    assert min(sizes) >= 14, sizes
    assert "Кого запитати" in words


def test_numbered_sheets_have_numbers_rows_and_what_people_agree_to(signed_in):
    author = factories.resident()
    collection = make_collection(make_case(author=author), closes_on=date(2099, 12, 31), minimum_age=14)
    print_sheets(collection, copies=3, rows_per_sheet=12, actor=author)
    answer = signed_in(author).get(reverse("sheets:sheets_file", args=[collection.pk]), {"first": "2", "last": "3"})
    reader, words = read(answer)
    assert len(reader.pages) == 2
    assert "№ 2" in words
    assert "№ 3" in words
    assert "№ 1" not in words
    rows = [line.strip() for line in reader.pages[0].extract_text().splitlines() if line.strip().isdigit()]
    assert rows == [str(number) for number in range(1, 13)]
    for text in ("Дата народження", "Підпис", collection.title, collection.case.number, "14 років", "31 грудня 2099"):
        assert text in words


def test_more_rows_than_a_side_holds_go_on_under_the_same_head(signed_in):
    author = factories.resident()
    collection = make_collection(make_case(author=author))
    print_sheets(collection, copies=1, rows_per_sheet=36, actor=author)
    reader, words = read(signed_in(author).get(reverse("sheets:sheets_file", args=[collection.pk])))
    assert len(reader.pages) == 3
    assert words.count("Дата народження") >= len(reader.pages)


def test_a_case_that_collects_voices_has_a_pack_though_its_room_registered_nothing(client):
    collection = make_collection()
    _reader, words = get_paper(client, collection.case, "plakat")
    assert collection.title in words
    assert "Додайте свій голос" in words


@pytest.mark.parametrize(("visibility", "quarantine"), [("private", False), ("register", True)])
def test_what_is_not_public_is_not_printed_by_strangers(client, item, visibility, quarantine):
    case = make_case(visibility=visibility, is_quarantined=quarantine)
    assert client.get(reverse("sheets:pack", args=[case.number])).status_code == 404
    assert client.get(reverse("sheets:paper", args=[case.number, "plakat"])).status_code == 404


def test_unknown_papers_and_cases_are_not_found(client, item):
    case = make_case()
    assert client.get(reverse("sheets:paper", args=[case.number, "kartyna"])).status_code == 404
    assert client.get(reverse("sheets:pack", args=["ПРП-2026-99999"])).status_code == 404


def test_without_the_pdf_libraries_the_same_words_are_a_page_to_print(client, item, monkeypatch, signed_in):
    def absent():
        raise OSError("no pango")

    monkeypatch.setattr(pdf, "_library", absent)
    words = client.get(reverse("sheets:paper", args=[make_case().number, "plakat"])).content.decode()
    assert ITEM.title in words
    assert "testserver/uchast/slukhannia/7" in words
    author = factories.resident()
    collection = make_collection(make_case(author=author))
    print_sheets(collection, copies=1, rows_per_sheet=10, actor=author)
    words = signed_in(author).get(reverse("sheets:sheets_file", args=[collection.pk])).content.decode()
    assert '<th scope="row">10</th>' in words


def test_english_paper_speaks_english(client, item):
    case = make_case()
    reader, words = read(client.get(f"/en/uchast/pidpysy/druk/{case.number}/oholoshennia.pdf"))
    assert "Put up: date, time" in words
    assert reader.trailer["/Root"]["/Lang"] == "en"
