"""News from the editor's desk to the reader, in a real browser.

The editor's part needs scripts, for Wagtail's page editor does; the head's approval and the reader's page are told with
scripts too, and the reader's once more without.
"""

import pytest

from cms.models import NewsPage
from tests import factories
from tests.browser.stories import sign_in, subjects
from tests.cms.pages import index

TITLE = "У четвер приймаємо до 20:00"


@pytest.fixture
def people(site, smtp_sink):
    """The editor and the head."""
    return {
        "editor": factories.editor(email="editor@hromada.example.org", name="Ірина Савчук"),
        "head": factories.head(email="head@hromada.example.org", name="Олена Гнатюк"),
    }


def write(page):
    """Fill Wagtail's form of a piece of news, with a paragraph of text, and submit it to the head."""
    page.goto(f"/admin/pages/add/cms/newspage/{index().pk}/")
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=lead]").fill("Можна прийти після роботи.")
    page.locator("[data-streamfield-stream-container] button[aria-haspopup], .c-sf-add-button").first.click()
    page.get_by_role("option", name="Абзац").click()
    text = page.locator(".public-DraftEditor-content").first
    text.click()
    text.press_sequentially("Візьміть паспорт.")
    page.locator("[name=body-0-value]").and_(page.locator("[value*=паспорт]")).wait_for(state="attached")
    more_actions(page)
    with page.expect_navigation():
        page.locator("[name=action-submit]").click()


def more_actions(page):
    """Unfold the editor's list of actions."""
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()


def test_an_editor_writes_the_head_approves_everybody_reads(window, people, smtp_sink, complaints):
    editor, head, reader = window(), window(), window(scripts=False)
    sign_in(editor, people["editor"])
    write(editor)
    page = NewsPage.objects.get(title=TITLE)
    assert not page.live
    assert reader.goto(f"/novyny/{page.slug}/").status == 404
    complaints.forgive("404")
    assert any(TITLE in subject for subject in subjects(smtp_sink.to(people["head"].email)))

    sign_in(head, people["head"])
    head.goto(f"/admin/pages/{page.pk}/edit/")
    more_actions(head)
    with head.expect_navigation():
        head.locator("[data-workflow-action-name=approve]:visible").first.click()
    reader.goto("/novyny/")
    reader.get_by_role("link", name=TITLE).first.click()
    assert reader.locator("h1").inner_text() == TITLE
    assert "Візьміть паспорт." in reader.locator("main").inner_text()
    reader.goto("/")
    assert TITLE in reader.locator("main").inner_text()
