"""A service from nothing to paper: an editor builds it, the head publishes it, a resident finds it by the situation,
ticks steps off, fills in its sample and takes the leaflet.

The editor's part needs scripts, for Wagtail's page editor does.
"""

import io

import pytest
from docx import Document
from pypdf import PdfReader

from cms.models import SamplePage, ServicePage, ServiceProvider, SituationPage
from tests.browser import pages
from tests.browser.test_journeys_news import more_actions
from tests.cms.services.make import index

TITLE = "Реєстрація пасіки"
SITUATION = "Відкриваю власну справу"
TYPED = {"date": "2026-11-23", "email": "kvitka@example.org", "tel": "+380 44 000 15 80"}


def tab(page, name):
    page.get_by_role("tab", name=name, exact=True).click()


def add_row(page, relation, **values):
    """Add a row of the card; return nothing."""
    number = int(page.locator(f"[name={relation}-TOTAL_FORMS]").input_value())
    page.locator(f"#id_{relation}-ADD").click()
    for name, value in values.items():
        field = page.locator(f"[name={relation}-{number}-{name}]")
        if value is True:
            field.check()
        elif field.evaluate("node => node.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)


def choose_provider(page):
    """Choose the first provider of the list."""
    page.locator("#id_provider-chooser [data-chooser-action-choose]").first.click()
    page.locator(".modal a[data-chooser-modal-choice]").first.click()
    page.locator(".modal").wait_for(state="detached")


def add_steps(page, *titles):
    tab(page, "Крок за кроком")
    for number, title in enumerate(titles):
        page.locator(".c-sf-add-button:visible").last.click()
        page.locator(f"[name=algorithm-{number}-value-title]").fill(title)


def build(page):
    """Write the whole card."""
    page.goto(f"/admin/pages/add/cms/servicepage/{index().pk}/")
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=lead]").fill("Зареєструвати пасіку й отримати ветеринарний паспорт.")
    choose_provider(page)
    page.locator("[name=who_may_apply]").fill("Власник бджіл.")
    add_row(page, "documents", name="Паспорт громадянина України", kind="shown")
    add_row(page, "fees", for_whom="для всіх", is_free=True)
    add_row(page, "terms", length="5", unit="working")
    page.locator("[name=result]").fill("Ветеринарно-санітарний паспорт пасіки.")
    page.locator("[name=how_to_appeal]").fill("До керівника або до суду.")
    add_row(page, "legal_acts", title="Закон України «Про бджільництво»", number="1492-III")
    add_steps(page, "Порахуйте бджолині сім’ї", "Подайте заяву")
    tab(page, "Зв’язки")
    page.locator("[name=on_mobile_visits]").check()
    situation = SituationPage.objects.get(title=SITUATION, locale__language_code="uk")
    page.locator("[name=situations]").select_option(str(situation.pk))
    page.locator("[name=samples]").select_option(
        str(SamplePage.objects.get(slug="skarha", locale__language_code="uk").pk)
    )
    more_actions(page)
    with page.expect_navigation():
        page.locator("[name=action-submit]").click()


def saved(page, click):
    """The bytes of the file that a click brings."""
    with page.expect_download() as coming:
        click()
    with open(coming.value.path(), "rb") as file:
        return io.BytesIO(file.read())


def fill_sample(page):
    """Fill the sample of the service in on the site; return the letter's text."""
    page.get_by_role("link", name="Скарга", exact=True).first.click()
    page.get_by_role("link", name="Заповнити на сайті").click()
    for field in page.locator("main form [name^='zrazok-']").all():
        kind = field.get_attribute("type")
        if kind == "radio":
            field.check()
        else:
            field.fill(TYPED.get(kind, "Ґанок і їжак"))
    page.get_by_role("button", name="Підготувати документ").click()
    button = page.get_by_role("button", name="Завантажити DOCX")
    return "\n".join(part.text for part in Document(saved(page, button.click)).paragraphs)


@pytest.fixture
def built(window, community):
    """The service as the editor built it and the head published it."""
    editor, head = window(user=pages.person("editor")), window(user=pages.person("head"))
    build(editor)
    page = ServicePage.objects.get(title=TITLE)
    assert not page.live
    head.goto(f"/admin/pages/{page.pk}/edit/")
    more_actions(head)
    with head.expect_navigation():
        head.locator("[data-workflow-action-name=approve]:visible").first.click()
    page.refresh_from_db()
    assert page.live
    return page


def test_from_an_empty_form_to_a_leaflet_in_hand(window, built):
    assert built.provider in ServiceProvider.objects.all()
    resident = window(accept_downloads=True)
    resident.goto("/zhyttievi-sytuatsii/")
    resident.get_by_role("link", name=SITUATION).first.click()
    resident.get_by_role("link", name=TITLE).first.click()
    assert "5 робочих днів" in resident.locator("main").inner_text()
    resident.get_by_role("checkbox").first.check()
    resident.reload()
    assert resident.get_by_role("checkbox").first.is_checked()

    leaflet = resident.request.get(resident.get_by_role("link", name="Листівка").get_attribute("href"))
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(leaflet.body())).pages)
    assert TITLE in text
    assert "Порахуйте бджолині сім’ї" in text
    assert "Ґанок і їжак" in fill_sample(resident)
