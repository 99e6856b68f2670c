"""A call for members, an application, a seat, a meeting, minutes, answers: in a real browser with a real mail server."""

from datetime import timedelta

import pytest
from django.utils import timezone

from participation.groups.models import Body, Call, GroupMeeting, Member, MembershipApplication
from participation.groups.services import keep_terms
from tests.browser.stories import fill, link_in, press, read_slip, sign_in, step, words_of
from tests.participation.groups import making

LIST = "/uchast/hrupy/"


@pytest.fixture
def office(site, smtp_sink):
    """A body that was founded, with the people behind it."""
    found = making.Office()
    making.founded(found)
    return found


def case(page, row):
    """Open the staff's screen of a case."""
    page.goto(f"/admin/sprava/{row.pk}/")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_from_a_call_to_the_authoritys_answer(window, office, smtp_sink, complaints, scripts):
    body, last_day = Body.objects.get(), timezone.localdate() + timedelta(days=15)
    official, head, resident = window(scripts=scripts), window(scripts=scripts), window(scripts=scripts)
    sign_in(official, office.official)
    sign_in(head, office.head)
    case(official, body)
    step(official, "open_call", seats="3", criteria="Мешкає в громаді.", closes_on=f"{last_day}")
    slips = [apply(resident, name) for name in ("Ганна Коваленко", "Степан Кривенко")]
    assert len({number for number, _code in slips}) == 2
    the_call_ends()
    decide(official, head, body)
    read_composition(resident, body)
    meeting = hold_meeting(official, body)
    write_minutes(official, meeting)
    answer(head, meeting)
    read_minutes(resident, meeting)
    letter = smtp_sink.to("member@example.org")[-1]
    assert "Душові відремонтують." in words_of(letter)
    resident.goto(link_in(letter, LIST))
    assert "Враховано" in resident.locator("main").inner_text()


def apply(page, name):
    """From the list to the call and its form; gives the number and the code of the slip."""
    page.goto(LIST)
    page.locator("main a[href$='/nabir/']").click()
    page.locator("main a[href$='/zaiavka/']").click()
    mailbox = "member" if name.startswith("Ганна") else "refused"
    fill(page, person=name, email=f"{mailbox}@example.org", text="Хочу допомагати.", has_conflict="no")
    press(page)
    return read_slip(page)


def the_call_ends():
    """Sixteen days pass."""
    earlier = timezone.localdate() - timedelta(days=1)
    Call.objects.update(opened_on=earlier - timedelta(days=15), closes_on=earlier)
    keep_terms()
    assert Body.objects.get().state == "deciding"


def decide(official, head, body):
    """One is accepted, one refused with reasons; the head approves the composition."""
    first, second = MembershipApplication.objects.order_by("pk")
    case(official, first)
    step(official, "accept", reason="Відповідає критеріям.")
    case(official, second)
    step(official, "refuse", ground="criteria", reason="Мешкає в іншій громаді.")
    case(head, body)
    today = timezone.localdate()
    dates = {"mandate_from": f"{today - timedelta(days=1)}", "mandate_to": f"{today + timedelta(days=700)}"}
    step(head, "approve_composition", act="Рішення № 10", **dates)
    assert Member.objects.get().name == "Ганна Коваленко"


def read_composition(page, body):
    """The public names the member and not the refused."""
    page.goto(body.get_absolute_url())
    shown = page.locator("main").inner_text()
    assert "Ганна Коваленко" in shown
    assert "Степан Кривенко" not in shown


def hold_meeting(page, body):
    """Planned with an agenda, announced, held."""
    page.goto(f"/admin/hrupy/{body.pk}/zasidannia/")
    starts = timezone.localtime() + timedelta(days=9)
    fill(page, starts_at=f"{starts:%Y-%m-%dT15:00}", place="Зала ради")
    press(page)
    meeting = GroupMeeting.objects.get()
    page.goto(f"/admin/hrupy/zasidannia/{meeting.pk}/pytannia/")
    fill(page, title="Про гуртожиток")
    press(page)
    page.locator("[data-event=announce]").click()
    press(page)
    GroupMeeting.objects.update(starts_at=timezone.now() - timedelta(hours=2))  # the day has come
    case(page, meeting)
    page.locator("[data-event=hold]").click()
    page.locator("[name=present]").first.check()
    press(page)
    meeting.refresh_from_db()
    assert meeting.state == "held"
    return meeting


def write_minutes(page, meeting):
    """A decision with roll-call, a recommendation, the minutes, all from the screen of the meeting."""
    own = f"/admin/hrupy/zasidannia/{meeting.pk}/"
    page.goto(own)
    page.locator("main a[href$='/rishennia/']").click()
    fill(page, decision="Рекомендувати ремонт.")
    press(page)
    page.goto(f"{own}rekomendatsiia/")
    fill(page, text="Відремонтувати душові.", addressee="Виконком")
    press(page)
    case(page, meeting)
    step(page, "publish_minutes", chair_name="Ганна Коваленко", secretary_name="Наталія Кравець")
    page.locator("[data-event=send]").click()
    press(page)


def answer(page, meeting):
    """The head answers the recommendation."""
    case(page, meeting)
    step(page, "answer", verdict="accepted", reason="Душові відремонтують.")
    page.locator("[data-event=complete]").click()
    press(page)


def read_minutes(page, meeting):
    """Minutes with the roll-call, the recommendation and its answer are on the public page."""
    page.goto(GroupMeeting.objects.get(pk=meeting.pk).get_absolute_url())
    shown = page.locator("main").inner_text()
    for words in ("Рекомендувати ремонт.", "За: 1", "Відремонтувати душові.", "Душові відремонтують."):
        assert words in shown, words
