"""An idea from the first word to the thing itself: draft, moderation, support, evaluation, decision, milestone, letters."""

from datetime import date, timedelta

import pytest

from participation.ideas.models import Idea
from tests import factories
from tests.browser.stories import fill, open_case, press, sign_in, step
from tests.participation.ideas import making

TEXT = "Люди чекають на автобус під дощем. Потрібен навіс із лавкою."


@pytest.fixture
def office(site, smtp_sink):
    """Everybody who plays a part, and a call that a moderator reads first."""
    keeper = factories.unit("Відділ благоустрою")
    call = making.call(unit=keeper, opens_on=date.today() - timedelta(days=3))
    return {
        "call": call,
        "author": factories.resident(email="hanna@hromada.example.org", name="Ганна Коваленко"),
        "neighbour": factories.resident(email="petro@hromada.example.org", name="Петро Заєць"),
        "official": factories.official(email="official@hromada.example.org", unit=keeper),
        "head": factories.head(email="head@hromada.example.org"),
    }


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_an_idea_becomes_a_thing_and_everybody_learns_of_it(window, office, smtp_sink, scripts):
    people = {}
    for who in ("author", "neighbour", "official", "head"):
        people[who] = window(scripts=scripts)
        sign_in(people[who], office[who])
    idea = propose(people["author"])
    open_case(people["head"], idea.number)
    step(people["head"], "publish")
    support_and_follow(people["neighbour"], idea)
    evaluate_and_accept(people["head"], people["official"], idea)
    carry_out(people["official"], idea)
    everybody_reads(window(scripts=scripts), idea)
    told = {letter["To"] for letter in smtp_sink.letters}
    assert {"hanna@hromada.example.org", "petro@hromada.example.org"} <= told


def propose(page):
    """The author keeps a draft, sees that it is new and sends it."""
    page.goto("/uchast/idei/nova/")
    fill(page, title="Навіс на зупинці", text=TEXT, name="Ганна Коваленко", publish_name=True)
    press(page)
    idea = Idea.objects.get()
    assert page.url.endswith(f"/chernetka/{idea.number}/") or "/chernetka/" in page.url
    press(page)
    assert Idea.objects.get().state == "moderation"
    return idea


def support_and_follow(page, idea):
    """The neighbour supports, follows and comments."""
    page.goto(idea.get_absolute_url())
    for action in ("pidtrymaty", "stezhyty"):
        with page.expect_navigation():
            page.locator(f"form[action$='/{action}/'] button").click()
    assert page.locator("form[action$='/zabraty-pidtrymku/']").count() == 1
    with page.expect_navigation():
        page.locator("form.discussion__form textarea").fill("Дуже потрібно.")
        page.locator("form.discussion__form button.btn").click()


def evaluate_and_accept(head, official, idea):
    """The head gives it to the unit, the unit evaluates, the head accepts."""
    open_case(head, idea.number)
    step(head, "evaluate", unit="Відділ благоустрою")
    open_case(official, idea.number)
    checks = {f"check_{check.pk}": "yes" for check in idea.call.checks.all()}
    step(official, "report", feasibility="ready", cost="12000", conclusion="Можна навесні.", **checks)
    open_case(head, idea.number)
    soon = f"{date.today() + timedelta(days=20)}"
    words = {
        "reason": "Потрібно всім.",
        "milestone": "Поставити навіс",
        "milestone_due_on": soon,
        "next_update_on": soon,
    }
    step(head, "accept", outcome="accepted", **words)


def carry_out(official, idea):
    """The milestone is reached and the idea is done."""
    open_case(official, idea.number)
    step(official, "reached", note="Навіс стоїть.", done_on=f"{date.today()}")
    open_case(official, idea.number)
    step(official, "finish", text="Навіс служить людям.")
    assert Idea.objects.get().state == "done"


def everybody_reads(page, idea):
    """A stranger reads the decision, the milestone and the last answer."""
    page.goto(idea.get_absolute_url())
    words = page.locator("main").inner_text()
    for expected in ("Потрібно всім.", "Навіс стоїть.", "Навіс служить людям.", "Дуже потрібно."):
        assert expected in words
