"""A page that lacks something stays a draft, whichever door it takes, and nothing that was typed is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import get_page_models

from cms.jobs import publish_scheduled
from cms.models import NewsPage, PlacePage
from cms.readiness import NotReady, Requirement, checklist, declare, missing, requirements_of
from tests import factories
from tests.cms.editors import make
from tests.cms.pages import image, index

pytestmark = pytest.mark.django_db


def messages_of(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def test_the_checklist_says_what_is_done():
    page = make.place(address="", live=False)
    lines = {str(line.message): line.done for line in checklist(page)}
    assert lines["Адреса"] is False
    assert list(lines.values()).count(True) == len(lines) - 1


def test_a_place_that_is_closed_with_a_reason_needs_no_hours():
    page = make.place(ready=False, live=False, closed_reason="Ремонт")
    assert not any("Години" in str(message) for message in missing(page))


def test_a_service_is_asked_for_the_whole_card():
    lacks = missing(make.service(live=False))
    assert len(lacks) == 10


def test_a_service_that_only_leads_to_variants_is_asked_little():
    parent = make.service()
    child = type(parent)(title="Уперше", lead="Коротко.")
    parent.add_child(instance=child)
    assert missing(type(parent).objects.get(pk=parent.pk)) == []


def test_a_picture_of_news_needs_words_only_when_there_is_one():
    assert missing(NewsPage(title="Новина", lead="Лід.")) == []
    assert len(missing(NewsPage(title="Новина", lead="Лід.", image=image()))) == 1


def test_a_type_may_carry_its_own_list():
    own = type("Own", (), {"requirements": [Requirement("own", lambda page: False)]})
    assert [line.message for line in requirements_of(own)] == ["own"]


def test_a_type_that_is_not_installed_is_never_asked():
    declare("cms.NoSuchPage", Requirement("nothing", lambda page: False))
    assert all("nothing" not in map(str, (r.message for r in requirements_of(model))) for model in get_page_models())


def test_publishing_from_the_editor_is_refused_in_plain_words_and_the_draft_is_kept(signed_in, client):
    page = make.place("Центр", ready=False, live=False)
    data = make.place_form(page, address="", title="Центр на Садовій", with_rows=False, **{"action-publish": "1"})
    answer = signed_in(factories.head()).post(f"/admin/pages/{page.pk}/edit/", data, follow=True)
    assert "ще не опубліковано" in messages_of(answer)
    assert "Адреса" in messages_of(answer)
    page.refresh_from_db()
    assert not page.live
    assert page.get_latest_revision_as_object().title == "Центр на Садовій"


def test_a_new_page_that_is_not_ready_becomes_a_draft(signed_in, client):
    parent = PlacePage.objects.first() or make.place().get_parent()
    parent = parent if parent.__class__.__name__ != "PlacePage" else parent.get_parent()
    data = make.place_form(title="Нове місце", address="", **{"action-publish": "1"})
    answer = signed_in(factories.head()).post(f"/admin/pages/add/cms/placepage/{parent.pk}/", data, follow=True)
    assert "ще не опубліковано" in messages_of(answer)
    page = PlacePage.objects.get(title="Нове місце")
    assert not page.live
    assert client.get(page.get_url() or "/nema/").status_code == 404


def test_a_published_page_keeps_its_text_when_the_new_one_lacks_something(signed_in, client):
    page = make.place("Центр")
    page.get_latest_revision().publish()
    data = make.place_form(page, address="", title="Інша назва", **{"action-publish": "1"})
    signed_in(factories.head()).post(f"/admin/pages/{page.pk}/edit/", data)
    page.refresh_from_db()
    assert page.live
    assert page.title == "Центр"
    assert page.has_unpublished_changes


def test_a_ready_page_is_published(signed_in):
    page = make.place(live=False)
    data = make.place_form(page, **{"action-publish": "1"})
    answer = signed_in(factories.head()).post(f"/admin/pages/{page.pk}/edit/", data)
    assert answer.status_code == 302
    page.refresh_from_db()
    assert page.live


def test_a_draft_is_always_saved(signed_in):
    page = make.place(ready=False, live=False)
    data = make.place_form(page, title="Чернетка", address="", with_rows=False)
    assert signed_in(factories.editor()).post(f"/admin/pages/{page.pk}/edit/", data).status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "Чернетка"


def in_moderation(page):
    page.get_workflow().start(page, factories.editor())
    page.refresh_from_db()
    return page.current_workflow_task_state


@pytest.mark.parametrize("ready", [True, False])
def test_approval_publishes_only_what_is_ready(signed_in, ready):
    page = make.place(ready=ready, live=False)
    task = in_moderation(page)
    head = signed_in(factories.head())
    answer = head.post(f"/admin/pages/workflow/action/{page.pk}/approve/{task.pk}/", {"comment": ""}, follow=True)
    page.refresh_from_db()
    assert page.live is ready
    assert page.workflow_in_progress is not ready
    assert ready or "Адреса" in messages_of(answer)


def test_approval_from_the_editor_keeps_what_was_typed(signed_in):
    page = make.place(ready=False, live=False)
    in_moderation(page)
    data = make.place_form(page, title="Виправлена назва", address="", with_rows=False)
    data |= {"action-workflow-action": "1", "workflow-action-name": "approve"}
    answer = signed_in(factories.head()).post(f"/admin/pages/{page.pk}/edit/", data, follow=True)
    page.refresh_from_db()
    assert not page.live
    assert "Адреса" in messages_of(answer)
    assert page.get_latest_revision_as_object().title == "Виправлена назва"


def test_several_pages_at_once_are_published_only_when_all_are_ready(signed_in):
    good, bad = make.place(live=False), make.place(ready=False, live=False)
    address = f"/admin/bulk/wagtailcore/page/publish/?id={good.pk}&id={bad.pk}"
    answer = signed_in(factories.head()).post(address, {"include_descendants": "on"}, follow=True)
    assert bad.title in messages_of(answer)
    assert not PlacePage.objects.filter(pk__in=[good.pk, bad.pk], live=True).exists()
    signed_in(factories.head()).post(f"/admin/bulk/wagtailcore/page/publish/?id={good.pk}", {})
    good.refresh_from_db()
    assert good.live


def test_a_scheduled_page_that_is_no_longer_ready_is_held_back(clock):
    page = make.place(ready=False, live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    clock.shift(timedelta(hours=2))
    publish_scheduled(timezone.now())
    page.refresh_from_db()
    assert not page.live
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_code_publishes_freely():
    page = make.place(ready=False, live=False)
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.live


def test_the_refusal_names_the_page_and_all_that_it_lacks():
    problem = NotReady(make.place("Центр", live=False), ["адреси", "телефону"])
    assert "Центр" in str(problem)
    assert "адреси; телефону" in str(problem)


def test_the_editor_sees_the_checklist_in_words(signed_in):
    page = make.place(ready=False, live=False)
    shown = signed_in(factories.editor()).get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "Перед публікацією" in shown
    assert "не виконано" in shown
    parent = page.get_parent()
    fresh = signed_in(factories.editor()).get(f"/admin/pages/add/cms/placepage/{parent.pk}/").content.decode()
    assert "Перед публікацією" in fresh


def test_a_page_of_which_nothing_is_asked_has_no_checklist(signed_in):
    shown = signed_in(factories.editor()).get(f"/admin/pages/{index().pk}/edit/").content.decode()
    assert "Перед публікацією" not in shown


def test_the_report_names_pages_and_what_they_lack(signed_in):
    make.place("Без нічого", ready=False, live=False)
    make.place("Готове")
    browser = signed_in(factories.editor())
    shown = browser.get("/admin/zvity/ready/").content.decode()
    assert "Без нічого" in shown
    assert "Готове" not in shown
    assert "Без нічого" not in browser.get("/admin/zvity/ready/?state=live").content.decode()
    assert "Без нічого" not in browser.get("/admin/zvity/ready/?type=cms.newspage").content.decode()
    table = b"".join(browser.get("/admin/zvity/ready/?download=csv").streaming_content).decode()
    assert "Без нічого" in table
