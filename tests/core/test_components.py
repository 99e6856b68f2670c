"""What the components promise to those who use them."""

import re
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone, translation

from core import chart, deadline
from core.query import PageField, QueryForm
from core.styleguide import SampleForm


def draw(source, **context):
    """Render template source as a page of the site would."""
    return Template(source).render(Context(context))


@pytest.fixture
def english():
    with translation.override("en"):
        yield


# --- wrappers and leaves -----------------------------------------------------------------------------------------------


def test_a_wrapper_prints_what_stands_inside_it_once_and_unescaped():
    html = draw('{% component "card" title=title %}<p>{{ words }}</p>{% endcomponent %}', title="А & Б", words="<i>")
    assert html.count("<p>&lt;i&gt;</p>") == 1
    assert "А &amp; Б" in html


def test_a_leaf_escapes_what_people_typed():
    html = draw('{% include "components/facts.html" with items=items only %}', items={"<b>": "<script>"})
    assert "<script>" not in html
    assert "&lt;b&gt;" in html


def test_definitions_leave_out_empty_values_but_keep_zero():
    html = draw('{% include "components/definitions.html" with items=items only %}', items={"а": "", "б": 0, "в": None})
    assert "<dt>б</dt><dd>0</dd>" in html
    assert "<dt>а</dt>" not in html


def test_an_icon_is_decoration_unless_it_has_words():
    assert 'aria-hidden="true"' in draw('{% icon "mail" %}')
    assert 'role="img" aria-label="Лист"' in draw('{% icon "mail" "Лист" %}')


def test_every_icon_that_a_template_asks_for_is_drawn():
    drawn = set(re.findall(r'symbol id="([\w-]+)"', (Path(settings.BASE_DIR) / "static/icons.svg").read_text()))
    asked = set()
    for path in (Path(settings.BASE_DIR) / "templates").rglob("*.html"):
        asked |= set(re.findall(r'{% icon "([\w-]+)"|icon_name(?:=|\|default:)"([\w-]+)"', path.read_text()))
    assert {name for pair in asked for name in pair if name} <= drawn


def test_details_are_open_in_the_print_view():
    source = '{% component "details" summary="Як?" %}Так.{% endcomponent %}'
    assert "<details open" not in draw(source).replace(' class="details"', "")
    assert "<details open" in draw(source, is_print=True).replace(' class="details"', "")


def test_a_file_is_named_even_when_it_may_not_be_opened():
    file = SimpleNamespace(original_name="лист.pdf", content_type="application/pdf", size=2048, url="")
    html = draw('{% include "components/file_list.html" with files=files only %}', files=[file])
    assert "лист.pdf" in html
    assert "<a " not in html


# --- addresses ---------------------------------------------------------------------------------------------------------


def test_pagination_keeps_the_rest_of_the_query():
    request = RequestFactory().get("/reiestr/", {"topic": "вода", "page": "2"})
    page = Paginator(range(100), 10).get_page(2)
    html = draw("{% pagination page %}", request=request, page=page)
    assert "topic=%D0%B2%D0%BE%D0%B4%D0%B0&amp;page=3" in html
    assert html.count('aria-current="page"') == 1


def test_one_page_needs_no_pagination():
    assert "<nav" not in draw("{% pagination page %}", page=Paginator(range(3), 10).get_page(1))


def test_a_filter_link_goes_back_to_the_first_page():
    request = RequestFactory().get("/", {"page": "9", "state": "open"})
    assert draw('{% query_string topic="2" %}', request=request) == "?state=open&amp;topic=2"
    assert draw("{% query_string state=None %}", request=request) == "?"


def test_breadcrumbs_end_with_this_page_and_begin_at_home():
    html = draw('{% breadcrumbs "Новини" "/novyny/" title %}', title="<Стаття>")
    assert html.index('href="/"') < html.index('href="/novyny/"') < html.index('aria-current="page"')
    assert "&lt;Стаття&gt;" in html


def test_the_other_language_is_offered_in_its_own_words():
    request = RequestFactory().get("/vyhliad/")
    html = draw("{% language_switch %}", request=request)
    assert 'href="/en/vyhliad/"' in html
    assert 'lang="en"' in html


# --- time --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "tone", "words"),
    [
        (timedelta(days=2), "warn", "2 days left"),
        (timedelta(days=9), "", "9 days left"),
        (timedelta(), "warn", "Today is the last day"),
        (timedelta(days=-4), "bad", "Overdue by 4 days"),
    ],
)
@pytest.mark.usefixtures("english")
def test_a_deadline_says_how_much_is_left(left, tone, words):
    now = timezone.now()
    told = deadline.describe(timezone.localdate(now) + left, now=now)
    assert (told["tone"], told["text"]) == (tone, words)


@pytest.mark.usefixtures("english")
def test_an_hour_past_the_moment_is_late_on_the_same_day(clock):
    now = timezone.now()
    assert deadline.describe(now - timedelta(hours=1), now=now)["text"] == "Overdue since today"


@pytest.mark.usefixtures("english")
def test_counted_working_days_go_before_calendar_days():
    now = timezone.now()
    assert deadline.describe(now + timedelta(days=4), days=2, now=now)["text"] == "2 working days left"
    assert deadline.describe(now - timedelta(days=4), done=True, now=now)["tone"] == "good"
    assert deadline.describe(None, now=now)["text"] == ""


def test_a_moment_is_written_for_machines_with_its_zone():
    assert draw("{{ day|iso }}", day=date(2026, 11, 23)) == "2026-11-23"


# --- charts ------------------------------------------------------------------------------------------------------------


def test_the_longest_bar_is_whole_and_a_hidden_number_draws_none():
    drawn = chart.bars([("а", 46, "46"), ("б", 23, "23"), ("в", None, "<5")])
    assert [row.pieces[0].width if row.pieces else None for row in drawn["rows"]] == [100, 50, None]


def test_a_chart_never_tells_a_hidden_number_by_the_length_of_its_bar():
    html = draw("{% bar_chart rows %}", rows=[("а", 46, "46"), ("в", None, "<5")])
    assert html.count('class="chart__bar--1"') == 1
    assert html.count("&lt;5") == 3  # the picture's words, its label for those who hear it, the table


def test_a_chart_of_nothing_is_drawn_without_a_crash():
    assert "<svg" in draw("{% bar_chart rows title='Порожньо' %}", rows=[])
    assert "<svg" in draw("{% bar_chart rows %}", rows=[("а", 0, "0"), ("б", "сміття", "?")])


def test_stacked_parts_stand_one_after_another():
    (row,) = chart.stacks([("а", [1, 3])], ["х", "у"])["rows"]
    assert [(piece.start, piece.width) for piece in row.pieces] == [(0, 25), (25, 75)]


def test_a_percent_is_written_with_a_point_in_ukrainian_too():
    with translation.override("uk"):
        html = draw("{% bar_chart rows %}", rows=[("а", 3), ("б", 1)])
    assert 'width="33.33%"' in html


# --- forms -------------------------------------------------------------------------------------------------------------


def test_a_field_is_bound_to_its_hint_and_its_error():
    form = SampleForm({"email": "ні"})
    html = str(form)
    assert 'id="id_email_helptext"' in html
    assert 'id="id_email_error"' in html
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'aria-invalid="true"' in html


def test_the_summary_leads_to_every_wrong_field():
    form = SampleForm({})
    html = str(form)
    targets = re.findall(r'<li><a href="#([\w-]+)"', html)
    assert targets
    assert all(f'id="{target}"' in html for target in targets)


def test_only_optional_fields_are_marked():
    with translation.override("en"):
        html = str(SampleForm())
    assert html.count("(optional)") == 4  # phone, date, topics, file: a single box speaks for itself
    assert "*" not in html


def test_groups_of_choices_stand_in_a_fieldset_with_a_legend():
    assert str(SampleForm()).count("<fieldset") == str(SampleForm()).count("<legend") == 2


def test_a_form_without_errors_has_no_summary():
    assert "data-summary" not in str(SampleForm())


def test_a_new_filter_begins_on_the_first_page():
    class Query(QueryForm):
        tab = forms.CharField(required=False, widget=forms.HiddenInput)
        page = PageField(widget=forms.HiddenInput)

    source = '{% include "components/filter_form.html" with form=form only %}'
    html = draw(source, form=Query.read({"tab": "all", "page": "7"}))
    assert 'name="tab" value="all"' in html
    assert 'name="page"' not in html
