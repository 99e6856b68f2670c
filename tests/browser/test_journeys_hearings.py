"""Residents call a hearing; it is held, its protocol signed, their proposal answered: in a browser with a real mail server."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from participation.hearings import numbers
from participation.hearings.models import Hearing, HearingProposal, Registration
from participation.hearings.signatures import collection_of
from participation.sheets.services import key_in, print_sheets
from participation.statute.enums import Measure
from participation.statute.models import StatuteParameter
from tests import factories
from tests.browser.stories import fill, open_case, press, read_slip, sign_in, step, words_of

SUBJECT = "Пішохідний перехід біля школи"
ANSWER = "Перехід облаштуємо до 1 вересня."


@pytest.mark.parametrize("scripts", [False], ids=["no scripts"])
def test_residents_call_a_hearing_and_read_the_answer_to_their_proposal(window, site, smtp_sink, complaints, scripts):
    for key in (numbers.INITIATORS, numbers.QUORUM):
        StatuteParameter.objects.create(key=key, value=1, unit=Measure.PEOPLE, act="Статут", valid_from="2026-01-01")
    chair = factories.head(email="head@hromada.example.org", name="Олена Гнатюк")
    own = factories.official(email="official@hromada.example.org", unit=factories.unit("Відділ благоустрою"))
    visitor, head, office = window(scripts=scripts), window(scripts=scripts), window(scripts=scripts)
    sign_in(head, chair)
    sign_in(office, own)

    number = call_a_hearing(visitor)
    open_case(head, number)
    step(head, "open_signatures")
    hearing = collect(number, chair)
    announce(head, hearing, chair, own)
    take_part(visitor, hearing)

    admit(office)
    the_time_passes(hearing)
    hold(office, hearing)
    sign(head, office, hearing)
    answer(head, hearing)

    visitor.goto(hearing.get_absolute_url())
    assert ANSWER in visitor.locator("main").inner_text()
    assert any(ANSWER in words_of(letter) for letter in smtp_sink.to("ivan@example.org"))
    visitor.goto(f"{hearing.get_absolute_url()}protokol/")
    assert "Бо діти біжать через дорогу." in visitor.locator("main").inner_text()


def call_a_hearing(page):
    """A resident without an account files the initiative."""
    page.goto("/uchast/slukhannia/")
    page.locator("main a[href$='/initsiatyva/']").click()
    fill(page, title=SUBJECT, text="Діти переходять у темряві.", name="Ганна Коваленко", email="hanna@example.org")
    press(page)
    return read_slip(page)[0]


def collect(number, operator):
    """One signature on paper is enough here."""
    hearing = Hearing.objects.get(number=number)
    sheet = print_sheets(collection_of(hearing), copies=1, rows_per_sheet=5, actor=operator)[0]
    key_in(sheet, 1, name="Марія Остапенко", birth_date=date(1970, 5, 6), settlement=None, actor=operator)
    return hearing


def announce(page, hearing, chair, secretary):
    """The head: the order, the agenda, the announcement."""
    open_case(page, hearing.number)
    begins = timezone.localtime() + timedelta(days=20)
    step(
        page,
        "appoint",
        order_number="Розпорядження № 1",
        starts_at=f"{begins:%Y-%m-%dT%H:%M}",
        ends_at=f"{begins + timedelta(hours=2):%Y-%m-%dT%H:%M}",
        format="in_person",
        place="Будинок культури",
        chair=str(chair.pk),
        secretary=str(secretary.pk),
    )
    page.goto(f"/admin/slukhannia/{hearing.pk}/poriadok/")
    fill(page, title="Доповідь відділу", minutes="10", order="10")
    press(page)
    open_case(page, hearing.number)
    step(page, "announce")


def take_part(page, hearing):
    """A resident registers and sends a proposal."""
    page.goto(hearing.get_absolute_url())
    page.locator("main a[href$='/zapys/']").click()
    fill(page, name="Іван Гриценко", email="ivan@example.org", wants_to_speak=True)
    press(page)
    assert page.locator(".qr").count() == 1
    page.goto(f"{hearing.get_absolute_url()}propozytsiia/")
    fill(page, title="Поставити світлофор", text="Бо діти біжать через дорогу.", name="Іван", email="ivan@example.org")
    press(page)
    read_slip(page)


def admit(page):
    """The secretary admits the proposal to the file."""
    open_case(page, HearingProposal.objects.get().number)
    step(page, "register")


def the_time_passes(hearing):
    """The notice is over, the hour has come."""
    now = timezone.now()
    Hearing.objects.filter(pk=hearing.pk).update(
        starts_at=now - timedelta(minutes=1), ends_at=now + timedelta(hours=2), notice_until=now - timedelta(days=2)
    )


def hold(page, hearing):
    """The secretary at the door and at the screen of the sitting: an alarm interrupts it."""
    page.goto(f"/admin/slukhannia/kvytok/{Registration.objects.get().code}/")
    press(page)
    page.goto(f"/admin/slukhannia/{hearing.pk}/zasidannia/")
    for button in ("vidkryty", "dali", "tryvoha", "vidbii"):
        with page.expect_navigation():
            page.locator(f"form[action$='/{button}/'] button").click()
    open_case(page, hearing.number)
    step(page, "close_sitting", recommendations="Облаштувати перехід.")


def sign(head, office, hearing):
    """Both sign, the secretary publishes and hands the proposals over."""
    open_case(head, hearing.number)
    step(head, "sign_as_chair")
    open_case(office, hearing.number)
    for event in ("sign_as_secretary", "publish_protocol", "hand_over"):
        step(office, event)


def answer(page, hearing):
    """The head accepts the proposal and publishes the results."""
    open_case(page, HearingProposal.objects.get().number)
    step(page, "accept", reaction=ANSWER)
    open_case(page, hearing.number)
    step(page, "publish_results", results="Перехід буде.")
