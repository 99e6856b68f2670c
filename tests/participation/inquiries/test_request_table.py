"""Every row of the request's table (PROCEDURES C1), told again."""

from datetime import date

import pytest
from django.utils import timezone

from casework.actors import Actor
from casework.errors import InvalidFields, Refused
from casework.models import Case
from casework.services import allowed, fire
from core.models import Letter
from participation.inquiries.models import Forwarding
from participation.inquiries.procedures.request import ALL, REQUEST
from tests.participation.inquiries import making
from tests.participation.inquiries.making import day_of, kinds_to, moment, running, step

pytestmark = pytest.mark.django_db


def test_the_states_are_those_of_the_law():
    assert ALL == (
        "received", "registered", "in_work", "extended", "awaiting_payment", "postponed", "approval", "forwarded",
        "answered", "appealed", "withdrawn", "closed",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("event", "source", "target"),
    [
        ("register", "received", "registered"),
        ("assign", "registered", "in_work"),
        ("forward", "in_work", "forwarded"),
        ("forward_part", "in_work", None),
        ("extend", "in_work", "extended"),
        ("ask_clarify", "in_work", None),
        ("bill", "in_work", "awaiting_payment"),
        ("paid", "awaiting_payment", "in_work"),
        ("unpaid", "awaiting_payment", "approval"),
        ("postpone", "in_work", "postponed"),
        ("resume", "postponed", "in_work"),
        ("draft", "in_work", "approval"),
        ("approve", "approval", "answered"),
        ("back", "approval", "in_work"),
        ("appeal", "answered", "appealed"),
        ("new_answer", "appealed", "answered"),
        ("uphold", "appealed", "closed"),
        ("withdraw", "in_work", "withdrawn"),
        ("close", "answered", "closed"),
    ],
)
def test_every_event_leads_where_the_table_says(event, source, target):
    assert REQUEST.transition(event, source).target == target


@pytest.mark.parametrize("event", ["ask_clarify", "bill", "postpone", "draft", "forward", "forward_part"])
def test_an_extended_request_is_worked_on_by_the_same_events(event):
    assert REQUEST.transition(event, "extended").target == REQUEST.transition(event, "in_work").target


class TestReceipt:
    def test_the_portal_registers_at_once_and_tells_number_and_date(self, office):
        case = making.request(now=moment("2026-08-21 16:30"))
        assert case.state == "registered"
        assert case.number == "ЗПІ-2026-00001"
        assert day_of(case) == date(2026, 8, 28)
        letter = Letter.objects.get(kind="inquiries/registered", recipient="hanna@example.org")
        assert case.number in letter.subject
        assert "28 серпня 2026" in letter.text

    def test_an_evening_request_counts_from_its_day(self, office):
        assert day_of(making.request(now=moment("2026-08-21 23:59"))) == date(2026, 8, 28)

    def test_a_claim_of_urgency_reaches_the_head_at_once_while_five_days_run(self, office):
        case = making.request(urgent_reason="Прорив дамби")
        assert "inquiries/urgent_claimed" in kinds_to(office.head.email)
        assert running(case).rule == "request"
        assert not case.is_urgent

    def test_an_ordinary_request_does_not_alarm_the_head(self, office):
        making.request()
        assert kinds_to(office.head.email) == set()


class TestUrgency:
    def test_the_head_accepts_and_48_real_hours_run_from_receipt(self, office):
        case = making.request(now=moment("2026-11-20 17:00"), urgent_reason="Отруєна вода")
        case = step(case, "urgent_on", office.head, now=moment("2026-11-20 18:00"), reason="Загроза здоров’ю")
        assert case.is_urgent
        assert timezone.localtime(case.due_at) == moment("2026-11-22 17:00")
        assert "inquiries/urgent_on" in kinds_to("hanna@example.org")

    def test_the_head_takes_urgency_back_and_five_days_run_again(self, office):
        case = making.request(now=moment("2026-11-20 17:00"), urgent_reason="Отруєна вода")
        case = step(case, "urgent_on", office.head, reason="Так")
        case = step(case, "urgent_off", office.head, reason="Аварію усунуто")
        assert not case.is_urgent
        assert day_of(case) == date(2026, 11, 27)

    def test_nobody_but_the_head_decides_on_urgency(self, office):
        case = making.in_work(office)
        with pytest.raises(Refused):
            step(case, "urgent_on", office.official, reason="Так")

    def test_a_reason_is_owed(self, office):
        with pytest.raises(InvalidFields):
            step(making.request(), "urgent_on", office.head, reason="  ")


class TestForwarding:
    def test_the_whole_request_goes_to_the_holder_and_both_are_told(self, office):
        case = step(
            making.in_work(office), "forward", office.official,
            holder="Голосіївська районна рада", holder_email="rada@example.org",
        )  # fmt: skip
        assert case.state == "forwarded"
        assert not case.is_open
        assert not case.clocks.running().exists()
        assert "inquiries/forwarded" in kinds_to("hanna@example.org")
        letter = Letter.objects.get(kind="inquiries/forwarded_to_holder", recipient="rada@example.org")
        assert making.CANARY in letter.text
        assert "hanna@example.org" in letter.text

    def test_a_part_is_forwarded_and_the_rest_stays_with_its_clock(self, office):
        case = making.in_work(office)
        before = running(case).pk
        case = step(case, "forward_part", office.official, holder="Районна рада", part="Дані за 2019 рік")
        assert case.state == "in_work"
        assert running(case).pk == before
        assert Forwarding.objects.get(request=case).part == "Дані за 2019 рік"

    def test_without_the_holders_name_nothing_is_forwarded(self, office):
        with pytest.raises(InvalidFields):
            step(making.in_work(office), "forward", office.official, holder="")

    def test_the_sixth_working_day_is_too_late(self, office):
        case = making.in_work(office, now=moment("2026-08-21 10:00"))
        assert step(
            case, "forward_part", office.official, now=moment("2026-08-28 23:00"), holder="Рада", part="Частина"
        )
        with pytest.raises(Refused, match="28 серпня"):
            step(case, "forward", office.official, now=moment("2026-08-29 00:01"), holder="Рада")


class TestExtension:
    def test_twenty_working_days_from_receipt_with_a_notice(self, office):
        case = making.in_work(office, now=moment("2026-08-21 10:00"))
        case = step(
            case, "extend", office.official, now=moment("2026-08-28 17:00"),
            reason_code="volume", reason="Треба переглянути 400 справ",
        )  # fmt: skip
        assert case.state == "extended"
        assert day_of(case) == date(2026, 9, 18)
        letter = Letter.objects.get(kind="inquiries/extended")
        assert "400 справ" in letter.text
        assert "18 вересня 2026" in letter.text

    def test_on_the_sixth_day_it_is_refused(self, office):
        case = making.in_work(office, now=moment("2026-08-21 10:00"))
        with pytest.raises(Refused):
            step(case, "extend", office.official, now=moment("2026-08-29 09:00"), reason_code="volume", reason="Багато")

    def test_the_button_is_gone_on_the_sixth_day(self, office):
        case = making.in_work(office, now=moment("2026-08-21 10:00"))
        events = {row.event for row in allowed(case, Actor.person(office.official), now=moment("2026-08-31 09:00"))}
        assert "extend" not in events
        assert "draft" in events

    def test_a_reason_by_the_law_and_in_words_is_owed(self, office):
        case = making.in_work(office)
        for fields in ({"reason_code": "volume"}, {"reason": "Багато"}, {"reason_code": "tired", "reason": "Так"}):
            with pytest.raises(InvalidFields):
                step(case, "extend", office.official, **fields)

    def test_once_only(self, office):
        case = step(making.in_work(office), "extend", office.official, reason_code="search", reason="Архів")
        case = step(step(case, "draft", office.official, **making.full()), "back", office.head, reason="Уточніть")
        assert case.state == "in_work"
        with pytest.raises(Refused):
            step(case, "extend", office.official, reason_code="search", reason="Ще")

    def test_an_urgent_request_is_never_extended(self, office):
        case = step(making.in_work(office, urgent_reason="Пожежа"), "urgent_on", office.head, reason="Так")
        with pytest.raises(Refused):
            step(case, "extend", office.official, reason_code="search", reason="Архів")


class TestClarification:
    def test_the_clock_does_not_stop(self, office):
        case = making.in_work(office)
        before = running(case).due_at
        case = step(case, "ask_clarify", office.official, text="За який рік?")
        assert case.is_clarification_asked
        assert running(case).due_at == before
        assert "inquiries/clarify" in kinds_to("hanna@example.org")

    def test_what_the_applicant_writes_clears_the_flag(self, office):
        case = step(making.in_work(office), "ask_clarify", office.official, text="За який рік?")
        case = step(case, "write_to_office", None, text="За 2025")
        assert not case.is_clarification_asked
        assert [message.direction for message in case.messages.all()] == ["out", "in"]


class TestPostponement:
    FIELDS = {
        "reason": "Обстріл знищив архів",
        "until": "2027-01-15",
        "officer_name": "Оксана Мельник",
        "officer_position": "Спеціалістка",
        "signature": "КЕП",
    }

    def test_the_answer_clock_runs_to_the_named_day(self, office):
        case = step(making.in_work(office), "postpone", office.official, **self.FIELDS)
        assert case.state == "postponed"
        assert day_of(case) == date(2027, 1, 15)
        letter = Letter.objects.get(kind="inquiries/postponed")
        for words in ("Обстріл знищив архів", "15 січня 2027", "Оксана Мельник", "Спеціалістка", "КЕП"):
            assert words in letter.text

    @pytest.mark.parametrize("name", sorted(FIELDS))
    def test_nothing_may_be_missing(self, office, name):
        with pytest.raises(InvalidFields) as caught:
            step(making.in_work(office), "postpone", office.official, **{**self.FIELDS, name: ""})
        assert name in caught.value.form.errors

    @pytest.mark.parametrize("until", ["2026-11-23", "2020-01-01", "2999-01-01", "nonsense"])
    def test_the_day_lies_ahead_within_a_year(self, office, until):
        with pytest.raises(InvalidFields):
            step(making.in_work(office), "postpone", office.official, **{**self.FIELDS, "until": until})

    def test_resume_goes_back_to_work_and_keeps_the_day(self, office):
        case = step(making.in_work(office), "postpone", office.official, **self.FIELDS)
        case = step(case, "resume", office.official)
        assert case.state == "in_work"
        assert day_of(case) == date(2027, 1, 15)
        assert "inquiries/resumed" in kinds_to("hanna@example.org")


def test_no_event_is_fired_from_a_state_that_lacks_it(office):
    case = making.request()
    for event in ("approve", "appeal", "paid", "resume", "nonsense"):
        with pytest.raises(Refused):
            fire(Case.objects.get(pk=case.pk), event, actor=Actor.person(office.head))
