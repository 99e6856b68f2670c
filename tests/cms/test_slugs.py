"""Addresses and tags in Latin letters."""

import json

import pytest
from django.core.exceptions import ValidationError

from cms.models import ContentTag, NewsPage, NewsTopic
from cms.slugs import SlugInput, page_slug
from tests.cms.pages import index, news

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Реєстрація місця проживання", "reiestratsiia-mistsia-prozhyvannia"),
        ("Об’їзд: Згурівка — Їжаківка", "obizd-zghurivka-yizhakivka"),
        ("Щит & Юрій / Ґанок", "shchyt-yurii-hanok".replace("hanok", "ganok")),
        ("漢字 😀", "storinka"),
        ("", "storinka"),
    ],
)
def test_the_address_is_romanised(words, slug):
    assert page_slug(words) == slug


def test_a_title_makes_the_address_of_a_page():
    assert news("Графік прийому у листопаді").slug == "hrafik-pryiomu-u-lystopadi"


def test_equal_titles_get_different_addresses():
    assert [news("Оголошення").slug for _number in range(3)] == ["oholoshennia", "oholoshennia-2", "oholoshennia-3"]


def test_a_ukrainian_address_is_romanised_too():
    page = NewsPage(title="Тест", slug="тестова-сторінка", lead="Коротко.")
    index().add_child(instance=page)
    assert page.slug == "testova-storinka"


def test_a_long_title_is_cut_at_a_word():
    slug = news("Дуже довгий заголовок про надання адміністративних послуг " * 4).slug
    assert len(slug) <= 100
    assert not slug.endswith("-")


@pytest.mark.parametrize("slug", ["../../etc/passwd", "a b", "<script>", "a/b", "%2e%2e"])
def test_a_hostile_address_is_refused_or_cleaned(slug):
    page = NewsPage(title="Тест", slug=slug, lead="Коротко.")
    with pytest.raises(ValidationError) as refusal:
        index().add_child(instance=page)
    assert "slug" in refusal.value.message_dict


def test_tags_of_either_case_are_one_tag():
    first, second = news(tags=["Субсидія"]), news(tags=["субсидія ", "СУБСИДІЯ"])
    assert ContentTag.objects.count() == 1
    assert first.tag_list == second.tag_list
    assert ContentTag.objects.get().slug == "subsydiia"


def test_a_tag_typed_in_the_admin_is_romanised(signed_in):
    tag = ContentTag.objects.create(name="Зручний графік")
    assert tag.slug == "zruchnyi-hrafik"
    assert NewsTopic.objects.create(name="Соціальний захист").slug == "sotsialnyi-zakhyst"


def test_the_browser_gets_the_same_table_as_the_server():
    formatters = json.loads(SlugInput().attrs["data-w-slug-formatters-value"])
    assert [pattern for (pattern, *_flags), _latin in formatters][1] == "зг"
    assert all(latin.replace("$1", "").isascii() for _pattern, latin in formatters)
