"""A life situation lists what the editor chose, then what is tagged with it, and never a dead link."""

import pytest
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.models import PageViewRestriction

from cms.blocks.situations import SituationTasks
from cms.situations import contents_of
from tests.cms.situations.make import (
    SITUATIONS,
    group,
    service,
    situation,
    situations_in_bulk,
    tagged_in_bulk,
    task,
    text_of,
    twin,
)

pytestmark = pytest.mark.django_db


def titles(links):
    return [link.title for link in links]


def test_a_task_to_do_and_a_task_to_know_differ_in_words(client):
    page = situation(
        top_tasks=[
            task("Подати заяву", url="https://diia.gov.ua/"),
            task("Прочитати правила", url="https://zakon.rada.gov.ua/", kind="information"),
        ]
    )
    shown = text_of(client, page.get_url())
    assert shown.index("Зробити") < shown.index("Подати заяву") < shown.index("Дізнатися")


def test_groups_stand_as_the_editor_chose(client):
    last, first = service("Яблуко"), service("Абрикоса")
    page = situation(groups=[group("Спершу", last, first), group("Потім", first)])
    shown = contents_of(page)
    assert [(row.heading, titles(row.links)) for row in shown.groups] == [
        ("Спершу", ["Яблуко", "Абрикоса"]),
        ("Потім", ["Абрикоса"]),
    ]


def test_tagged_services_that_no_group_names_are_listed_by_the_alphabet():
    page = situation()
    chosen = service("Обмін", situations=[page])
    for title in ("Ґрунт", "Яма", "Єдність", "Ґанок", "Гора", "Їжа", "Ідея"):
        service(title, situations=[page])
    page.groups = [group("Документи", chosen)]
    page.save()
    page.refresh_from_db()
    assert titles(contents_of(page).others) == ["Гора", "Ґанок", "Ґрунт", "Єдність", "Ідея", "Їжа", "Яма"]


def test_the_alphabet_puts_everything_into_one_list():
    page = situation(ordering="alphabetical")
    tagged = service("Єдина", situations=[page])
    other = service("Дорога")
    page.groups = [group("Група", other, tagged)]
    page.save()
    page.refresh_from_db()
    shown = contents_of(page)
    assert shown.groups == []
    assert titles(shown.others) == ["Дорога", "Єдина"]


def test_nothing_leads_to_a_hidden_or_deleted_page(client):
    draft, secret, gone, good = (service(title) for title in ("Чернетка", "Для своїх", "Видалена", "Справжня"))
    page = situation(
        top_tasks=[task("До чернетки", page=draft), task("До справжньої", page=good)],
        groups=[group("Група", draft, secret, gone, good), group("Порожня", gone)],
    )
    draft.unpublish()
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    gone.delete()
    shown = text_of(client, page.get_url())
    assert "Справжня" in shown
    assert "До справжньої" in shown
    for hidden in ("Чернетка", "Для своїх", "Видалена", "До чернетки", "Порожня"):
        assert hidden not in shown


def test_an_english_reader_gets_english_pages_and_is_told_of_the_others(client):
    page = situation("Народилася дитина")
    translated, only_ukrainian = service("Народження"), service("Допомога", situations=[page])
    page.groups = [group("Документи", translated)]
    page.save_revision().publish()
    twin(translated, "Birth")
    shown = text_of(client, twin(page, "A child was born").get_url())
    assert "Birth" in shown
    assert "Народження" not in shown
    assert only_ukrainian.title in shown
    assert 'lang="uk"' in shown


def test_an_empty_situation_and_an_empty_list_say_so(client):
    assert "Ситуацій тут ще немає" in text_of(client, SITUATIONS)
    assert "There are no situations here yet" in text_of(client, f"/en{SITUATIONS}")
    assert "Перелік готується" in text_of(client, situation().get_url())


def test_the_list_and_the_front_page_show_published_situations_with_signs(client):
    situation("Народилася дитина", icon="baby")
    situation("Чернетка ситуації").unpublish()
    for address in (SITUATIONS, "/"):
        shown = text_of(client, address)
        assert "Народилася дитина" in shown
        assert "#baby" in shown
        assert "Чернетка ситуації" not in shown


def test_the_front_page_without_situations_has_no_band(client):
    assert "front-situations" not in text_of(client, "/")


def test_a_task_has_exactly_one_target():
    block, page = SituationTasks(), service()
    for wrong in (task("Нікуди"), task("Двічі", page=page, url="https://diia.gov.ua/")):
        with pytest.raises(StreamBlockValidationError):
            block.clean(block.normalize([wrong]))
    block.clean(block.normalize([task("Добре", page=page)]))


def test_a_demonstration_says_so(client):
    assert "перевірте перед використанням" in text_of(client, situation(is_demo=True).get_url())


def test_the_list_costs_the_same_for_any_number(client, constant_queries):
    constant_queries(lambda: client.get(SITUATIONS), situations_in_bulk, more=30)


def test_a_situation_costs_the_same_for_any_number_of_services(client, constant_queries):
    page = situation()
    page.groups = [group("Перша", service(), service())]
    page.save()

    constant_queries(lambda: client.get(page.get_url()), lambda number: tagged_in_bulk(page, number), more=30)
