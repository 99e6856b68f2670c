"""Out and in again: an export that nobody touched changes nothing, a changed cell changes one draft."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from cms.models import ServicePage
from cms.sheets import applying
from cms.sheets.exporting import workbook
from cms.sheets.planning import Outcome, plan
from cms.sheets.reading import read
from cms.sheets.state import Tree
from tests.cms.paper.make import catalogue, place, provider, service, step

pytestmark = pytest.mark.django_db


def book():
    """The export, open for changes."""
    return load_workbook(workbook())


def stored(changed):
    """The bytes of a workbook."""
    target = io.BytesIO()
    changed.save(target)
    return target.getvalue()


def planned(changed):
    return plan(read(ContentFile(stored(changed), name="services.xlsx")))


def write(changed):
    found = planned(changed)
    assert not found.problems, found.problems
    return applying.apply(found, Tree("uk"))


def column(sheet, heading):
    return next(cell.column_letter for cell in sheet[1] if cell.value == heading)


def draft(page):
    return ServicePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def full_service():
    page = service(
        "Паспорт: \"перший\" = ґ",
        lead="=1+1 не формула",
        provider=provider(),
        ways_to_receive=["online", "in_person"],
        checked_on=date(2026, 11, 1),
        algorithm=[
            step("Подайте заяву", where=["online", "centre"], takes="15 хвилин", body="<p>Один.</p><p>Два & три.</p>"),
            step("Заберіть", joins="or", optional=True, body='<p>Є <b>жирне</b> й <a href="https://diia.gov.ua/">Дія</a></p>'),
        ],
    )  # fmt: skip
    page.places = [place()]
    page.save_revision().publish()
    return ServicePage.objects.get(pk=page.pk)


def test_an_export_that_nobody_touched_changes_nothing():
    full_service()
    service("Друга")
    service("Уперше", parent=service("З варіантами"))
    service("Чернетка", live=False)
    found = planned(book())
    assert not found.problems
    assert found.numbers == {Outcome.CREATED: 0, Outcome.CHANGED: 0, Outcome.UNCHANGED: 5}


def test_what_only_a_draft_says_is_exported_and_kept():
    page = service(lead="Як зараз")
    page.lead = "Як буде"
    page.save_revision()
    changed = book()
    sheet = changed["Послуги"]
    assert sheet[f"{column(sheet, 'Одним реченням')}2"].value == "Як буде"
    assert planned(changed).numbers[Outcome.UNCHANGED] == 1


def test_words_that_look_like_a_formula_stay_words():
    full_service()
    sheet = book()["Послуги"]
    cell = sheet[f"{column(sheet, 'Одним реченням')}2"]
    assert (cell.value, cell.data_type) == ("=1+1 не формула", "s")


def test_a_changed_cell_makes_a_draft_and_readers_see_the_old_words():
    page = full_service()
    changed = book()
    sheet = changed["Послуги"]
    sheet[f"{column(sheet, 'Назва')}2"] = "Паспорт громадянина"
    assert write(changed)[Outcome.CHANGED] == 1
    assert ServicePage.objects.get(pk=page.pk).title == page.title
    assert draft(page).title == "Паспорт громадянина"
    assert [step.value["title"] for step in draft(page).algorithm] == ["Подайте заяву", "Заберіть"]
    assert len(draft(page).fees.all()) == 2
    assert [row.pk for row in draft(page).places.all()] == [row.pk for row in page.places.all()]
    assert write(changed) == {Outcome.CREATED: 0, Outcome.CHANGED: 0, Outcome.UNCHANGED: 1}


def test_lists_are_changed_by_their_sheets():
    page = full_service()
    changed = book()
    fees = changed["Плата"]
    fees[f"{column(fees, 'Сума, грн')}2"] = "1 500,75"
    changed["Документи"].delete_rows(3)
    changed["Кроки"].append([page.slug, "Поскаржтеся", "або замість цього", "так", "онлайн", "", "Просто.\nСловами."])
    found = planned(changed)
    assert sorted(found.services[0].changes) == ["documents", "fees", "steps"]
    assert not found.problems
    applying.apply(found, Tree("uk"))
    now = draft(page)
    assert [row.amount for row in now.fees.all()] == [Decimal("1500.75"), None]
    assert [row.name for row in now.documents.all()] == ["Паспорт ґ"]
    assert now.algorithm[2].value["joins"] == "or"
    assert "<p" in str(now.algorithm[2].value["body"])
    assert "<b>жирне</b>" in str(now.algorithm[1].value["body"])
    assert write(changed)[Outcome.UNCHANGED] == 1


def test_a_sheet_that_the_file_lacks_leaves_its_list_alone():
    page = full_service()
    changed = book()
    for title in ("Документи", "Плата", "Кроки"):
        del changed[title]
    sheet = changed["Послуги"]
    sheet[f"{column(sheet, 'Назва')}2"] = "Інша назва"
    write(changed)
    assert len(draft(page).documents.all()) == 2
    assert len(draft(page).algorithm) == 2


def test_a_column_that_the_file_lacks_leaves_its_field_alone():
    page = full_service()
    changed = book()
    sheet = changed["Послуги"]
    sheet.delete_cols(next(cell.column for cell in sheet[1] if cell.value == "Суб’єкт надання"))
    sheet[f"{column(sheet, 'Назва')}2"] = "Інша назва"
    write(changed)
    assert draft(page).provider == page.provider


def add_service(changed, **values):
    sheet = changed["Послуги"]
    headings = [cell.value for cell in sheet[1]]
    sheet.append([values.get(heading) for heading in headings])


def test_new_rows_become_drafts_with_their_lists():
    changed = book()
    add_service(changed, Назва="Шлюб за добу", **{"Одним реченням": "Реєстрація шлюбу.", "Для фізичних осіб": "так"})
    changed["Строки"].append(["shliub-za-dobu", "звичайний", 24, "години", "", ""])
    assert write(changed)[Outcome.CREATED] == 1
    page = ServicePage.objects.get(slug="shliub-za-dobu")
    assert not page.live
    assert page.get_parent().pk == catalogue().pk
    assert str(draft(page).terms.get().length) == "24"
    assert write(changed)[Outcome.UNCHANGED] == 1


def test_a_variant_may_stand_in_the_file_before_its_service():
    changed = book()
    for address in ("pasport/upershe", "pasport"):
        add_service(changed, Адреса=address, Назва=address, **{"Одним реченням": "Слова."})
    assert write(changed)[Outcome.CREATED] == 2
    assert ServicePage.objects.get(slug="upershe").get_parent().slug == "pasport"


def test_nothing_half_written_when_the_last_row_fails(monkeypatch):
    changed = book()
    for number in range(3):
        add_service(changed, Назва=f"Послуга {number}", **{"Одним реченням": "Слова."})
    found = planned(changed)
    monkeypatch.setattr(type(found.services[2].page), "save_revision", broken_at(3))
    with pytest.raises(RuntimeError):
        applying.apply(found, Tree("uk"))
    assert not ServicePage.objects.exists()


def broken_at(number):
    """A `save_revision` that fails at its n-th call, as a database may."""
    real, calls = ServicePage.save_revision, []

    def save_revision(page, *args, **kwargs):
        calls.append(page)
        if len(calls) == number:
            raise RuntimeError
        return real(page, *args, **kwargs)

    return save_revision


def test_the_command_tells_and_writes(tmp_path, capsys):
    changed = book()
    add_service(changed, Назва="Довідка", **{"Одним реченням": "Слова."})
    path = tmp_path / "services.xlsx"
    path.write_bytes(stored(changed))
    call_command("import_services", path, "--dry-run")
    assert "created: dovidka" in capsys.readouterr().out
    assert not ServicePage.objects.exists()
    call_command("import_services", path)
    assert ServicePage.objects.get().slug == "dovidka"
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_services", tmp_path / "none.xlsx")


def test_a_large_catalogue_costs_questions_by_the_hundred_not_by_the_row(django_assert_max_num_queries):
    for _number in range(6):
        service()
    data = stored(book())
    with django_assert_max_num_queries(30):
        plan(read(ContentFile(data, name="a.xlsx")))
    with django_assert_max_num_queries(15):
        workbook()
