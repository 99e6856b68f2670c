"""From the editor's draft to the reader: submitted, approved by the head, published on time."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from accounts.roles import Role, group_of
from cms.jobs import publish_scheduled
from cms.models import NewsPage
from cms.workflow import NAME, ensure_workflow
from tests import factories
from tests.cms.pages import index, news

pytestmark = pytest.mark.django_db


def form(title="Новий графік", **changes):
    data = {
        "title": title,
        "slug": "",
        "lead": "Із понеділка приймаємо до 18:00.",
        "body": streamfield([("paragraph", rich_text("<p>Подробиці за телефоном.</p>"))]),
        "tags": "Графік, новини",
        "date": "2026-11-20 09:00",
        "related_items": inline_formset([]),
        "changes": inline_formset([]),
        "comments": inline_formset([]),
    }
    return nested_form_data({**data, **changes})


def write(client, **buttons):
    answer = client.post(f"/admin/pages/add/cms/newspage/{index().pk}/", {**form(), **buttons})
    assert answer.status_code == 302, answer.context["form"].errors
    return NewsPage.objects.get(title="Новий графік")


def test_the_head_approves_what_an_editor_submits(client, signed_in):
    page = write(signed_in(factories.editor()), **{"action-submit": "1"})
    assert not page.live
    assert page.slug == "novyi-hrafik"
    assert client.get("/novyny/novyi-hrafik/").status_code == 404
    task = page.current_workflow_task_state
    head = signed_in(factories.head())
    assert "Новий графік" in head.get("/admin/").content.decode()
    head.post(f"/admin/pages/workflow/action/{page.pk}/approve/{task.pk}/", {"comment": ""})
    page.refresh_from_db()
    assert page.live
    assert "Подробиці за телефоном." in client.get("/novyny/novyi-hrafik/").content.decode()


def test_the_head_may_return_it_with_a_word(signed_in):
    page = write(signed_in(factories.editor()), **{"action-submit": "1"})
    task = page.current_workflow_task_state
    signed_in(factories.head()).post(
        f"/admin/pages/workflow/action/{page.pk}/reject/{task.pk}/", {"comment": "Додайте телефон."}
    )
    page.refresh_from_db()
    assert not page.live
    assert page.current_workflow_state.status == "needs_changes"


def test_an_editor_cannot_publish(signed_in):
    page = write(signed_in(factories.editor()), **{"action-publish": "1"})
    assert not page.live


def test_an_editor_cannot_approve(signed_in):
    editor = signed_in(factories.editor())
    page = write(editor, **{"action-submit": "1"})
    task = page.current_workflow_task_state
    editor.post(f"/admin/pages/workflow/action/{page.pk}/approve/{task.pk}/", {"comment": ""})
    page.refresh_from_db()
    assert not page.live


def test_the_head_is_told_by_letter(signed_in):
    head = factories.head(email="kerivnyk@example.org")
    write(signed_in(factories.editor()), **{"action-submit": "1"})
    assert any(head.email in letter.to for letter in mail.outbox)


def test_a_scheduled_page_comes_and_goes_by_itself(signed_in, client, clock):
    start, end = timezone.now() + timedelta(hours=2), timezone.now() + timedelta(days=2)
    page = NewsPage(title="Завтрашня", lead="Коротко.", live=False, go_live_at=start, expire_at=end)
    index().add_child(instance=page)
    page.save_revision().publish()
    publish_scheduled(timezone.now())
    assert client.get(page.get_url()).status_code == 404
    clock.shift(timedelta(hours=3))
    publish_scheduled(timezone.now())
    assert client.get(page.get_url()).status_code == 200
    clock.shift(timedelta(days=2))
    publish_scheduled(timezone.now())
    assert client.get(page.get_url()).status_code == 404


def test_a_draft_is_previewed_before_anybody_sees_it(signed_in):
    editor = signed_in(factories.editor())
    address = f"/admin/pages/add/cms/newspage/{index().pk}/preview/"
    assert editor.post(address, form("Ще не готово")).json()["is_valid"]
    preview = editor.get(address)
    assert preview.status_code == 200
    assert "Ще не готово" in preview.content.decode()
    assert not NewsPage.objects.exists()


def test_a_form_with_mistakes_says_where(signed_in):
    answer = signed_in(factories.editor()).post(
        f"/admin/pages/add/cms/newspage/{index().pk}/",
        {**form(lead="", source_url="javascript:alert(1)"), "action-submit": "1"},
    )
    assert answer.status_code == 200
    assert {"lead", "source_url"} <= set(answer.context["form"].errors)


def test_there_is_one_workflow_for_the_whole_site():
    workflow = Workflow.objects.get(active=True)
    assert workflow.name == NAME
    assert index().get_workflow() == workflow
    task = workflow.tasks.get().specific
    assert isinstance(task, GroupApprovalTask)
    assert list(task.groups.all()) == [group_of(Role.HEAD)]


def test_a_later_change_of_the_workflow_is_respected():
    Workflow.objects.filter(name=NAME).update(name="Через секретаря", active=False)
    WorkflowPage.objects.all().delete()
    ensure_workflow()
    assert not Workflow.objects.filter(active=True).exists()
    assert not WorkflowPage.objects.exists()


def test_an_editor_of_english_news_has_the_same_way(signed_in):
    assert signed_in(factories.editor()).get(f"/admin/pages/add/cms/newspage/{index('en').pk}/").status_code == 200


def test_editing_keeps_the_published_text_until_approval(client, signed_in):
    page = news("Чинний текст")
    signed_in(factories.editor()).post(
        f"/admin/pages/{page.pk}/edit/", {**form("Новий текст", slug=page.slug), "action-submit": "1"}
    )
    assert "Чинний текст" in client.get(page.get_url()).content.decode()
