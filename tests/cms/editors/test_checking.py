"""Pages grow old: who is told, how one says that all is still true."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from cms import checking
from cms.editors_jobs import letters_about_checking
from cms.models import PlacePage
from core.models import Letter
from tests import factories
from tests.cms.editors import make

pytestmark = pytest.mark.django_db
REPORT = "/admin/zvity/checking/"


def old(title, days=400, **fields):
    return make.place(title, checked_on=timezone.localdate() - timedelta(days=days), **fields)


def letters():
    return list(Letter.objects.filter(kind=checking.LETTER).order_by("recipient", "pk"))


def test_a_page_is_due_when_its_day_has_come(clock):
    today = timezone.localdate()
    page = make.place(checked_on=today - timedelta(days=365))
    assert page in checking.due_pages()
    assert page not in checking.due_pages(today - timedelta(days=1))


def test_never_checked_pages_stand_first_and_drafts_not_at_all(clock):
    old("Давній")
    make.place("Ніколи")
    make.place("Чернетка", live=False)
    assert [page.title for page in checking.due_pages()] == ["Ніколи", "Давній"]


def test_the_public_page_says_when_it_was_checked(client, clock):
    page = make.simple("Проста")
    assert "Перевірено" not in client.get(page.get_url()).content.decode()


def test_one_press_marks_a_page_without_touching_its_text(signed_in, clock):
    page = old("Центр")
    page.title = "Чернетка назви"
    page.save_revision()
    before = page.revisions.count()
    editor = factories.editor()
    answer = signed_in(editor).post(f"/admin/checked/{page.pk}/", {"next": REPORT})
    assert answer.url == REPORT
    fresh = PlacePage.objects.get(pk=page.pk)
    assert fresh.checked_on == timezone.localdate()
    assert fresh.check_due_on == timezone.localdate() + timedelta(days=365)
    assert fresh.title == "Центр"
    assert fresh.revisions.count() == before
    draft = fresh.get_latest_revision_as_object()
    assert (draft.title, draft.checked_on) == ("Чернетка назви", timezone.localdate())
    entry = PageLogEntry.objects.get(action="cms.checked", page=page.pk)
    assert entry.user == editor
    assert not ModelLogEntry.objects.filter(action="cms.checked").exists()


def test_publishing_the_draft_later_does_not_put_the_day_back(signed_in, clock):
    page = old("Центр")
    signed_in(factories.editor()).post(f"/admin/checked/{page.pk}/")
    PlacePage.objects.get(pk=page.pk).get_latest_revision().publish()
    assert PlacePage.objects.get(pk=page.pk).checked_on == timezone.localdate()


def test_only_by_pressing_and_only_by_those_who_may_edit(signed_in, client):
    page = make.place()
    address = f"/admin/checked/{page.pk}/"
    assert signed_in(factories.editor()).get(address).status_code == 405
    assert signed_in(factories.desk_operator()).post(address).status_code in (302, 403)
    assert client.post(address).status_code == 302
    assert PlacePage.objects.get(pk=page.pk).checked_on is None


def test_a_page_that_is_not_checked_at_all_is_not_found(signed_in):
    editor = signed_in(factories.editor())
    assert editor.post(f"/admin/checked/{make.simple().pk}/").status_code == 404
    assert editor.post(f"/admin/checked/{10**30}/").status_code == 404


@pytest.mark.parametrize("evil", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_the_way_back_stays_on_this_site(signed_in, evil):
    answer = signed_in(factories.editor()).post(f"/admin/checked/{make.place().pk}/", {"next": evil})
    assert answer.url == REPORT


def test_several_pages_at_once(signed_in, clock):
    pages = [make.place(), make.place()]
    address = "/admin/bulk/wagtailcore/page/checked_today/?" + "&".join(f"id={page.pk}" for page in pages)
    editor = signed_in(factories.editor())
    assert editor.get(address).status_code == 200
    editor.post(address, {})
    assert not PlacePage.objects.filter(checked_on__isnull=True).exists()


def test_each_keeper_gets_one_letter_a_week(clock):
    keeper = factories.editor(email="keeper@example.org")
    old("Мій центр", keeper=keeper)
    letters_about_checking(timezone.now())
    letters_about_checking(timezone.now() + timedelta(hours=6))
    clock.shift(timedelta(days=4))
    letters_about_checking(timezone.now())
    assert [letter.recipient for letter in letters()] == ["keeper@example.org"]
    assert "Мій центр" in letters()[0].text
    clock.shift(timedelta(days=3))
    letters_about_checking(timezone.now())
    assert len(letters()) == 2


def test_nobody_gets_an_empty_letter(clock):
    factories.head(email="head@example.org")
    make.place(keeper=factories.editor(), checked_on=timezone.localdate())
    letters_about_checking(timezone.now())
    assert letters() == []
    assert mail.outbox == []


def test_pages_that_nobody_keeps_go_to_the_head(clock):
    factories.head(email="head@example.org")
    gone = factories.editor(is_active=False)
    old("Нічия")
    old("Звільненого", keeper=gone)
    letters_about_checking(timezone.now())
    [letter] = letters()
    assert letter.recipient == "head@example.org"
    assert "Нічия" in letter.text
    assert "Звільненого" in letter.text


def test_a_long_list_is_cut_with_the_number_of_the_rest(clock):
    keeper = factories.editor()
    for number in range(checking.LINES_IN_LETTER + 2):
        old(f"Центр {number:02}", keeper=keeper)
    letters_about_checking(timezone.now())
    assert letters()[0].text.count("/admin/pages/") == checking.LINES_IN_LETTER


def test_the_report_filters_by_type_keeper_and_unit(signed_in, clock):
    keeper, unit = factories.editor(name="Олена"), factories.unit()
    old("Оленин", keeper=keeper)
    old("Відділу", responsible_unit=unit)
    browser = signed_in(factories.head())

    def shown(query):
        html = browser.get(REPORT + query).content.decode()
        return {title for title in ("Оленин", "Відділу") if title in html}

    assert shown("") == {"Оленин", "Відділу"}
    assert shown(f"?keeper={keeper.pk}") == {"Оленин"}
    assert shown("?keeper=none") == {"Відділу"}
    assert shown(f"?unit={unit.pk}") == {"Відділу"}
    assert shown("?type=cms.servicepage") == set()
    assert shown("?type=../etc&keeper=%00&unit=NaN&page=-1") == {"Оленин", "Відділу"}
    table = b"".join(browser.get(REPORT + "?download=csv&keeper=none").streaming_content).decode()
    assert "Відділу" in table
    assert "Оленин" not in table


def test_the_report_asks_as_often_for_many_pages(signed_in, constant_queries, clock):
    browser = signed_in(factories.head())

    def more(number):
        for _n in range(number):
            old("Центр")

    constant_queries(lambda: browser.get(REPORT), more, few=3, more=20)
