"""Tags of all types, related pages, promoted results, twins in the other language, what is scheduled."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Locale, PageViewRestriction

from cms import tagged
from cms.models import Alert, ContentTag, StandardPage
from cms.promoted import promoted
from tests import factories
from tests.cms.editors import make
from tests.cms.pages import index, news
from tests.support.hostile import NASTY, sendable

pytestmark = pytest.mark.django_db


def tag_in_editor(signed_in, page, words, **buttons):
    data = {
        "title": page.title,
        "slug": page.slug,
        "lead": page.lead,
        "body-count": "0",
        "show_in_listing": "on",
        "tag_words": words,
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        **(buttons or {"action-publish": "1"}),
    }
    answer = signed_in(factories.head()).post(f"/admin/pages/{page.pk}/edit/", data)
    assert answer.status_code == 302, answer.context["form"].errors


def test_pages_of_all_types_stand_in_the_list_of_a_tag(client, signed_in):
    simple = make.simple("Про субсидії")
    tag_in_editor(signed_in, simple, "субсидія")
    news("Новина про субсидії", tags=["Субсидія"])
    service = make.service("Призначення субсидії")
    service.tags.add("субсидія")
    service.save()
    shown = client.get("/mitky/subsydiia/").content.decode()
    for title in ("Про субсидії", "Новина про субсидії", "Призначення субсидії"):
        assert title in shown


def test_the_tag_stands_under_the_page_and_leads_to_its_list(client, signed_in):
    simple = make.simple()
    tag_in_editor(signed_in, simple, "субсидія, пільги")
    assert "/mitky/subsydiia/" in client.get(simple.get_url()).content.decode()


def test_a_drafts_tags_wait_for_publication(signed_in):
    simple = make.simple()
    tag_in_editor(signed_in, simple, "нове", **{"action-save": "1"})
    simple = StandardPage.objects.get(pk=simple.pk)
    assert tagged.tags_of(simple) == []
    simple.get_latest_revision().publish()
    assert [tag.name for tag in tagged.tags_of(simple)] == ["нове"]
    tag_in_editor(signed_in, StandardPage.objects.get(pk=simple.pk), "")
    assert tagged.tags_of(simple) == []


def test_drafts_unlisted_and_closed_pages_stand_in_no_list(client):
    tag = ContentTag.objects.create(name="пільги")
    for number, fields in enumerate([{"live": False}, {"show_in_listing": False}, {}]):
        page = make.simple(f"Невидима {number}", **fields)
        page.house_tags.create(tag=tag)
        page.save()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "Невидима" not in client.get("/mitky/pilhy/").content.decode()
    assert client.get("/mitky/nema/").status_code == 404
    assert client.get("/mitky/pilhy/?page=zzz").status_code == 200


def test_each_language_has_its_own_list(client):
    tag = ContentTag.objects.create(name="пільги")
    for title, language in (("Українська", "uk"), ("In English", "en")):
        page = make.simple(title, language=language)
        page.house_tags.create(tag=tag)
        page.save()
    assert "In English" not in client.get("/mitky/pilhy/").content.decode()
    assert "In English" in client.get("/en/mitky/pilhy/").content.decode()


def test_pages_that_share_more_tags_come_first():
    first, second = ContentTag.objects.create(name="а"), ContentTag.objects.create(name="б")
    pages = [make.simple(title) for title in ("Сама", "Два теги", "Один тег", "Жодного")]
    for page, tags in zip(pages, [[first, second], [first, second], [second], []], strict=True):
        page.house_tags = [page.house_tags.model(tag=tag) for tag in tags]
        page.save()
    found = tagged.related_to(pages[0], tagged.tags_of(pages[0]))
    assert [page.title for page in found] == ["Два теги", "Один тег"]


def test_a_list_of_a_tag_asks_as_often_for_many_pages(client, constant_queries):
    tag = ContentTag.objects.create(name="пільги")

    def more(number):
        for _n in range(number):
            page = make.simple()
            page.house_tags.create(tag=tag)
            page.save()

    constant_queries(lambda: client.get("/mitky/pilhy/"), more, few=3, more=10)


def promote(words, **fields):
    query = Query.get(words)
    return SearchPromotion.objects.create(query=query, description="Це тут", **fields)


def test_promoted_results_are_found_by_the_exact_words():
    page = make.simple("Реєстрація місця проживання")
    promote("прописка", page=page, sort_order=0)
    promote("прописка", external_link_url="https://diia.gov.ua/", external_link_text="Дія", sort_order=1)
    assert [result.title for result in promoted("  Прописка ")] == ["Реєстрація місця проживання", "Дія"]
    assert promoted("прописка в селі") == []


def test_promoted_pages_that_readers_cannot_see_are_left_out():
    promote("прописка", page=make.simple(live=False))
    closed = make.simple()
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    promote("прописка", page=closed)
    assert promoted("прописка") == []


@pytest.mark.parametrize("nasty", NASTY)
def test_any_words_may_be_searched_for(nasty):
    assert promoted(sendable(nasty)) == []


@pytest.mark.parametrize(("who", "status"), [("editor", 200), ("press_officer", 200), ("head", 200), ("official", 302)])
def test_who_chooses_promoted_results(signed_in, who, status):
    assert signed_in(getattr(factories, who)()).get("/admin/searchpicks/add/").status_code == status


def test_the_switch_leads_to_the_twin(client):
    page = make.simple("Про нас")
    twin = page.copy_for_translation(Locale.objects.get(language_code="en"))
    twin.title, twin.slug = "About us", "about-us"
    twin.save_revision().publish()
    twin = StandardPage.objects.get(pk=twin.pk)
    shown = client.get(page.get_url()).content.decode()
    assert f'href="{twin.get_url()}" lang="en"' in shown
    assert 'hreflang="en"' in shown
    assert 'hreflang="uk"' in shown
    assert client.get(f"/en/storinka/{page.pk}/bez-perekladu/").url == twin.get_url()


def test_without_a_twin_the_reader_is_told_so_and_keeps_the_place(client):
    page = news("Лише українською")
    address = f"/en/storinka/{page.pk}/bez-perekladu/"
    assert f'href="{address}"' in client.get(page.get_url()).content.decode()
    shown = client.get(address).content.decode()
    assert "This page is not in English yet" in shown
    assert f'href="{page.get_url()}" lang="uk"' in shown
    assert index("en").get_url() in shown
    assert "noindex" in shown


def test_the_notice_itself_switches_back_to_the_page(client):
    page = news()
    shown = client.get(f"/en/storinka/{page.pk}/bez-perekladu/").content.decode()
    assert f'href="/storinka/{page.pk}/bez-perekladu/"' in shown
    assert client.get(f"/storinka/{page.pk}/bez-perekladu/").url == page.get_url()


def test_a_draft_twin_is_no_twin(client):
    page = make.simple("Про нас")
    page.copy_for_translation(Locale.objects.get(language_code="en"))
    assert client.get(f"/en/storinka/{page.pk}/bez-perekladu/").status_code == 200
    hidden = make.simple(live=False)
    assert client.get(f"/en/storinka/{hidden.pk}/bez-perekladu/").status_code == 404
    assert client.get(f"/en/storinka/{10**25}/bez-perekladu/").status_code == 404


def test_the_switch_keeps_the_filters_of_a_list_that_is_no_page(client):
    assert 'href="/en/zvernennia/reiestr/?q=' in client.get("/zvernennia/reiestr/?q=abc").content.decode()


def test_an_editor_makes_an_english_twin(signed_in):
    page = make.simple("Про нас")
    address = f"/admin/translation/submit/page/{page.pk}/"
    editor = signed_in(factories.editor())
    assert editor.get(address).status_code == 200
    english = Locale.objects.get(language_code="en")
    assert editor.post(address, {"locales": english.pk}).status_code == 302
    twin = page.get_translation(english)
    assert not twin.live
    assert editor.get(f"/admin/pages/{twin.pk}/edit/").status_code == 200


def test_what_comes_and_goes_in_order_of_time(signed_in, clock):
    now = timezone.now()
    page = make.simple("Запланована", live=False)
    page.go_live_at, page.expire_at = now + timedelta(days=2), now + timedelta(days=9)
    page.save_revision().publish()
    Alert.objects.create(title="Сповіщення", go_live_at=now, expire_at=now + timedelta(days=1))
    editor = signed_in(factories.editor())
    shown = editor.get("/admin/zvity/schedule/").content.decode()
    assert shown.index("Сповіщення</a>") < shown.index("Запланована</a>")
    assert shown.count("Запланована</a>") == 2
    assert "Сповіщення</a>" not in editor.get("/admin/zvity/schedule/?what=comes").content.decode()


@pytest.mark.parametrize("report", ["checking", "ready", "links", "opinions", "schedule"])
@pytest.mark.parametrize(
    ("who", "opens"), [("editor", True), ("head", True), ("official", False), ("desk_operator", False)]
)
def test_who_reads_the_reports(signed_in, report, who, opens):
    answer = signed_in(getattr(factories, who)()).get(f'/admin/zvity/{report}/?page=-1&type=%00&q="&download=exe')
    assert (answer.status_code == 200) is opens
