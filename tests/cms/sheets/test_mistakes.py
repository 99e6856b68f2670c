"""What is wrong in a workbook is told at its row and column, and nothing is written; hostile files get one message."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from openpyxl import Workbook

from cms.models import ServicePage, ServiceSheet
from cms.sheets import reading
from cms.sheets.planning import plan
from cms.sheets.reading import WorkbookError, read
from tests import factories
from tests.cms.paper.make import place, service
from tests.cms.sheets.test_round_trip import add_service, book, column, planned, stored
from tests.support import files

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/posluhy/tablytsia/"
NEW = {"Назва": "Довідка", "Одним реченням": "Слова."}


def told(changed):
    """{(sheet, row, column): words} of all problems."""
    return {(p.sheet, p.row, p.column): p.message for p in planned(changed).problems}


@pytest.mark.parametrize(
    ("heading", "value", "words"),
    [
        ("Для ФОП", "мабуть", "«так» або «ні»"),
        ("Одним реченням", "я" * 161, "160"),
        ("Одним реченням", None, ""),
        ("Суб’єкт надання", "Міністерство магії", "Міністерство магії"),
        ("Місця (адреси)", "nema-takoho", "nema-takoho"),
        ("Як отримати результат", "поштою; голубом", "Такого варіанта немає"),
        ("Адреса онлайн", "не адреса", "URL"),
        ("Перевірено", "позавчора", "23.11.2026"),
        ("Перевіряти кожні, днів", "1,5", "ціле число"),
        ("Перевіряти кожні, днів", 3, "7"),
        ("Назва", "=1+1", "формула"),
        ("Адреса", "Моя послуга", "moia-posluha"),
        ("Адреса", "nema/variant", "nema"),
    ],
)
def test_a_wrong_cell_of_a_card(heading, value, words):
    changed = book()
    add_service(changed, **{**NEW, heading: value})
    found = told(changed)
    assert list(found) == [("Послуги", 2, heading)]
    assert words in found["Послуги", 2, heading]


@pytest.mark.parametrize(
    ("title", "row", "heading", "words"),
    [
        ("Плата", ["дорослі", "ні", "п’ять", "", "", "", ""], "Сума, грн", "суму в гривнях"),
        ("Плата", ["дорослі", "ні", "1,234", "", "", "", ""], "Сума, грн", "дві цифри"),
        ("Плата", ["дорослі", "ні", None, "", "", "", ""], "Сума, грн", ""),
        ("Плата", ["дорослі", "так", 5, "", "", "", ""], "", ""),
        ("Плата", ["", "так", None, "", "", "", ""], "З кого або за що", ""),
        ("Строки", ["", 5, "тижні", "", ""], "Одиниця строку", "робочі дні"),
        ("Документи", ["Паспорт", "шкірка", "", "", ""], "Форма", "оригінал"),
        ("Документи", ["Паспорт", "", "", "", "nema"], "Зразок (адреса)", "nema"),
        ("Нормативні акти", ["Закон", "1", "", "javascript:alert(1)"], "Адреса акта", "URL"),
        ("Кроки", ["", "потім", "", "", "", ""], "Що робити", ""),
        ("Кроки", ["Крок", "потім", "", "", "", ""], "", "два кроки"),
    ],
)
def test_a_wrong_cell_of_a_list(title, row, heading, words):
    changed = book()
    add_service(changed, **NEW)
    changed[title].append(["dovidka", *row])
    found = told(changed)
    assert list(found) == [(title, 2, heading)]
    assert words in found[title, 2, heading]


def test_the_first_step_follows_nothing():
    changed = book()
    add_service(changed, **NEW)
    for title in ("Крок", "Ще крок"):
        changed["Кроки"].append(["dovidka", title, "або замість цього", "", "", "", ""])
    assert "потім" in told(changed)["Кроки", 2, ""]


def test_rows_of_nobody_and_addresses_that_stand_twice():
    changed = book()
    add_service(changed, **NEW)
    add_service(changed, **NEW)
    changed["Документи"].append(["inshe", "Паспорт", "", "", "", ""])
    assert list(told(changed)) == [("Послуги", 3, "Адреса"), ("Документи", 2, "Послуга (адреса)")]


def test_strange_and_missing_headings_are_told_in_the_first_row():
    changed = book()
    changed["Послуги"]["A1"] = "Адрес"
    changed["Плата"].delete_cols(5)
    found = told(changed)
    assert "«Адрес»" in found["Послуги", 1, ""]
    assert ("Послуги", 1, "Адреса") in found
    assert ("Плата", 1, "Сума словами") in found


def hostile():
    """Pairs (name of the case, file, words of the refusal)."""
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    sheet = (
        entity
        + b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
    )
    yield "empty", b"", "порожній"
    yield "text", "Назва;Код".encode(), "не книга Excel"
    yield "picture", files.picture(), "не книга Excel"
    yield "word", files.docx(), "не книга Excel"
    yield "program", b"MZ\x90\x00", ""
    yield "macros", rebuilt({"xl/vbaProject.bin": b"x"}), "макрос"
    yield "bomb", rebuilt({"xl/media/big.bin": b"\0" * 60_000_000}), "після розпакування"
    yield "entities", rebuilt({"xl/worksheets/sheet1.xml": sheet}), "не вдалося прочитати"
    yield "broken xml", rebuilt({"xl/worksheets/sheet1.xml": b"<worksheet><sheet"}), "не вдалося прочитати"
    yield "broken workbook", rebuilt({"xl/workbook.xml": b"<workbook/>"}), ""
    yield "other table", files.xlsx(), "немає аркуша «Послуги»"


def rebuilt(changes):
    """The empty export with some entries put in or replaced."""
    source = zipfile.ZipFile(io.BytesIO(stored(book())))
    entries = {name: source.read(name) for name in source.namelist()}
    return files.archive({**entries, **changes})


def test_hostile_files_get_one_message_beside_the_field(signed_in):
    client = signed_in(factories.editor())
    for name, data, words in hostile():
        answer = client.post(UPLOAD, {"file": SimpleUploadedFile("services.xlsx", data), "language": "uk"})
        assert answer.status_code == 200, name
        messages = answer.context["form"].errors["file"]
        assert len(messages) == 1, name
        assert words in messages[0], (name, messages)
        assert 'id="id_file_error"' in answer.content.decode(), name
    assert not ServiceSheet.objects.exists()


def test_a_hundred_thousand_rows_are_refused_before_they_are_compared(monkeypatch):
    monkeypatch.setattr(reading, "MAX_ROWS", 50)
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Послуги"
    sheet.append(["Адреса", "Назва"])
    for number in range(60):
        sheet.append([f"a{number}", "Назва"])
    with pytest.raises(WorkbookError, match="більше ніж 50 рядків"):
        read(ContentFile(stored(workbook), name="a.xlsx"))


def test_a_chart_instead_of_a_table_is_refused():
    workbook = Workbook()
    workbook.create_chartsheet("Послуги")
    with pytest.raises(WorkbookError):
        read(ContentFile(stored(workbook), name="a.xlsx"))


def upload(client, changed):
    return client.post(UPLOAD, {"file": SimpleUploadedFile("services.xlsx", stored(changed)), "language": "uk"})


def test_an_editor_uploads_looks_and_confirms(signed_in):
    page = service("Стара назва")
    client = signed_in(factories.editor())
    changed = book()
    sheet = changed["Послуги"]
    sheet[f"{column(sheet, 'Назва')}2"] = "Нова назва"
    add_service(changed, **NEW)
    check = upload(client, changed)["Location"]
    report = client.get(check).content.decode()
    assert "Нова назва" in report
    assert "створено" in report
    assert not ServicePage.objects.filter(slug="dovidka").exists()
    assert client.post(check).status_code == 302
    assert ServicePage.objects.filter(slug="dovidka", live=False).exists()
    assert ServicePage.objects.get(pk=page.pk).draft_title == "Нова назва"
    kept = ServiceSheet.objects.get()
    assert (bytes(kept.data), kept.created, kept.changed) == (b"", 1, 1)
    assert client.post(check).status_code == 404
    assert "створено 1, змінено 1" in client.get(UPLOAD).content.decode()


def test_mistakes_are_shown_and_cannot_be_confirmed(signed_in):
    client = signed_in(factories.editor())
    changed = book()
    add_service(changed, **{**NEW, "Для ФОП": "мабуть"})
    check = upload(client, changed)["Location"]
    report = client.get(check).content.decode()
    assert "Напишіть «так» або «ні»." in report
    assert "Записати чернетки" not in report
    client.post(check)
    assert not ServicePage.objects.exists()


def test_a_confirmation_is_good_only_for_what_was_shown(signed_in):
    client = signed_in(factories.editor())
    changed = book()
    add_service(changed, **NEW)
    check = upload(client, changed)["Location"]
    service("Довідка", slug="dovidka", lead="Хтось був швидший.")
    client.post(check)
    assert ServicePage.objects.get().get_latest_revision_as_object().lead == "Хтось був швидший."
    assert "буде змінено" in client.get(check).content.decode()
    client.post(check)
    assert ServicePage.objects.get().get_latest_revision_as_object().lead == "Слова."


def test_a_locked_page_is_told(signed_in):
    editor, page = factories.editor(), service()
    page.locked, page.locked_by = True, factories.head()
    page.save()
    changed = book()
    sheet = changed["Послуги"]
    sheet[f"{column(sheet, 'Назва')}2"] = "Інша"
    found = plan(read(ContentFile(stored(changed), name="a.xlsx")), actor=editor)
    assert "заблокував" in found.problems[0].message


@pytest.mark.parametrize(
    ("who", "status"), [("editor", 200), ("head", 200), ("press_officer", 403), ("desk_operator", 403)]
)
def test_who_works_with_the_workbook(signed_in, who, status):
    client = signed_in(getattr(factories, who)())
    expected = {200} if status == 200 else {302, 403}
    assert client.get(UPLOAD).status_code in expected
    assert client.get(f"{UPLOAD}uk.xlsx").status_code in expected


def test_nobody_confirms_the_file_of_another(signed_in):
    changed = book()
    add_service(changed, **NEW)
    check = upload(signed_in(factories.editor()), changed)["Location"]
    other = signed_in(factories.head())
    assert other.get(check).status_code == 404
    assert other.post(check).status_code == 404


def test_the_command_refuses_with_the_places_of_mistakes(tmp_path):
    place()
    changed = book()
    add_service(changed, **{**NEW, "Для ФОП": "мабуть"})
    path = tmp_path / "services.xlsx"
    path.write_bytes(stored(changed))
    with pytest.raises(CommandError, match="Послуги, row 2, Для ФОП"):
        call_command("import_services", path)
    assert not ServicePage.objects.exists()
