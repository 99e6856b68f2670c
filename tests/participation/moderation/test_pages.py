"""Public pages of moderation: reporting, appealing, figures; what the person's data hold."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from accounts import mydata
from participation.moderation import kinds, services
from participation.moderation.models import Appeal, Report
from tests.factories import head, press_officer, resident
from tests.participation.moderation.making import WORDS, hidden, reported, written

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def open_kind(monkeypatch):
    """A kind whose texts stand on pages that everybody reads."""
    monkeypatch.setitem(kinds._kinds, "comment", kinds.Kind("comment", "Коментар", "Коментарі"))


def report_page(row):
    return reverse("moderation:report", args=[row.pk])


def test_a_stranger_reports_by_a_form_that_shows_the_words(client):
    row = written(address="/uchast/")
    page = client.get(report_page(row))
    assert WORDS in page.content.decode()
    answer = client.post(report_page(row), {"reason": "insult", "note": "Образливо"})
    assert answer.status_code == 302
    assert answer["Location"] == "/uchast/"
    report = Report.objects.get()
    assert (report.reporter, report.note) == (None, "Образливо")


def test_another_breach_is_told_in_words(client):
    row = written()
    answer = client.post(report_page(row), {"reason": "other"})
    assert answer.status_code == 422
    assert not Report.objects.exists()


def test_a_robot_is_thanked_and_forgotten(client):
    client.post(report_page(written()), {"reason": "spam", "website": "http://spam.example"})
    assert not Report.objects.exists()


def test_own_words_have_no_form_and_hidden_ones_no_page(client, signed_in):
    author = resident()
    row = written(author)
    page = signed_in(author).get(report_page(row))
    assert b'name="reason"' not in page.content
    services.decide(row, "hide", actor=head(), reason="spam")
    assert client.get(report_page(row)).status_code == 404
    assert client.get(reverse("moderation:report", args=[2**70])).status_code == 404


def test_words_on_a_closed_page_have_no_report_page(client, monkeypatch):
    closed = kinds.Kind("closed", "Річ", "Речі", may_read=lambda row, user: False)
    monkeypatch.setitem(kinds._kinds, "closed", closed)
    row = services.open_contribution("closed", author=resident(), text="Для своїх")
    assert client.get(report_page(row)).status_code == 404


def test_the_author_appeals_and_reads_the_answer(signed_in, clock):
    author = resident()
    _row, decision = hidden(author, by=head(), explanation="Пишіть без образ.")
    client, page = signed_in(author), reverse("moderation:appeal", args=[decision.pk])
    assert "Пишіть без образ." in client.get(page).content.decode()
    assert client.post(page, {"text": " "}).status_code == 422
    client.post(page, {"text": "Це не образа."})
    appeal = Appeal.objects.get()
    services.decide_appeal(appeal, actor=press_officer(), upheld=False, answer="Усе ж образа.")
    assert "Усе ж образа." in client.get(page).content.decode()
    assert signed_in(resident()).get(page).status_code == 404


def test_the_figures_are_public(client, clock):
    row = reported(written(), 3)
    services.decide(row, "hide", actor=head(), reason="insult")
    hidden(by=press_officer())
    cache.clear()
    page = client.get(reverse("moderation:statistics"))
    totals = page.context["figures"]["totals"]
    assert {key: totals[key] for key in ("written", "reports", "hidden", "held_by_number")} == {
        "written": 2,
        "reports": 3,
        "hidden": 2,
        "held_by_number": 1,
    }
    insult = next(line for line in page.context["figures"]["reasons"] if line["reports"])
    assert (insult["reports"], insult["hidden"]) == (3, 2)
    assert client.get(reverse("moderation:statistics"), {"year": "2025"}).context["figures"]["totals"]["written"] == 0
    assert client.get(reverse("moderation:statistics"), {"year": "колись"}).status_code == 200
    table = b"".join(client.get(reverse("moderation:statistics_csv"))).decode()
    assert row.author.name not in table
    assert "2026-11" in table


def test_the_figures_cost_the_same_for_any_number(client, constant_queries):
    def fetch():
        cache.clear()
        client.get(reverse("moderation:statistics"))

    def make(number):
        for _each in range(number):
            hidden(by=moderator)

    moderator = head()
    constant_queries(fetch, make, few=2, more=6)


def test_my_data_hold_words_reports_and_appeals_and_are_emptied(clock):
    author, friend = resident(name="Ганна"), resident()
    row, decision = hidden(author, by=head())
    shown = written(author)
    services.appeal(decision, actor=author, text="Ні")
    services.report(shown, actor=friend, reason="spam", note="Знаю автора")
    held = mydata.export(author)["moderation"]
    assert [text["text"] for text in held["texts"]] == [WORDS, WORDS]
    assert held["appeals"][0]["text"] == "Ні"
    assert mydata.export(friend)["moderation"]["reports"][0]["note"] == "Знаю автора"
    mydata.erase(author)
    mydata.erase(friend)
    for each in (row, shown, decision):
        each.refresh_from_db()
    assert (row.text, decision.text, shown.text, shown.author_name) == ("", "", WORDS, "")
    assert not Report.objects.exclude(note="").exists()
