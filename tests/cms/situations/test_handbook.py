"""Guides of several parts that print on one page; ways out of trouble with steps, phones, terms and law."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import PageViewRestriction

from cms.blocks.finder import OutcomeBlock, QuestionBlock
from cms.blocks.participation import ToolBlock
from cms.blocks.situations import GroupBlock, TaskBlock
from cms.models import GuidePage, GuidePartPage, HandbookIndexPage, ProblemAct, ProblemDeadline
from tests import factories
from tests.cms.situations.make import HANDBOOK, below, guide, part, phone, problem, service, text_of, twin

pytestmark = pytest.mark.django_db


def heading(text, level="h2"):
    return "heading", {"text": text, "level": level}


def tool(name, **fields):
    return "tool", {"name": name, "text": "", "page": None, "address": "", **fields}


def main(page):
    """The main part of a page, without header and footer."""
    return page.split("<main")[1].split("</main>")[0]


def test_an_empty_handbook_says_so(client):
    assert "Довідник ще пишуть" in text_of(client, HANDBOOK)
    assert "The handbook is being written" in text_of(client, f"/en{HANDBOOK}")


def test_the_handbook_lists_published_guides_and_problems(client):
    guide("Перший візит")
    problem("Немає води")
    guide("Чернетка порадника").unpublish()
    guide("Без переліку", show_in_listing=False)
    shown = text_of(client, HANDBOOK)
    assert "Перший візит" in shown
    assert "Немає води" in shown
    assert "Чернетка порадника" not in shown
    assert "Без переліку" not in shown


def test_a_guide_lists_its_parts_in_order(client):
    page = guide("Візит", parts=["Удома", "У центрі", "Результат"])
    shown = text_of(client, page.get_url())
    assert shown.index("Удома") < shown.index("У центрі") < shown.index("Результат")


@pytest.mark.parametrize(
    ("number", "previous", "following"), [(0, None, "У центрі"), (1, "Удома", "Результат"), (2, "У центрі", None)]
)
def test_a_part_leads_to_its_neighbours(client, number, previous, following):
    page = guide("Візит", parts=["Удома", "У центрі", "Результат"])
    context = client.get(page.parts()[number].get_url()).context
    assert getattr(context["previous"], "title", None) == previous
    assert getattr(context["next"], "title", None) == following
    assert context["number"] == number + 1


def test_hidden_parts_are_passed_over(client):
    page = guide("Візит", parts=["Удома"])
    part(page, "Чернетка").unpublish()
    PageViewRestriction.objects.create(page=part(page, "Для своїх"), restriction_type="login")
    last = part(page, "Результат")
    assert client.get(last.get_url()).context["previous"].title == "Удома"
    for address in (page.get_url(), f"{page.get_url()}drukuvaty/"):
        shown = text_of(client, address)
        assert "Чернетка" not in shown
        assert "Для своїх" not in shown


def test_everything_stands_on_one_page_to_print(client):
    page = guide("Візит")
    part(page, "Удома", body=[heading("Документи"), ("paragraph", "<p>Візьміть паспорт.</p>")])
    part(page, "У центрі", body=[heading("Документи"), ("paragraph", "<p>Віддайте заяву.</p>")])
    shown = main(text_of(client, f"{page.get_url()}drukuvaty/"))
    assert shown.index("Удома") < shown.index("Візьміть паспорт.") < shown.index("Віддайте заяву.")
    ids = [piece.split('"')[0] for piece in shown.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
    assert shown.count("<h3 id=") == 2


def test_the_page_to_print_opens_the_printer_only_when_asked(client):
    address = f"{guide('Візит', parts=['Удома']).get_url()}drukuvaty/"
    assert "data-print>" not in text_of(client, address).split("<body")[0]
    assert client.get(address, {"print": "1"}).context["is_print"]


def test_a_guide_without_parts_says_so(client):
    page = guide()
    assert "ще пишуть" in text_of(client, page.get_url())
    text_of(client, f"{page.get_url()}drukuvaty/")


def test_the_scale_shows_levels_and_where_the_reader_is(client):
    page = guide("Участь")
    part(page, "Знати", level="inform")
    here = part(page, "Вирішувати", level="decide")
    shown = text_of(client, here.get_url())
    scale = shown.split('class="scale"')[1].split("</ol>")[0]
    assert "Інформування" in scale
    assert scale.count('aria-current="page"') == 1
    assert "ви тут" in scale
    assert 'class="scale"' not in text_of(client, guide(parts=["Звичайна"]).get_url())


def test_tools_lead_where_they_are(client):
    hidden, shown_page = service("Прихована"), service("Відкрита")
    hidden.unpublish()
    page = part(
        guide(),
        "Знати",
        tools=[
            tool("Скринька", address="/zvernennia/"),
            tool("Прихований", page=hidden),
            tool("Відкритий", page=shown_page),
        ],
    )
    shown = text_of(client, page.get_url())
    assert 'href="/zvernennia/">Скринька' in shown
    assert "<strong>Прихований</strong>" in shown
    assert f'href="{shown_page.get_url()}">Відкритий' in shown


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example", "http://plain.example", "zvernennia"])
def test_a_tool_never_leads_to_a_hostile_address(address):
    block = ToolBlock()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.normalize(tool("Пастка", address=address)[1]))


def test_addresses_that_the_handbook_needs_are_refused():
    index = below(HandbookIndexPage)
    phones = GuidePage(title="Телефони", slug="telefony", locale=index.locale)
    with pytest.raises(ValidationError):
        index.add_child(instance=phones)
    with pytest.raises(ValidationError):
        guide().add_child(instance=GuidePartPage(title="Друк", slug="drukuvaty"))


def test_a_problem_tells_signs_steps_phones_terms_and_law(client):
    step = {"title": "Відійдіть", "joins": "then", "optional": False, "where": [], "takes": "", "body": ""}
    page = problem(
        "Зламане дерево",
        signs="гілка впала\n\n дріт на землі ",
        algorithm=[("step", step)],
        phones=[
            phone("0 400 000 203", "Диспетчер"),
            phone("112", "Рятунок", group="emergency"),
            phone(name="Знято", is_shown=False),
        ],
    )
    page.deadlines = [ProblemDeadline(what="Виїзд", term="одразу")]
    page.acts = [ProblemAct(title="Закон про благоустрій", url="https://zakon.rada.gov.ua/laws/show/2807-15")]
    page.save()
    shown = main(text_of(client, page.get_url()))
    for words in ("гілка впала", "дріт на землі", "Відійдіть", "Виїзд", "одразу", "Закон про благоустрій"):
        assert words in shown
    assert shown.index("Відійдіть") < shown.index("Рятунок") < shown.index("Диспетчер")
    assert "Знято" not in shown


def test_a_dangerous_problem_begins_with_phones(client):
    page = problem(signs="дріт на землі", is_urgent=True, phones=[phone("112", "Рятунок")])
    shown = main(text_of(client, page.get_url()))
    assert shown.index("Рятунок") < shown.index("дріт на землі")


def test_the_english_twin_of_a_problem_keeps_its_phones(client):
    page = problem("Немає води", phones=[phone("0 400 000 201", "Водоканал", name_en="Waterworks")])
    assert "Waterworks" in text_of(client, twin(page, "No water").get_url())


@pytest.mark.parametrize("name", ["situations", "guides", "problem_guides"])
def test_staff_have_flat_lists_of_what_is_due(signed_in, name):
    guide("Давній порадник")
    problem("Давня біда")
    editor = signed_in(factories.editor())
    for query in ("", "?due=due", "?due=нісенітниця"):
        assert editor.get(f"{admin(name)}{query}").status_code == 200


def admin(name):
    return {
        "situations": "/admin/zhyttievi-sytuatsii/",
        "guides": "/admin/posibnyky/",
        "problem_guides": "/admin/shcho-robyty/",
    }[name]


def test_the_list_of_due_guides_leaves_out_the_checked(signed_in, clock):
    guide("Давній порадник")
    guide("Свіжий порадник", checked_on=date(2026, 11, 20))
    editor = signed_in(factories.editor())
    assert "20.11.2027" in editor.get("/admin/posibnyky/").content.decode()
    shown = editor.get("/admin/posibnyky/", {"due": "due"}).content.decode()
    assert "Давній порадник" in shown
    assert "Свіжий порадник" not in shown


def test_the_handbook_costs_the_same_for_any_number(client, constant_queries):
    index = below(HandbookIndexPage)

    def grow(number):
        for place in range(number):
            index.add_child(instance=GuidePage(title=f"Порадник {index.numchild}-{place}"))

    constant_queries(lambda: client.get(HANDBOOK), grow, few=5, more=25)


def test_a_guide_and_its_print_cost_the_same_for_any_number_of_parts(client, constant_queries):
    page = guide()

    def grow(number):
        for place in range(number):
            part(page, f"Частина {page.numchild}-{place}", level="inform", body=[heading("Назва")])
        client.get(HANDBOOK)  # publishing empties the cache of addresses

    addresses = (page.get_url(), f"{page.get_url()}drukuvaty/")
    constant_queries(lambda: [client.get(address) for address in addresses], grow, few=3, more=15)


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (QuestionBlock(), "Що сталося з паспортом?"),
        (OutcomeBlock(), "замість втраченого"),
        (ToolBlock(), "Скринька пропозицій"),
        (TaskBlock(), "Зареєструвати народження"),
        (GroupBlock(), "Спочатку"),
    ],
)
def test_every_block_describes_and_previews_itself(block, words):
    assert block.meta.icon != "placeholder"
    assert block.meta.description
    assert words in block.render(block.normalize(block.meta.preview_value))
