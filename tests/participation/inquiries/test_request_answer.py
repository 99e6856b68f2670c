"""From the draft to the end: four eyes, the answer, the complaint, the correction (PROCEDURES C1)."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from accounts.models import User
from casework.actors import Actor
from casework.enums import AnswerState
from casework.errors import InvalidFields, Refused
from casework.models import Message
from casework.services import allowed
from core.models import Letter
from participation.inquiries.services import close_due
from tests import factories
from tests.participation.inquiries import making
from tests.participation.inquiries.making import day_of, kinds_to, moment, step

pytestmark = pytest.mark.django_db


class TestApproval:
    def test_the_drafter_cannot_approve(self, office):
        case = making.drafted(office)
        with pytest.raises(Refused):
            step(case, "approve", office.official)

    def test_even_the_head_cannot_approve_the_own_draft(self, office):
        case = step(making.in_work(office), "draft", office.head, **making.full())
        with pytest.raises(Refused):
            step(case, "approve", office.head)

    def test_another_official_needs_the_right(self, office):
        case = making.drafted(office)
        with pytest.raises(Refused):
            step(case, "approve", office.colleague)
        office.colleague.user_permissions.add(Permission.objects.get(codename="approve_answer"))
        fresh = User.objects.get(pk=office.colleague.pk)
        assert step(case, "approve", fresh).state == "answered"

    def test_the_answer_is_given_and_the_clock_met(self, office):
        case = making.answered(office)
        assert (case.state, case.outcome, case.answered_late) == ("answered", "full", False)
        assert case.decided_at == timezone.now()
        assert not case.clocks.running().exists()
        answer = case.given_answer
        assert answer.drafted_by == office.official
        assert answer.approved_by == office.head
        assert "1 200 000" in Letter.objects.get(kind="inquiries/answered").text

    def test_a_draft_is_returned_with_a_reason_and_drafted_anew(self, office):
        case = step(making.drafted(office), "back", office.head, reason="Додайте договір")
        assert case.state == "in_work"
        assert case.answers.get().state == AnswerState.RETURNED
        assert "Додайте договір" in Letter.objects.get(kind="inquiries/returned", recipient=office.official.email).text
        case = step(step(case, "draft", office.official, **making.full()), "approve", office.head)
        assert case.given_answer.version == 2

    def test_the_applicant_hears_nothing_of_drafts(self, office):
        making.drafted(office)
        assert "inquiries/to_approve" not in kinds_to("hanna@example.org")
        assert "inquiries/to_approve" in kinds_to(office.head.email)


class TestAfterTheAnswer:
    def test_lateness_is_frozen_with_the_answer(self, office):
        case = making.answered(office, now=moment("2026-08-21 10:00"), at=moment("2026-08-31 10:00"))
        assert case.answered_late
        assert case.days_used == 6
        case = step(case, "appeal", None, now=moment("2026-09-01 10:00"), text="Не те")
        case = step(case, "draft", office.official, now=moment("2026-09-02 10:00"), **making.full(text="Ось"))
        case = step(case, "new_answer", office.head, now=moment("2026-09-02 11:00"))
        assert case.answered_late
        assert case.days_used == 6
        assert case.decided_at == moment("2026-08-31 10:00")

    def test_the_last_second_is_in_time(self, office):
        case = making.answered(office, now=moment("2026-08-21 10:00"), at=moment("2026-08-28 23:59:59"))
        assert case.answered_late is False

    def test_a_complaint_goes_to_the_head_with_a_month(self, office):
        case = step(making.answered(office), "appeal", None, text="Ви не дали договору")
        assert case.state == "appealed"
        assert day_of(case, "appeal") == date(2026, 12, 23)
        assert (
            "Ви не дали договору" in Letter.objects.get(kind="inquiries/appeal_filed", recipient=office.head.email).text
        )
        assert "inquiries/appealed" in kinds_to("hanna@example.org")
        assert Message.objects.filter(case=case, direction="in").exists()

    def test_the_head_upholds_with_a_reason(self, office):
        case = step(making.answered(office), "appeal", None, text="Не те")
        with pytest.raises(InvalidFields):
            step(case, "uphold", office.head)
        case = step(case, "uphold", office.head, reason="Договір є в додатку")
        assert (case.state, case.appeal_outcome) == ("closed", "upheld")
        assert "Договір є в додатку" in Letter.objects.get(kind="inquiries/upheld").text

    def test_an_official_cannot_uphold_the_own_answer(self, office):
        case = step(making.answered(office), "appeal", None, text="Не те")
        with pytest.raises(Refused):
            step(case, "uphold", office.official, reason="Ні")

    def test_a_new_answer_needs_a_second_person_too(self, office):
        case = step(making.answered(office), "appeal", None, text="Не те")
        with pytest.raises(Refused):
            step(case, "new_answer", office.head)
        case = step(case, "draft", office.head, **making.full(text="Ось договір"))
        with pytest.raises(Refused):
            step(case, "new_answer", office.head)
        case = step(case, "back", office.head, reason="Хай готує відділ")
        case = step(case, "draft", office.official, **making.full(text="Ось договір"))
        case = step(case, "new_answer", office.head)
        assert (case.state, case.appeal_outcome) == ("answered", "granted")
        assert [row.state for row in case.answers.order_by("version")] == ["corrected", "returned", "published"]

    def test_a_correction_is_a_new_version_approved_by_a_second_person(self, office):
        case = making.answered(office)
        with pytest.raises(InvalidFields):
            step(case, "correct", office.official, **making.full(text="Ремонт коштував 1 300 000 грн."))
        case = step(
            case, "correct", office.official,
            correction_reason="Помилка в сумі", **making.full(text="Ремонт коштував 1 300 000 грн."),
        )  # fmt: skip
        assert case.state == "answered"
        assert "1 200 000" in case.given_answer.text
        with pytest.raises(Refused):
            step(case, "approve_correction", office.official)
        case = step(case, "approve_correction", office.head)
        assert [row.state for row in case.answers.order_by("version")] == ["corrected", "published"]
        letter = Letter.objects.get(kind="inquiries/corrected")
        assert "Помилка в сумі" in letter.text
        assert "1 300 000" in letter.text

    def test_the_applicant_tells_once_whether_it_helped(self, office):
        case = step(making.answered(office), "rate", None, helped="yes")
        assert case.helped == "yes"
        with pytest.raises(Refused):
            step(case, "rate", None, helped="no")


class TestTheEnd:
    @pytest.mark.parametrize("state", ["registered", "in_work", "approval"])
    def test_the_applicant_withdraws_at_any_time_before_the_answer(self, office, state):
        case = {
            "registered": making.request,
            "in_work": lambda: making.in_work(office),
            "approval": lambda: making.drafted(office),
        }[state]()
        case = step(case, "withdraw", None)
        assert case.state == "withdrawn"
        assert case.closed_at
        assert "inquiries/withdrawn" in kinds_to("hanna@example.org")

    def test_an_official_cannot_withdraw_it_for_them(self, office):
        with pytest.raises(Refused):
            step(making.in_work(office), "withdraw", office.official)

    def test_nobody_but_the_clock_closes(self, office):
        with pytest.raises(Refused):
            step(making.answered(office), "close", office.head)

    def test_a_stranger_can_do_nothing(self, office):
        case = making.in_work(office)
        for user in (factories.official(), factories.resident()):
            assert allowed(case, Actor.person(user)) == []

    def test_what_the_applicant_may_do_follows_the_state(self, office):
        def events(case):
            return {row.event for row in allowed(case, Actor.applicant())}

        assert events(making.in_work(office)) == {"write_to_office", "withdraw"}
        assert events(making.answered(office)) == {"write_to_office", "appeal", "rate"}

    def test_paper_is_withdrawn_at_the_desk(self, office):
        assert step(making.in_work(office), "withdraw", office.desk).state == "withdrawn"


def test_a_month_later_it_is_closed_by_itself_once(office):
    case = making.answered(office)
    assert close_due(timezone.now() + timedelta(days=30)) == 0
    assert close_due(timezone.now() + timedelta(days=31)) == 1
    assert close_due(timezone.now() + timedelta(days=40)) == 0
    case.refresh_from_db()
    assert case.state == "closed"
    assert "inquiries/closed" in kinds_to("hanna@example.org")
