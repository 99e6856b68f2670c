"""Filling in: the right file comes, and nothing of what a person wrote stays with us."""

import io
import logging
import tempfile
from pathlib import Path

import pypdf
import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from hypothesis import given

from cms.samples import filling, paper
from core.limits import Rate
from core.models import RateCounter
from tests.cms.samples.making import ANSWERS, LINES, ROWS, document, fillable, sample, word_document, words_of
from tests.support.hostile import form_data, judge, patient, sender

pytestmark = pytest.mark.django_db
CANARY = "kanarkazrazok"


def address(page):
    return page.get_url() + "zapovnyty/"


def send(client, page, wish="docx", **changes):
    return client.post(address(page), {**ANSWERS, "wish": wish, **changes})


def test_the_form_asks_what_the_editor_wrote(client):
    page = client.get(address(fillable())).content.decode()
    for row in ROWS:
        assert row["label"] in page
    assert 'autocomplete="name"' in page
    assert 'type="date"' in page
    assert "Ваші дані лишаються у вас" in page


def test_the_word_file_holds_the_answers_and_the_date_in_words(client):
    answer = send(client, fillable())
    assert answer["Content-Type"].endswith("wordprocessingml.document")
    assert "attachment" in answer["Content-Disposition"]
    assert "zaiava-pro-mistok.docx" in answer["Content-Disposition"]
    assert words_of(answer.content) == [
        "Кому: Голові",
        "Від: Ґалаґан Єва Іллівна",
        "Прошу: полагодити місток",
        "Дата: 23 листопада 2026 року",
    ]


@pytest.mark.skipif(not paper.can_print(), reason="libraries of the system for PDF are absent")
def test_the_pdf_holds_the_same_in_letters_of_ours(client):
    answer = send(client, fillable(), "pdf", **{"zrazok-суть": "ґедзь, є, і, ї & <b>\nдругий рядок"})
    assert answer["Content-Type"] == "application/pdf"
    reader = pypdf.PdfReader(io.BytesIO(answer.content))
    text = reader.pages[0].extract_text()
    assert "ґедзь, є, і, ї & <b>" in text
    assert "23 листопада 2026 року" in text
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    assert fonts
    assert all("+" in font["/BaseFont"] for font in fonts)  # embedded


def test_the_ready_page_shows_the_letter_and_carries_the_answers(client):
    page = send(client, fillable(), "ready", **{"zrazok-піб": 'Єва "&" <b>'}).content.decode()
    assert "Ваш документ готовий" in page
    assert "Єва &quot;&amp;&quot; &lt;b&gt;" in page
    assert 'value="docx"' in page
    assert "23 листопада 2026 року" in page


def test_answers_can_be_changed_without_typing_them_again(client):
    page = send(client, fillable(), "change").content.decode()
    assert 'value="Ґалаґан Єва Іллівна"' in page
    assert "полагодити місток" in page
    assert 'value="2026-11-23"' in page


def test_errors_stand_beside_the_fields_and_nothing_is_lost(client):
    answer = send(client, fillable(), **{"zrazok-піб": "", "zrazok-дата": "вчора", "zrazok-телефон": "1"})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"піб", "дата", "телефон"}
    judge(answer)
    page = answer.content.decode()
    assert "полагодити місток" in page
    assert 'value="вчора"' in page


def test_a_choice_that_was_not_offered_is_refused(client):
    assert "кому" in send(client, fillable(), **{"zrazok-кому": "Президентові"}).context["form"].errors


def test_lengths_are_limited_by_the_row(client):
    rows = [{"key": "піб", "label": "Ім’я", "max_length": 5}]
    page = sample(template_docx=word_document("{{ піб }}"), rows=rows)
    assert send(client, page, **{"zrazok-піб": "шестеро"}).status_code == 422
    assert words_of(send(client, page, **{"zrazok-піб": "пять"}).content) == ["пять"]


def test_without_the_libraries_only_word_is_offered_with_a_plain_word(client, monkeypatch):
    monkeypatch.setattr(paper, "weasyprint", lambda: None)
    page = fillable()
    ready = send(client, page, "ready").content.decode()
    assert "Завантажити PDF" not in ready
    assert "PDF зараз створити не вдасться" in ready
    assert "Ваш документ готовий" in send(client, page, "pdf").content.decode()


def test_a_template_that_was_replaced_by_a_bad_one_says_so_and_keeps_the_answers(client):
    page = fillable()
    bad = word_document(*LINES, "{{ config.x }}")
    page.template_docx.file = bad.file
    page.template_docx.save()
    answer = send(client, page)
    assert answer.status_code == 503
    assert "полагодити місток" in answer.content.decode()
    page.template_docx.file.delete()
    assert send(client, page).status_code == 503


def test_a_sample_without_a_template_shows_its_own_page(client):
    page = sample("Лише бланк", blank_docx=word_document("Текст"))
    answer = client.get(address(page))
    assert answer.status_code == 200
    assert "Лише бланк" in answer.content.decode()
    assert client.post(address(page), ANSWERS).status_code == 200


def rows_of_everything():
    tables = [model for model in apps.get_models(include_auto_created=True) if model is not RateCounter]
    return {model._meta.label: model._default_manager.count() for model in tables if model._meta.managed}


def files_of_everything():
    places = [
        Path(settings.MEDIA_ROOT),
        Path(settings.PRIVATE_ROOT),
        Path(tempfile.gettempdir()),
    ]  # the last is the test’s own
    return {path for place in places if place.exists() for path in place.rglob("*") if path.is_file()}


def test_nothing_is_kept_anywhere(client, caplog, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    page = fillable()
    client.get(address(page))
    send(client, page, "pdf")  # loads what is loaded once
    rows, files = rows_of_everything(), files_of_everything()
    caplog.set_level(logging.DEBUG)
    for wish in ("ready", "docx", "pdf", "change", "nonsense"):
        answer = send(client, page, wish, **{"zrazok-піб": CANARY})
        assert answer["Cache-Control"] == "no-store"
        assert not client.cookies.get(settings.SESSION_COOKIE_NAME)
        assert CANARY not in str(answer.cookies)
    send(client, page, **{"zrazok-піб": CANARY, "zrazok-дата": "хиба"})
    assert rows_of_everything() == rows
    assert CANARY not in "".join(RateCounter.objects.values_list("key", flat=True))
    assert files_of_everything() == files
    assert CANARY not in caplog.text
    assert CANARY not in client.get(address(page)).content.decode()
    assert CANARY not in Client().get(page.get_url()).content.decode()


def test_an_error_report_would_not_hold_the_answers(client, rf):
    request = rf.post("/", ANSWERS)
    request.user = type("Nobody", (), {"is_authenticated": False})()
    fillable().fill(request)
    assert request.sensitive_post_parameters == "__ALL__"


def test_too_many_in_a_row_are_slowed_down_with_the_answers_kept(client, monkeypatch):
    monkeypatch.setattr(filling, "RATE", Rate("sample_fill", 2, filling.RATE.window))
    page = fillable()
    assert [send(client, page).status_code for _ in range(3)] == [200, 200, 429]
    answer = send(client, page)
    assert answer["Retry-After"]
    assert answer["Cache-Control"] == "no-store"
    assert "полагодити місток" in answer.content.decode()


def test_strangers_cannot_break_it(client):
    page = fillable()
    names = [*ANSWERS, "zrazok-телефон", "wish", "csrfmiddlewaretoken", "zrazok-__class__"]

    @given(form_data(names))
    @patient(15)
    def throw(data):
        judge(client.post(address(page), data, REMOTE_ADDR=sender()))
        judge(client.post(address(page), {**ANSWERS, **data, "wish": "ready"}, REMOTE_ADDR=sender()))

    throw()


def test_words_of_an_editor_are_words_not_markup(client):
    rows = [{"key": "піб", "label": "<script>alert(1)</script>", "hint": "<img src=x onerror=alert(1)>"}]
    page = sample("<b>Назва</b>", template_docx=word_document("{{ піб }}"), rows=rows)
    for wish in ("ready", "change"):
        judge(send(client, page, wish, **{"zrazok-піб": "<script>alert(1)</script>"}))


def test_the_document_of_the_library_may_be_anything(client):
    page = sample(template_docx=document(b"not word"), rows=ROWS)
    assert send(client, page).status_code == 503
