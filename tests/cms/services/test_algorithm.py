"""The algorithm: which orders of then, and, or are refused, how steps are numbered, what is printed."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils import translation
from wagtail.models import Locale

from cms.blocks.algorithm import AlgorithmBody, StepLinkBlock, every, numbered
from home.demo.media import blank_form
from tests.cms.pages import news
from tests.cms.services.make import service, step


def algorithm(*joins):
    steps = [step(f"Крок {number}", join) for number, join in enumerate(joins)]
    block = AlgorithmBody(required=False)
    return block, block.to_python(steps)


def complaints(*joins):
    """What `clean` says: {number of the step, or "": words}."""
    block, value = algorithm(*joins)
    block.set_name("algorithm")
    try:
        block.clean(value)
    except ValidationError as error:
        said = {number: found.message for number, found in error.block_errors.items()}
        return said | ({"": str(error.non_block_errors)} if error.non_block_errors else {})
    return {}


@pytest.mark.parametrize(
    "joins",
    [
        "then then",
        "then and",
        "then or or",
        "then and or",
        "then or then or",
        "then or and then or",
        "then or or and then and or",
        " ".join(["then"] * 12),
        "",
    ],
)
def test_orders_that_can_be_followed(joins):
    assert complaints(*joins.split()) == {}


@pytest.mark.parametrize(
    ("joins", "place"),
    [("and then", 0), ("or then", 0), ("then or and or", 3), ("then then or and or or then", 4)],
)
def test_orders_that_cannot_are_refused_at_their_step(joins, place):
    assert list(complaints(*joins.split())) == [place]


def test_the_words_of_refusals_are_plain():
    with translation.override("uk"):
        assert str(complaints("or", "then")[0]) == "Перший крок ні за чим не йде: оберіть «потім»."
        assert "Поставте між двома виборами крок із «потім»." in str(complaints("then", "or", "and", "or")[3])


def test_one_step_is_no_algorithm_and_thirteen_are_too_many():
    assert "щонайменше два кроки" in complaints("then")[""]
    assert complaints(*["then"] * 13)[""]


def test_a_draft_may_have_one_step():
    block, value = algorithm("then")
    assert len(block.clean_deferred(value)) == 1


def test_numbers():
    steps = numbered(algorithm("then", "and", "then", "or", "or", "then")[1])
    assert [found.label for found in every(steps)] == ["1", "1 and", "2", "2 or", "2 or", "3"]
    assert [len(found.others) for found in steps] == [1, 2, 0]


@pytest.mark.parametrize("target", [{"page": None, "url": ""}, {"page": "page", "url": "https://example.org/"}])
@pytest.mark.django_db
def test_a_link_has_exactly_one_target(target):
    block = StepLinkBlock()
    page = news() if target["page"] else None
    value = block.to_python({"text": "Далі", "context": "", "url": target["url"], "page": page and page.pk})
    with pytest.raises(ValidationError) as refusal:
        block.clean(value)
    assert "url" in refusal.value.block_errors


def printed(page, **context):
    html = Template("{% load wagtailcore_tags %}{% include_block page.algorithm %}").render(
        Context({"page": page, **context})
    )
    return BeautifulSoup(html, "html.parser")


@pytest.fixture
def page():
    return service(
        algorithm=[
            step("Підготуйте документи"),
            step("Запишіться", "and", optional=True),
            step("Подайте в центрі", where=["mobile", "centre"], takes="15 хвилин", body="<p>Покажіть паспорт.</p>"),
            step("Подайте онлайн", "or"),
        ]
    )


@pytest.mark.django_db
class TestPrinted:
    """What a reader and a screen reader meet."""

    def test_the_number_is_inside_the_heading_inside_the_summary(self, page):
        headings = printed(page).select("ol > li details > summary > :is(h2, h3)")
        words = [" ".join(found.get_text(" ").split()) for found in headings]
        assert words == [
            "1 Крок 1: Підготуйте документи",
            "і Крок 1, і водночас: Запишіться лише за потреби",
            "2 Крок 2: Подайте в центрі",
            "або Крок 2, або замість цього: Подайте онлайн",
        ]
        assert all(found.select_one(".steps__no")["aria-hidden"] == "true" for found in headings)

    def test_or_and_and_stand_below_their_step(self, page):
        items = printed(page).select("ol > li")
        assert [[found.name for found in item.select("h2, h3")] for item in items] == [["h2", "h3"], ["h2", "h3"]]

    def test_steps_are_folded_on_the_screen_and_open_on_paper(self, page):
        assert not any(part.has_attr("open") for part in printed(page).select("details"))
        assert all(part.has_attr("open") for part in printed(page, is_print=True).select("details"))

    def test_without_scripts_nothing_is_offered_that_needs_them(self, page):
        html = printed(page)
        assert html.select_one("[data-tools]").has_attr("hidden")
        assert len(html.select("label.step__tick[hidden] input[data-tick]")) == 4

    def test_facts_are_printed_in_the_order_of_the_choices_and_only_where_known(self, page):
        facts = printed(page).select(".step__facts")
        assert len(facts) == 1
        assert "у центрі, на виїзному прийомі" in " ".join(facts[0].get_text().split())
        assert "15 хвилин" in facts[0].get_text()

    def test_keys_of_ticks_stay_when_the_text_is_edited(self, page):
        before = [found["data-tick"] for found in printed(page).select("[data-tick]")]
        page.algorithm[0].value["title"] = "Зберіть документи"
        page.save_revision().publish()
        page.refresh_from_db()
        after = [found["data-tick"] for found in printed(page).select("[data-tick]")]
        assert before == after
        assert len(set(after)) == 4


@pytest.mark.django_db
def test_links_and_files_are_printed_and_dead_pages_left_out():
    target, draft = news("Графік"), news("Чернетка")
    draft.unpublish()
    file = blank_form()
    links = [
        {"text": "Графік", "page": target.pk, "url": "", "context": "на сайті"},
        {"text": "Чернетка", "page": draft.pk, "url": "", "context": ""},
        {"text": "Дія", "page": None, "url": "https://diia.gov.ua/", "context": "інший сайт"},
    ]
    page = service(algorithm=[step(links=links, documents=[file.pk]), step("Далі")])
    html = printed(page)
    assert [link["href"] for link in html.select(".step__links a")] == [target.get_url(), "https://diia.gov.ua/"]
    assert "інший сайт" in html.get_text()
    assert file.title in html.select_one(".files").get_text()


@pytest.mark.django_db
def test_links_lead_to_the_page_in_the_reader_s_language():
    target = news("Графік")
    twin = target.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    twin.save_revision().publish()
    links = [{"text": "Hours", "page": target.pk, "url": "", "context": ""}]
    page = service(algorithm=[step(links=links), step("Далі")])
    page.locale = twin.locale
    assert [link["href"] for link in printed(page).select(".step__links a")] == [twin.get_url()]


@pytest.mark.django_db
def test_a_longer_algorithm_asks_as_often(django_assert_max_num_queries):
    links = [{"text": "Далі", "page": news().pk, "url": "", "context": ""} for _ in range(4)]
    page = service(algorithm=[step(links=links) for _ in range(12)])
    printed(page)
    with django_assert_max_num_queries(6):
        printed(type(page).objects.get(pk=page.pk))
