"""Two suggestions, one summary: what was decided reaches everyone who wrote. In a real browser with a real mail server."""

from datetime import date, timedelta

import pytest

from casework.models import Case
from participation.feedback.models import Summary
from tests import factories
from tests.browser.stories import can, fill, follow, link_in, open_case, press, read_slip, sign_in, step, words_of

BENCH, LIGHT = "Поставте лавку біля входу.", "Полагодьте ліхтар над сходами."


@pytest.fixture
def office(site, smtp_sink):
    """Everybody who plays a part."""
    centre = factories.unit("Відділ ЦНАП")
    return {
        "desk": factories.desk_operator(email="desk@hromada.example.org"),
        "official": factories.official(email="official@hromada.example.org", unit=centre, position="Адміністратор"),
        "head": factories.head(email="head@hromada.example.org", name="Олена Гнатюк"),
        "press": factories.press_officer(email="press@hromada.example.org"),
    }


def suggest(page, text, **contact):
    """Put a suggestion into the box; gives number and code."""
    page.goto("/zvernennia/propozytsiia/")
    fill(page, text=text, **contact)
    press(page)
    return read_slip(page)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_everyone_who_wrote_learns_what_was_decided(window, office, smtp_sink, complaints, scripts):
    resident = window(scripts=scripts)
    named = suggest(resident, BENCH, name="Оксана Лисенко", email="oksana@example.org")
    nameless = suggest(resident, LIGHT)
    people = {who: window(scripts=scripts) for who in office}
    for who, page in people.items():
        sign_in(page, office[who])
    for number, _code in (named, nameless):
        open_case(people["desk"], number)
        step(people["desk"], "assign", unit=str(office["official"].unit))

    summary = compose(people["official"], complaints)
    head, press_office = people["head"], people["press"]
    for page in (people["official"], press_office):
        page.goto(f"/admin/pidsumky/{summary.pk}/")
        assert page.locator("a[href$='/krok/approve/']").count() == 0
    move(head, summary, "approve")
    assert resident.goto(f"/uchast/pidsumky/{summary.slug}/").status == 404
    complaints.forgive("404")
    move(press_office, summary, "publish")

    the_public_reads(resident, summary)
    the_letter_tells(window(scripts=scripts), smtp_sink, named[0])
    follow(window(scripts=scripts), *named)
    the_nameless_reads_by_the_slip(window(scripts=scripts), nameless)


def compose(page, complaints):
    """The official: a draft that is not let through empty, cases, a theme, a promise; then to the head."""
    today = date.today()
    page.goto("/admin/pidsumky/novyi/")
    fill(page, title="Що ви сказали про вхід", period_from=f"{today - timedelta(days=30)}", period_to=f"{today}")
    press(page)
    summary = Summary.objects.get()
    with page.expect_navigation():
        page.locator("main form[method=post] button[name=all]").click()
    move(page, summary, "submit")
    assert Summary.objects.get().state == "draft"
    add_theme(page, summary)
    put_all_into_the_theme(page, summary)
    move(page, summary, "submit")
    assert Summary.objects.get().state == "approval"
    return summary


def add_theme(page, summary):
    """What people said, what was decided, who does what by when."""
    page.goto(f"/admin/pidsumky/{summary.pk}/tema/")
    fill(page, title="Вхід до центру", said="Нема де сісти, темно.", position="Враховано", reason="Зробимо до свят.")
    press(page)
    theme = summary.themes.get()
    page.goto(f"/admin/pidsumky/{summary.pk}/tema/{theme.pk}/zakhid/")
    owner = page.locator("[name=owner] option", has_text="Олена Гнатюк").inner_text()
    fill(page, text="Поставити лавку і ліхтар", owner=owner, due_on=f"{date.today() + timedelta(days=20)}")
    press(page)


def put_all_into_the_theme(page, summary):
    """Tick every chosen case and put it under the theme."""
    page.goto(f"/admin/pidsumky/{summary.pk}/rozklasty/")
    for box in page.locator("[name=case]").all():
        box.check()
    page.locator("[name=theme]").select_option(label="Вхід до центру")
    press(page)
    assert summary.themes.get().voices.count() == 2


def move(page, summary, event):
    """One move from the screen of the summary."""
    page.goto(f"/admin/pidsumky/{summary.pk}/")
    page.locator(f"a[href$='/krok/{event}/']").click()
    press(page)


def the_public_reads(page, summary):
    """The page says what was decided, hides a group of two, and names nobody."""
    page.goto("/uchast/")
    page.get_by_role("link", name=summary.title).first.click()
    shown = page.locator("main").inner_text()
    for words in ("Зробимо до свят.", "Поставити лавку і ліхтар", "<5"):
        assert words in shown, words
    for secret in ("Оксана Лисенко", "oksana@example.org", BENCH):
        assert secret not in shown, secret


def the_letter_tells(page, sink, number):
    """The one who left an address gets the line that concerns them; its link opens the summary."""
    letter = sink.to("oksana@example.org")[-1]
    assert letter["subject"].startswith(f"{number}: що вирішено")
    assert "Зробимо до свят." in words_of(letter)
    page.goto(link_in(letter, "/uchast/pidsumky/"))
    assert page.locator("h1").inner_text() == "Що ви сказали про вхід"
    assert len([letter for letter in sink.letters if "pidsumky" in words_of(letter)]) == 1


def the_nameless_reads_by_the_slip(page, slip):
    """Nobody could write to them, yet number and code show the decision."""
    follow(page, *slip)
    shown = page.locator("main").inner_text()
    assert "Зробимо до свят." in shown
    page.locator("main a[href*='/uchast/pidsumky/']").first.click()
    assert page.locator("h1").inner_text() == "Що ви сказали про вхід"


def test_the_office_takes_up_one_suggestion_by_itself(window, office, smtp_sink):
    resident, official, desk = window(), window(), window()
    number, _code = suggest(resident, BENCH, email="petro@example.org")
    sign_in(desk, office["desk"])
    open_case(desk, number)
    step(desk, "assign", unit=str(office["official"].unit))
    sign_in(official, office["official"])
    open_case(official, number)
    step(official, "read")
    step(official, "taken_up", reply="Лавку поставимо у грудні.")
    assert not can(official, "declined")
    received, told = smtp_sink.to("petro@example.org")
    assert received["subject"].endswith(number)
    assert "Лавку поставимо у грудні." in words_of(told)
    resident.goto(link_in(told, "/sprava/vhid/"))
    assert "Лавку поставимо у грудні." in resident.locator("main").inner_text()
    assert Case.objects.get().outcome == "taken_up"
