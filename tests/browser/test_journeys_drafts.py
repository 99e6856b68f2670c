"""A comment on a paragraph by keyboard alone, its decision, the report: in a real browser with a real mail server."""

from datetime import date, timedelta

import pytest

from participation.drafts.models import Consultation
from participation.drafts.services import close_windows
from tests import factories
from tests.browser.stories import fill, press, sign_in, step, words_of
from tests.participation.drafts.making import TEXTS, word

COMMENT = "Додайте: крім службових собак."


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_comment_by_keyboard_becomes_a_line_of_the_report(window, site, smtp_sink, tab_to, complaints, scripts):
    own = factories.official(email="official@hromada.example.org", unit=factories.unit("Відділ благоустрою"))
    oksana = factories.resident(email="oksana@example.org", name="Оксана Лисенко")
    office, resident = window(scripts=scripts), window(scripts=scripts)
    sign_in(office, own)
    case = prepare(office)
    address = case.document.get_absolute_url()

    sign_in(resident, oksana)
    comment_by_keyboard(resident, tab_to, address)
    assert COMMENT in resident.locator(".comments").inner_text()
    resident.goto(address)
    assert "1" in resident.locator("#p-1 .draft__act").inner_text()

    the_time_passes(case)
    decide_and_report(office, case)
    resident.goto(address)
    assert "Собаки враховані." in resident.locator("main").inner_text()
    resident.goto(f"{address}rishennia/")
    assert "Службових додано." in resident.locator(".table").inner_text()
    letter = smtp_sink.to(oksana.email)[-1]
    assert "Службових додано." in words_of(letter)


def prepare(page):
    """The official: the text from a Word file, a consultation, open for comments."""
    page.goto("/admin/proiekty/novyi/")
    file = {"name": "pravyla.docx", "mimeType": "application/octet-stream", "buffer": b"not a document"}
    fill(page, title="Правила вигулу собак", kind="rules", file=file)
    press(page)
    assert page.locator("#id_file_error, [aria-invalid=true]").count()
    fill(page, file={**file, "buffer": word(*TEXTS)})
    press(page)
    page.locator("a[href$='/konsultatsiia/']").click()
    press(page)
    step(page, "open", closes_on=f"{date.today() + timedelta(days=40)}")
    return Consultation.objects.get(state="open")


def comment_by_keyboard(page, tab_to, address):
    """Tab to the paragraph's link, Enter, write, Tab to the button, Enter."""
    page.goto(address)
    tab_to(page.locator("#p-1 .draft__act a"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/abzats/1/**")
    tab_to(page.locator("textarea[name=text]"))
    page.keyboard.insert_text(COMMENT)
    tab_to(page.locator(".discussion__form button.btn"))
    with page.expect_navigation():
        page.keyboard.press("Enter")


def the_time_passes(case):
    """The last day was yesterday; the clock's job ends the time for comments."""
    yesterday = date.today() - timedelta(days=1)
    Consultation.objects.filter(pk=case.pk).update(opens_on=yesterday - timedelta(days=40), closes_on=yesterday)
    assert close_windows() == 1


def decide_and_report(page, case):
    """The official: the decision on the comment, then the report."""
    page.goto(f"/admin/proiekty/{case.document_id}/komentari/")
    page.locator("tbody td a").first.click()
    fill(page, verdict="partly", reason="Службових додано.")
    press(page)
    page.goto(f"/admin/proiekty/{case.document_id}/")
    step(page, "report", report="Собаки враховані.")
