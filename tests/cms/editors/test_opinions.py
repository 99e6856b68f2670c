"""Was this page useful: one answer a day from a browser, no word about who gave it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cms import opinions
from cms.editors_jobs import forget_opinions
from cms.models import PageOpinion
from tests import factories
from tests.cms.editors import make
from tests.support.hostile import NASTY, judge, sendable, sender

pytestmark = pytest.mark.django_db
REPORT = "/admin/zvity/opinions/"


@pytest.fixture
def about(clock):
    return make.simple("Про ЦНАП")


def form_of(page):
    return f"/storinka/{page.pk}/vidhuk/"


def say(page, useful="yes", text="", client=None, **more):
    client = client or Client()
    return client.post(form_of(page), {"useful": useful, "text": text, **more}, REMOTE_ADDR=sender())


def test_the_page_asks_without_a_script_or_a_token(client, about):
    answer = client.get(about.get_url())
    shown = answer.content.decode()
    assert f"{form_of(about)}?useful=no" in shown
    assert "csrfmiddlewaretoken" not in shown
    assert not answer.cookies


def test_a_link_changes_nothing_and_fills_the_form(client, about):
    shown = client.get(form_of(about) + "?useful=no").content.decode()
    assert 'value="no"' in shown
    assert "Не пишіть персональних даних" in shown
    assert not PageOpinion.objects.exists()


def test_an_answer_is_kept_with_the_day_only(client, about):
    answer = say(about, "no", "Немає графіка.", client=client)
    assert answer.url == about.get_url()
    opinion = PageOpinion.objects.get()
    assert (opinion.page_id, opinion.useful, opinion.text) == (about.pk, False, "Немає графіка.")
    assert opinion.day == timezone.localdate()
    kept = {field.name for field in PageOpinion._meta.fields}
    assert kept == {"id", "page", "day", "useful", "text"}
    assert "Дякуємо" in client.get(about.get_url()).content.decode()


def test_one_answer_a_day_from_one_browser(client, about, clock):
    other = make.simple("Інша")
    say(about, client=client)
    say(about, "no", client=client)
    say(other, client=client)
    assert PageOpinion.objects.count() == 2
    say(about, "no", client=Client())
    assert PageOpinion.objects.filter(page=about).count() == 2
    clock.shift(timedelta(days=1))
    say(about, client=client)
    assert PageOpinion.objects.filter(page=about).count() == 3


def test_the_cookie_tells_nothing_but_pages(client, about):
    cookie = say(about, client=client).cookies[opinions.COOKIE]
    assert cookie.value == f"{timezone.localdate():%Y%m%d}-{about.pk}"
    assert cookie["max-age"] <= 24 * 3600
    assert cookie["httponly"]


@pytest.mark.parametrize(
    "value", ["x", "20261123-", "20261123-1.b", "20261123-²", "20261123-" + "9" * 3000, "-", "1-1"]
)
def test_a_spoiled_cookie_is_no_memory(about, value):
    client = Client()
    client.cookies[opinions.COOKIE] = value
    assert say(about, client=client).status_code == 302
    assert PageOpinion.objects.count() == 1


def test_a_robot_is_thanked_and_not_counted(about):
    assert say(about, website="http://spam.example").status_code == 302
    assert not PageOpinion.objects.exists()


@pytest.mark.parametrize("data", [{}, {"useful": "maybe"}, {"useful": "yes", "text": "я" * 301}])
def test_mistakes_are_said_beside_the_field(client, about, data):
    answer = client.post(form_of(about), data)
    assert answer.status_code == 422
    assert not PageOpinion.objects.exists()


@pytest.mark.parametrize("nasty", NASTY)
def test_strangers_words_stay_words(about, signed_in, nasty):
    judge(say(about, "yes", sendable(nasty)))
    judge(say(about, sendable(nasty)))
    judge(signed_in(factories.head()).get(f"{REPORT}{about.pk}/"))


def test_too_many_answers_are_slowed_down_and_told(about):
    statuses = [
        Client().post(form_of(about), {"useful": "yes"}, REMOTE_ADDR="10.9.9.9").status_code for _n in range(21)
    ]
    assert statuses[:20] == [302] * 20
    assert statuses[20] == 429
    assert PageOpinion.objects.count() == 20


def test_only_published_open_pages_are_spoken_about(client):
    hidden = make.simple("Чернетка", live=False)
    assert client.get(form_of(hidden)).status_code == 404
    assert client.get("/storinka/1/vidhuk/").status_code == 404
    assert client.get(f"/storinka/{10**25}/vidhuk/").status_code == 404


def test_another_site_cannot_answer_for_a_reader(about):
    assert Client(enforce_csrf_checks=True).post(form_of(about), {"useful": "yes"}).status_code == 403


def test_the_report_gives_the_share_and_the_lines(about, signed_in):
    for useful, text in [("yes", ""), ("yes", ""), ("no", "Додайте телефон")]:
        say(about, useful, text)
    press = signed_in(factories.press_officer())
    shown = press.get(REPORT).content.decode()
    assert "67 %" in shown
    assert "Додайте телефон" in press.get(f"{REPORT}{about.pk}/").content.decode()
    assert "Про ЦНАП" not in press.get(REPORT + "?until=2026-11-22").content.decode()
    assert "Про ЦНАП" in press.get(REPORT + "?since=bad&until=%00&q=").content.decode()
    assert press.get(f"{REPORT}{10**25}/").status_code == 404


def test_a_line_never_becomes_a_formula(about, signed_in):
    say(about, "no", "=cmd|' /C calc'!A0")
    table = signed_in(factories.head()).get(f"{REPORT}{about.pk}/?download=csv")
    assert "'=cmd" in b"".join(table.streaming_content).decode()


def test_weeks_are_counted_from_monday(about, clock):
    say(about)
    PageOpinion.objects.create(page=about, day=timezone.localdate() - timedelta(days=1), useful=False)
    weeks = opinions.by_week(about, weeks=2)
    assert [(yes, total) for _monday, yes, total in weeks] == [(0, 1), (1, 1)]


def test_lines_are_kept_for_a_year_numbers_for_good(about, clock):
    say(about, "no", "Рядок")
    forget_opinions(timezone.now() + timedelta(days=365))
    assert PageOpinion.objects.get().text == "Рядок"
    forget_opinions(timezone.now() + timedelta(days=366))
    assert PageOpinion.objects.get().text == ""
