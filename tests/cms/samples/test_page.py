"""The page of a sample: files with their facts, editions, services, explanations, the other language."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from wagtail.models import Locale

from cms.blocks.explainer import ExplainerBody, NoteBlock, frame
from cms.models import SamplePage, ServiceIndexPage, ServicePage
from cms.samples import facts
from home.demo import papers
from tests import factories
from tests.cms.pages import image
from tests.cms.samples.making import document, fillable, sample, word_document, word_file
from tests.support.files import PDF
from tests.support.hostile import judge

pytestmark = pytest.mark.django_db


def text(client, page):
    answer = client.get(page.get_url())
    assert answer.status_code == 200
    return judge(answer).content.decode()


def test_every_file_says_its_format_size_and_pages(client):
    odt = document(papers.odt(papers.parse(["Текст"]), "Назва"), "blank.odt", "Бланк ODT")
    page = sample(
        blank_docx=word_document("Текст"),
        blank_odt=odt,
        blank_pdf=document(PDF, "blank.pdf", "Бланк PDF"),
        filled_sample=document(b"words", "sample.txt", "Приклад"),
        filled_pages=3,
    )
    said = text(client, page)
    assert said.count("1 сторінка") >= 3
    assert "3 сторінки" in said
    for kind in ("DOCX", "ODT", "PDF", "TXT"):
        assert f"<span>{kind}</span>" in said
    assert page.pages == 1


def test_pages_are_demanded_when_the_file_does_not_tell_them():
    silent = SamplePage(title="Зразок", slug="zrazok", blank_pdf=document(b"%PDF-1.7", "silent.pdf", "Німий"))
    with pytest.raises(ValidationError) as refusal:
        silent.clean()
    assert "Німий" in str(refusal.value.message_dict["blank_pages"])
    silent.blank_pages = 2
    silent.clean()


def test_a_lost_file_is_no_error_page(client):
    lost = word_document("Текст")
    page = fillable(blank_docx=lost)
    lost.file.delete(save=False)
    assert facts.count_pages(lost) is None
    text(client, page)


def test_the_old_edition_says_that_there_is_a_newer_one(client):
    old = sample("Заява 2023", edition_on=date(2023, 1, 1))
    new = sample("Заява 2026", supersedes=old, edition_on=date(2026, 1, 1))
    assert "Є новіша редакція" in text(client, old)
    assert new.get_url() in text(client, old)
    assert "Є новіша редакція" not in text(client, new)
    assert old.get_url() in text(client, new)
    listed = client.get("/zrazky/").content.decode()
    assert "Заява 2026" in listed
    assert "Заява 2023" not in listed
    new.unpublish()
    assert "Є новіша редакція" not in text(client, old)
    assert "Заява 2023" in client.get("/zrazky/").content.decode()


def test_editions_do_not_replace_each_other_in_a_circle():
    first = sample("Перша")
    second = sample("Друга", supersedes=first)
    first.supersedes = second
    with pytest.raises(ValidationError):
        first.clean()
    second.supersedes = second
    with pytest.raises(ValidationError):
        second.clean()


def test_facts_and_services_are_named(client):
    page = sample(approved_by="Постанова № 265", edition_on=date(2026, 1, 5), languages=["hu", "uk"], is_demo=True)
    service = ServicePage(title="Реєстрація місця проживання", lead="Коли переїхали.")
    ServiceIndexPage.objects.get(locale__language_code="uk").add_child(instance=service)
    service.samples = [page]
    service.save()
    said = text(client, page)
    for words in (
        "Постанова № 265",
        "5 січня 2026",
        "Українська, Угорська",
        "Демонстрація",
        "Реєстрація місця проживання",
    ):
        assert words in said
    service.unpublish()
    assert "Реєстрація місця проживання" not in text(client, page)


def test_a_sample_without_files_says_where_to_get_the_blank(client):
    assert "Файлу тут ще немає" in text(client, sample())


def test_the_english_twin_knows_its_own_editions(client):
    old = sample("Стара")
    new = fillable("Нова", supersedes=old)
    english = Locale.objects.get(language_code="en")
    twins = []
    for page, title in ((old, "Old one"), (new, "New one")):
        twin = page.copy_for_translation(english, copy_parents=True)
        twin.title = title
        twin.save_revision().publish()
        twins.append(SamplePage.objects.get(pk=twin.pk))
    said = text(client, twins[0])
    assert "There is a newer one" in said
    assert twins[1].get_url() in said
    assert "Old one" in text(client, twins[1])
    filled = client.get(twins[1].fill_url).content.decode()
    assert "Prepare the document" in filled
    assert "/en/zrazky/" in twins[1].fill_url


def test_a_document_in_use_cannot_be_deleted(client, signed_in):
    used = word_document("Текст")
    sample("З файлом", blank_docx=used)
    with pytest.raises(ProtectedError):
        used.delete()
    head = signed_in(factories.head())
    addresses = f"/admin/documents/delete/{used.pk}/", f"/admin/bulk/wagtaildocs/document/delete/?id={used.pk}"
    for address in addresses:
        asked = head.get(address).content.decode()
        assert "Видалити не можна" in asked
        assert "Так, видалити" not in asked
        assert head.post(address).status_code in (302, 403)
    used.refresh_from_db()


def test_explanations_are_frames_on_the_picture_and_a_numbered_list(client):
    notes = [
        {"left": 50, "top": 10, "width": 40, "height": 5, "heading": "Кому <b>", "text": "Назва органу."},
        {"left": 0, "top": 90, "width": 100, "height": 10, "heading": "Підпис", "text": ""},
    ]
    picture = image()
    picture.contextual_alt_text, picture.decorative = "Бланк", False
    page = sample(how_to_fill=[("page", {"image": picture, "notes": notes})])
    said = text(client, page)
    assert said.count('class="explained__frame"') == 2
    assert 'x="50.00" y="5.62" width="40.00"' in said  # 10 % of a picture 56.25 tall, with a point in Ukrainian too
    assert "Кому &lt;b&gt;" in said
    assert '<ol class="explained__notes">' in said
    assert 'alt="Бланк"' in said
    assert 'aria-hidden="true"' in said


@pytest.mark.parametrize(
    ("area", "wrong"),
    [
        ({"left": 60, "width": 41}, {"width"}),
        ({"top": 99.9, "height": 1}, {"height"}),
        ({"left": 60, "width": 41, "top": 60, "height": 41}, {"width", "height"}),
        ({"left": 60, "width": 40}, set()),
    ],
)
def test_a_frame_may_not_stand_over_the_edge(area, wrong):
    block = NoteBlock()
    value = block.normalize({"left": 0, "top": 0, "width": 5, "height": 5, "heading": "Кому", "text": "", **area})
    try:
        block.clean(value)
        found = set()
    except ValidationError as refusal:
        found = set(refusal.block_errors)
    assert found == wrong


@pytest.mark.parametrize("area", [{"left": -1}, {"top": 101}, {"width": 0}, {"height": 101}, {"left": None}])
def test_percents_are_percents(area):
    block = NoteBlock()
    fields = {"left": 0, "top": 0, "width": 5, "height": 5, "heading": "Кому", "text": "", **area}
    with pytest.raises(ValidationError):
        block.clean(block.normalize(fields))


def test_a_number_stays_within_the_picture():
    drawn = frame(1, {"left": 0, "top": 0, "width": 100, "height": 1}, 141)
    assert float(drawn["sign_x"]) > 0
    assert float(drawn["sign_y"]) > 0


def test_one_picture_is_explained_once():
    body = ExplainerBody()
    picture = image()
    picture.contextual_alt_text, picture.decorative = "Бланк", False
    note = {"left": 0, "top": 0, "width": 5, "height": 5, "heading": "Кому", "text": ""}
    page = ("page", {"image": picture, "notes": [note]})
    body.clean(body.normalize([page]))
    with pytest.raises(ValidationError):
        body.clean(body.normalize([page, page]))


def test_the_block_describes_itself_and_shows_a_preview():
    block = ExplainerBody().child_blocks["page"]
    assert block.meta.icon
    assert block.meta.description
    image()
    assert "explained__frame" in block.render(block.get_preview_value())
    no_picture = block.normalize({"image": None, "notes": []})
    assert "explained" in block.render(no_picture)


@pytest.mark.parametrize(("data", "pages"), [(PDF, 1), (PDF.replace(b"/Type/Page/", b"/Type /Page /"), 1), (b"", 0)])
def test_pages_of_a_pdf_are_counted(data, pages):
    assert facts.count_pdf_pages(data) == pages


@pytest.mark.parametrize("name", ["bad.docx", "bad.odt", "bad.pdf", "bad.txt"])
def test_pages_of_what_is_no_document_are_not_known(name):
    assert facts.count_pages(document(b"PK\x03\x04broken", name)) is None


def test_pages_of_a_word_file_come_from_its_properties():
    assert facts.count_pages(document(word_file("Текст").getvalue(), "a.docx")) == 1
