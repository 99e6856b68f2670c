"""What the components promise to those who use them, and what the style sheets promise to those who read."""

import re
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.contrib import messages
from django.contrib.messages.storage.session import SessionStorage
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone, translation

from core import chart, deadline, site, styles
from core.context_processors import display
from core.display import Display
from core.styleguide import SampleForm
from core.views import came_from

CSS = Path(settings.BASE_DIR) / "static" / "css"


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


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_the_switch_never_sends_a_reader_to_another_site(target):
    assert came_from(RequestFactory().post("/vyhliad/"), target) == "/vyhliad/"


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


# --- the frame of the page ---------------------------------------------------------------------------------------------


@pytest.fixture
def registry(monkeypatch):
    """An empty register of links and providers."""
    monkeypatch.setattr(site, "_providers", [])
    monkeypatch.setattr(site, "_links", {kind: [] for kind in site._links})
    return site


def test_the_menu_is_sorted_knows_where_the_reader_is_and_skips_rooms_that_are_not_there(registry):
    registry.register_navigation(20, "Вигляд", "display")
    registry.register_navigation(10, "Новини", "/novyny/")
    registry.register_navigation(15, "Нема", "no-such-room")
    links = registry.links("navigation", "/novyny/2026/")
    assert [(link["label"], link["current"]) for link in links] == [("Новини", True), ("Вигляд", False)]


def test_the_same_link_registered_twice_stands_once(registry):
    for _again in range(2):
        registry.register_footer(1, "Про сайт", "Дані", "/dani/")
    assert len(registry.links("footer", "/")) == 1


def test_later_providers_win_and_empty_words_do_not_erase(registry):
    registry.register_provider(lambda request: {"name": "Громада", "hotline": "15-80"})
    registry.register_provider(lambda request: {"name": "", "hotline": "15-81"})
    told = registry.describe(RequestFactory().get("/"))
    assert (told["name"], told["hotline"]) == ("Громада", "15-81")


@pytest.mark.parametrize("value", ["more.large.dark", "..", "", "x.y.z", "more.large.dark.more", "\x00", "." * 5000])
def test_any_display_cookie_can_be_read(value):
    chosen = Display.from_cookie(value)
    assert chosen.contrast in {"", "more"}
    assert Display.from_cookie(str(chosen)) == chosen


@pytest.mark.django_db
def test_the_switch_is_kept_in_a_cookie_and_printed_by_the_server(client):
    answer = client.post("/vyhliad/", {"contrast": "more", "text": "large", "next": "/vyhliad/"})
    assert answer.status_code == 302
    html = client.get("/vyhliad/").content.decode()
    assert 'data-contrast="more" data-text="large"' in html


@pytest.mark.django_db
def test_a_strange_choice_is_told_beside_the_field(client):
    answer = client.post("/vyhliad/", {"contrast": "<script>"})
    assert answer.status_code == 422
    assert "<script>" not in answer.content.decode().replace("<script type=", "")


def test_looking_for_messages_opens_no_session_for_those_who_have_none():
    """A page that looks into the session varies by cookie and cannot be cached for everybody."""
    request = RequestFactory().get("/")
    request.session = SessionStore()
    request._messages = SessionStorage(request)
    assert list(display(request)["notices"]) == []
    assert not request.session.accessed


def test_a_message_added_now_is_shown_now():
    request = RequestFactory().get("/")
    request.session = SessionStore()
    request._messages = SessionStorage(request)
    messages.success(request, "Записано.")
    assert [str(message) for message in display(request)["notices"]] == ["Записано."]


@pytest.mark.django_db
def test_the_style_guide_is_not_for_the_public(client, settings):
    assert client.get("/styleguide/").status_code == 404
    settings.STYLEGUIDE = True
    assert client.get("/styleguide/").status_code == 200


@pytest.mark.django_db
def test_the_style_guide_weighs_little_and_has_no_inline_style_or_script(client, settings):
    settings.STYLEGUIDE = True
    html = client.get("/styleguide/").content.decode()
    scripts = sum(path.stat().st_size for path in (Path(settings.BASE_DIR) / "static/js").glob("*.js"))
    assert len(html) + len(styles.site_sheet()) + scripts < 100_000
    assert scripts < 10_000
    assert not re.search(r'\sstyle="|\son\w+="|<style', html)


@pytest.mark.parametrize("name", ["400", "413", "500"])
def test_the_last_pages_need_neither_request_nor_database(name):
    html = draw(f'{{% extends "{name}.html" %}}')
    assert html.count("<h1>") == 1
    assert 'lang="' in html


@pytest.mark.django_db
def test_an_expired_form_says_what_to_do(client):
    client.handler.enforce_csrf_checks = True
    answer = client.post("/oblikovyi-zapys/login/", {"login": "a@example.org"})
    assert answer.status_code == 403
    assert "<ol>" in answer.content.decode()


# --- style sheets ------------------------------------------------------------------------------------------------------


def tokens(block):
    """Read the custom properties of a block of CSS."""
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", block))


def blocks():
    """Give the blocks of tokens.css: usual, light fallback, two dark fallbacks, more contrast."""
    css = (CSS / "tokens.css").read_text()
    usual = re.search(r":root \{(.*?)\n  \}", css, re.DOTALL).group(1)
    fallback = css[css.index("@supports not") : css.index('  :root[data-contrast="more"]')]
    light, dark, dark_media = re.findall(r":root[^{]*\{([^}]+)\}", fallback)
    more = re.search(r':root\[data-contrast="more"\] \{(.*?)\n  \}', css, re.DOTALL).group(1)
    return tokens(usual), tokens(light), tokens(dark), tokens(dark_media), tokens(more)


def split(value):
    """Take `light-dark(a, b)` apart."""
    found = re.fullmatch(r"light-dark\(\s*(#\w+),\s*(#\w+)\s*\)", value)
    return found.groups() if found else None


def test_browsers_without_light_dark_get_the_same_colours():
    usual, light, dark, dark_media, _more = blocks()
    pairs = {name: split(value) for name, value in usual.items() if split(value)}
    assert light == {name: pair[0] for name, pair in pairs.items()}
    assert dark == dark_media == {name: pair[1] for name, pair in pairs.items()}


def luminance(colour):
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


WORDS_ON_GROUNDS = [
    *(
        (word, ground)
        for word in ("ink", "muted", "brand", "brand-deep")
        for ground in ("paper", "ground", "brand-soft")
    ),
    *((tone, f"{tone}-soft") for tone in ("good", "bad", "warn")),
    *((tone, "paper") for tone in ("good", "bad", "warn")),
    ("on-brand", "brand"),
    ("on-foot", "foot"),
]


@pytest.mark.parametrize(("word", "ground"), WORDS_ON_GROUNDS)
@pytest.mark.parametrize("dark", [0, 1], ids=["light", "dark"])
def test_words_can_be_read_on_their_ground(word, ground, dark):
    usual, *_fallbacks, more = blocks()
    assert contrast(split(usual[word])[dark], split(usual[ground])[dark]) >= 4.5
    eased = {**usual, **more}
    assert contrast(split(eased[word])[dark], split(eased[ground])[dark]) >= 7


@pytest.mark.parametrize("dark", [0, 1], ids=["light", "dark"])
def test_edges_of_inputs_can_be_seen(dark):
    usual, *_rest = blocks()
    assert contrast(split(usual["line-strong"])[dark], split(usual["paper"])[dark]) >= 3


def test_the_joined_sheet_is_found_collected_and_holds_every_layer():
    sheet = Path(finders.find("css/site.css")).read_text()
    for layer in ("tokens", "reset", "base", "layout", "components", "utilities", "print"):
        assert f"@layer {layer}{{" in sheet
    assert sheet.count("{") == sheet.count("}")
    assert "css/site.css" in [path for path, _storage in styles.StyleSheetFinder().list([])]


def test_the_staff_sheet_touches_nothing_outside_the_house():
    sheet = Path(finders.find("css/house-admin.css")).read_text()
    assert "@layer" not in sheet
    assert ".house{" in sheet
    assert sheet.count("{") == sheet.count("}")


def test_no_public_style_sheet_fetches_anything_from_elsewhere():
    assert "http" not in styles.site_sheet().replace('a[href^="http"]', "")
    assert "@import" not in styles.site_sheet()
