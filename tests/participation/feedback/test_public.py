"""What everybody reads of a summary: decisions, safe figures, corrections; never a name or somebody's own words."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import translation

from casework.enums import Channel
from participation.feedback import services
from participation.feedback.comparing import compare
from participation.feedback.models import Summary
from tests.factories import head, official, settlement
from tests.participation.feedback.making import (
    corrected,
    draft_over,
    many_summaries,
    many_voices,
    measure_of,
    published,
)

pytestmark = pytest.mark.django_db
LIST = "/uchast/pidsumky/"
CANARY = "КАНАРКА"


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode("utf-8-sig")


def address(summary, name="detail", **more):
    with translation.override("uk"):
        return reverse(f"feedback:{name}", args=[summary.slug, *more.values()])


# --- the list ------------------------------------------------------------------------------------------------------------


def test_an_empty_list_says_so_and_shows_a_way_on(client):
    page = read(client, LIST)
    assert "Підсумків ще не оприлюднено" in page
    assert "/zvernennia/propozytsiia/" in page


def test_drafts_are_nowhere(client, clock):
    draft, _theme, _cases = draft_over(6)
    assert draft.title not in read(client, LIST) + read(client, LIST + "rss/")
    for name in ("detail", "json", "csv"):
        read(client, address(draft, name), 404)


def test_the_list_tells_coverage(client, clock):
    published(6)
    assert "Відповідь отримали 6 із 6 звернень." in read(client, LIST)


@pytest.mark.parametrize("page", ["-5", "0", "9" * 30, "last", "%00", "%ED%A0%80", "<script>"])
def test_an_impossible_page_is_the_nearest_possible_one(client, clock, page):
    published(5)
    assert "Що ви сказали про чергу" in read(client, f"{LIST}?page={page}")


def test_the_list_costs_the_same_for_a_thousand(client, constant_queries):
    assert constant_queries(lambda: read(client, LIST), many_summaries) <= 12


# --- one summary ---------------------------------------------------------------------------------------------------------


def test_a_page_tells_theme_decision_and_measures(client, clock):
    summary, theme, _cases = published(6)
    measure = measure_of(theme, official(name=f"{CANARY} Петро"))
    services.record_update(measure, actor=head(name=CANARY), state="started", text="Табло замовлено.")
    page = read(client, address(summary))
    for words in ("Черга", "Довго чекаємо.", "Поставимо табло.", "Поставити табло", "Начальник", "Табло замовлено."):
        assert words in page
    assert "Погоджено: Начальниця відділу «ЦНАП»" in page
    assert CANARY not in page


def test_who_approved_is_told_by_the_position_of_that_day(client, clock):
    summary, _theme, _cases = published(6)
    summary.approved_by.position = "Хтось інший"
    summary.approved_by.save()
    assert "Хтось інший" not in read(client, address(summary))


def test_small_groups_are_not_told(client, clock):
    composer = official()
    summary, theme, _cases = draft_over(9, actor=composer, settlement=settlement("Вербівка"))
    many_voices(theme, 7, channel="box")
    many_voices(theme, 2, channel="phone", settlement=settlement("Степове"))
    summary = services.submit(summary, actor=composer)
    boss = head()
    summary = services.publish(services.approve(summary, actor=boss), actor=boss)
    page = read(client, address(summary))
    assert "&lt;5" in page
    assert "не показано" in page
    rows = list(csv.reader(io.StringIO(read(client, address(summary, "csv")))))
    assert [row[4] for row in rows if row[3] in {str(Channel.PHONE.label), "Степове"}] == ["<5", "<5"]


def test_a_theme_of_four_voices_tells_no_number_anywhere(client, clock):
    summary, _theme, _cases = published(4)
    pages = [read(client, address(summary, name)) for name in ("detail", "json", "csv")]
    assert "Узагальнено менше ніж п’ять звернень." in pages[0]
    assert json.loads(pages[1])["answered"] == "small"
    for page in pages:
        assert not re.search(
            r"\b4\b(?! листопада)", re.sub(r"<svg.*?</svg>|<head>.*?</head>|\d+\.\d+", "", page, flags=re.S)
        )


@pytest.mark.parametrize("version", ["0", "2", "32768", "9" * 40])
def test_versions_that_are_not_there_are_not_found(client, clock, version):
    summary, _theme, _cases = published(5)
    read(client, f"{address(summary)}versiia-{version}/", 404)


def test_a_page_costs_the_same_however_many_spoke(client, clock, constant_queries):
    composer, boss = official(), head()
    summary, theme, _cases = draft_over(5, actor=composer)
    measure_of(theme, composer)

    def more_voices(number):
        many_voices(theme, number)
        Summary.objects.filter(pk=summary.pk).update(state="draft", approved_by=None)
        moved = services.submit(summary, actor=composer)
        services.publish(services.approve(moved, actor=boss), actor=boss)

    assert constant_queries(lambda: read(client, address(summary)), more_voices) <= 14


def test_a_page_with_many_themes_stays_light_and_flat(client, clock, constant_queries):
    composer, boss = official(), head()
    summary, _theme, _cases = draft_over(6, actor=composer)

    def more_themes(number):
        for place in range(number):
            added = summary.themes.create(title=f"Тема {place}", said="…", position="accepted", reason="Так. " * 40)
            measure_of(added, composer)
            many_voices(added, 5)
        Summary.objects.filter(pk=summary.pk).update(state="draft", approved_by=None)
        services.publish(services.approve(services.submit(summary, actor=composer), actor=boss), actor=boss)

    constant_queries(lambda: read(client, address(summary)), more_themes, few=2, more=8)
    assert len(read(client, address(summary)).encode()) < 100_000


def test_paper_shows_the_tables(client, clock):
    summary, _theme, _cases = published(6)
    page = read(client, address(summary) + "?print=1").partition("<main")[2].partition("</main")[0]
    assert page.count("<details") == page.count(" open>")


def test_markup_in_what_officials_write_stays_words(client, clock):
    attack = "<script>alert(1)</script>"
    composer = official()
    summary, theme, _cases = draft_over(6, actor=composer)
    theme.title = theme.said = theme.reason = attack
    theme.save()
    boss = head()
    summary = services.publish(services.approve(services.submit(summary, actor=composer), actor=boss), actor=boss)
    for name in ("detail", "version"):
        more = {"version": 1} if name == "version" else {}
        assert attack not in read(client, address(summary, name, **more))
    assert attack not in read(client, "/")


# --- corrections ---------------------------------------------------------------------------------------------------------


def reject(draft):
    """Change every part of the decision."""
    theme = draft.themes.get()
    theme.position, theme.ground, theme.reason = "rejected", "Закон № 280/97-ВР, ст. 30", "Не наше."
    theme.save()
    theme.measures.all().delete()
    measure_of(theme, draft.composed_by, text="Написати до області")


@pytest.fixture
def two_versions(clock):
    composer = official()
    first, theme, _cases = published(6, composer=composer)
    measure_of(theme, composer)
    return first, corrected(first, composer, change=reject)


def test_a_corrected_page_tells_what_it_was_and_what_it_is_now(client, two_versions):
    _first, second = two_versions
    page = read(client, address(second))
    assert "Це виправлена редакція" in page
    assert "Уточнили рішення." in page
    changed = page[page.index('id="changes"') : page.index('id="coverage"')]
    for words in ("Враховано", "Відхилено", "ст. 30", "Поставимо табло.", "Не наше.", "Поставити табло", "до області"):
        assert words in changed
    assert "Довго чекаємо." not in changed


def test_the_earlier_version_stays_and_says_that_it_no_longer_holds(client, two_versions):
    first, second = two_versions
    page = read(client, address(first, "version", version=1))
    assert "Цю редакцію виправлено" in page
    assert "Поставимо табло." in page
    assert 'content="noindex"' in page
    assert address(second, "csv") not in page
    assert 'content="noindex"' not in read(client, address(second))


def test_themes_that_came_and_went_are_told(two_versions):
    first, second = two_versions
    services_theme = second.themes.create(title="Нова", said="…", position="accepted", reason="Так.")
    second.themes.exclude(pk=services_theme.pk).delete()
    parts = {part.title: part.differences for part in compare(first, second)}
    assert [(row.was, row.now) for row in parts["Нова"] if row.label == "Позиція"] == [("", "Враховано")]
    assert [(row.was, row.now) for row in parts["Черга"] if row.label == "Позиція"] == [("Враховано", "")]


def test_nothing_changed_is_nothing_told(clock):
    summary, _theme, _cases = published(5)
    assert compare(summary, summary) == []


def test_progress_told_while_a_correction_was_written_is_not_lost(client, clock):
    composer = official()
    first, theme, _cases = published(6, composer=composer)
    measure = measure_of(theme, composer)

    def meanwhile(_draft):
        services.record_update(measure, actor=composer, state="done", text="Табло працює.")

    second = corrected(first, composer, change=meanwhile)
    again = second.themes.get().measures.get()
    assert (again.state, again.key) == ("done", measure.key)
    assert "Табло працює." in read(client, address(second))


# --- for machines --------------------------------------------------------------------------------------------------------


def test_json_is_whole_and_holds_no_exact_small_number(client, two_versions):
    data = json.loads(read(client, address(two_versions[1], "json")))
    assert (data["version"], data["answered"], data["themes"][0]["position"]) == (2, 6, "rejected")
    assert data["themes"][0]["measures"][0]["owner"] == "Начальник"


def test_a_formula_in_a_title_stays_words_in_the_table(client, clock):
    composer, boss = official(), head()
    summary, theme, _cases = draft_over(6, actor=composer)
    theme.title = "=HYPERLINK(1)"
    theme.save()
    summary = services.publish(services.approve(services.submit(summary, actor=composer), actor=boss), actor=boss)
    cells = [cell for row in csv.reader(io.StringIO(read(client, address(summary, "csv")))) for cell in row]
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


def test_the_feed_is_well_formed_and_shows_a_correction_as_new(client, clock):
    composer = official()
    first, _theme, _cases = published(6, composer=composer)

    def item():
        return ElementTree.fromstring(read(client, LIST + "rss/")).find("channel/item")

    before = item()
    assert before.find("title").text == first.title
    assert before.find("link").text.endswith(address(first))
    corrected(first, composer, change=reject)
    assert item().find("guid").text != before.find("guid").text


def test_english_pages_speak_english(client, two_versions):
    first, second = two_versions
    assert "You said, we did" in read(client, "/en" + LIST)
    page = read(client, "/en" + address(second))
    for words in ("What changed since version 1", "Answered 6 of 6 contributions.", "It is now", "Rejected"):
        assert words in page
    assert "This version was corrected" in read(client, "/en" + address(first, "version", version=1))
    assert "Breakdown" in read(client, "/en" + address(second, "csv"))


# --- what must never be seen ---------------------------------------------------------------------------------------------


def test_no_name_no_address_and_no_original_word_is_ever_public(client, clock):
    composer = official(name=f"{CANARY} Упорядник", email="kanarka-official@example.org")
    summary, theme, _cases = published(
        6,
        composer=composer,
        name=f"{CANARY} Олена",
        email="kanarka{}@example.org",
        text=f"{CANARY}: поставте лавку біля мого дому.",
    )
    measure_of(theme, composer)
    services.record_update(theme.measures.get(), actor=composer, state="done", text="Зроблено.")
    second = corrected(summary, composer, change=reject)
    paths = [LIST, LIST + "rss/", "/", "/uchast/", "/sitemap.xml", address(second), address(second, "json")]
    paths += [address(second, "csv"), address(summary, "version", version=1)]
    for path in [*paths, *(f"/en{path}" for path in paths if path != "/sitemap.xml")]:
        page = read(client, path)
        assert CANARY not in page, path
        assert "kanarka" not in page, path
