"""Copies: free up to ten pages, then by the tariff, never above the state's caps (Law 2939-VI, Art. 21)."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from casework.actors import Actor
from casework.errors import InvalidFields, Refused
from casework.services import allowed
from core.models import Letter
from participation.inquiries.enums import Page
from participation.inquiries.models import CopyingCap, CopyingTariff, InformationRequest
from tests.participation.inquiries import making
from tests.participation.inquiries.making import moment, step

CAP = CopyingCap(
    subsistence_minimum=Decimal(3328), a4=Decimal("0.2"), a3=Decimal("0.3"), a4_redacted=Decimal("0.3"),
    a3_redacted=Decimal("0.5"), scan=Decimal("0.1"),
)  # fmt: skip
TARIFF = CopyingTariff(a4=Decimal(2), a3=Decimal(3), a4_redacted=Decimal(4), a3_redacted=Decimal(5), scan=Decimal(1))


@pytest.mark.parametrize(
    ("pages", "cost"),
    [
        ({"a4": 10}, "0.00"),
        ({"a4": 11}, "2.00"),
        ({"a4": 30}, "40.00"),
        ({"a4": 10, "a3": 10}, "20.00"),  # the dearer ten are the free ones
        ({"scan": 15, "a3_redacted": 4}, "9.00"),
    ],
)
def test_the_first_ten_pages_are_free_and_the_dearest_among_them(pages, cost):
    assert TARIFF.cost(pages) == Decimal(cost)


def test_a_cap_is_a_share_of_the_subsistence_minimum():
    assert CAP.most("a4") == Decimal("6.65")
    assert CAP.most("scan") == Decimal("3.32")


def test_a_tariff_that_came_to_stand_above_the_cap_is_lowered():
    dear = CopyingTariff(a4=Decimal(100))
    assert dear.cost({"a4": 11}, CAP) == Decimal("6.65")


@given(st.dictionaries(st.sampled_from(Page.values), st.integers(0, 100_000)))
def test_no_pages_cost_more_than_the_caps_allow(pages):
    cost = TARIFF.cost(pages, CAP)
    assert 0 <= cost <= sum(number * CAP.most(kind) for kind, number in pages.items())
    assert sum(pages.values()) > 10 or cost == 0


@pytest.mark.django_db
class TestTariff:
    def test_a_price_above_the_cap_is_refused_with_the_sum(self):
        tariff = CopyingTariff(valid_from=date(2026, 2, 1), act="Рішення", a4=Decimal(7), payment_details="UA")
        with pytest.raises(ValidationError) as caught:
            tariff.full_clean()
        assert "6.65" in str(caught.value.message_dict["a4"])

    def test_a_day_without_a_known_cap_is_refused(self):
        with pytest.raises(ValidationError):
            CopyingTariff(valid_from=date(2001, 1, 1), act="Рішення", payment_details="UA").full_clean()

    def test_a_tariff_within_the_caps_is_fine(self):
        making.tariff().full_clean()


@pytest.mark.django_db
class TestBill:
    def test_without_a_tariff_there_is_no_such_button(self, office):
        case = making.in_work(office)
        assert "bill" not in {row.event for row in allowed(case, Actor.person(office.official))}
        with pytest.raises(Refused):
            step(case, "bill", office.official, pages_a4=30)

    @pytest.mark.parametrize(
        "fields",
        [
            {"pages_a4": 10},
            {},
            {"pages_a4": 30, "own_data": True},
            {"pages_a4": 30, "public_interest": True},
            {"pages_a4": -5},
            {"pages_a4": 10**9},
            {"pages_scan": 30},
        ],
    )
    def test_what_is_free_is_not_billed(self, office, fields):
        making.tariff()
        with pytest.raises(InvalidFields):
            step(making.in_work(office), "bill", office.official, **fields)

    def test_the_answer_waits_for_the_payment(self, office):
        case = making.billed(office)
        assert (case.state, case.bill_pages, case.bill_amount) == ("awaiting_payment", 30, Decimal("40.00"))
        assert [clock.name for clock in case.clocks.running()] == ["payment"]
        text = Letter.objects.get(kind="inquiries/bill").text
        assert "40.00" in text
        assert "UA00" in text

    def test_paid_starts_a_fresh_term(self, office):
        case = step(making.billed(office), "paid", office.desk, now=moment("2026-11-27 12:00"))
        assert case.state == "in_work"
        assert timezone.localdate(case.due_at) == date(2026, 12, 4)

    def test_unpaid_is_no_ground_before_the_time_to_pay_is_over(self, office):
        case = making.billed(office)
        with pytest.raises(Refused):
            step(case, "unpaid", office.official, **making.refusal("art22-3"))

    def test_unpaid_drafts_a_refusal_that_a_second_person_approves(self, office):
        case = making.billed(office)
        late = moment("2026-12-28 10:00")
        case = step(case, "unpaid", office.official, now=late, **making.refusal("art22-3"))
        assert case.state == "approval"
        case = step(case, "approve", office.head, now=late)
        assert (case.state, case.outcome, case.answered_late) == ("answered", "refused", False)

    def test_a_bill_made_after_the_term_does_not_hide_the_lateness(self, office):
        making.tariff()
        case = making.in_work(office, now=moment("2026-11-02 10:00"))
        case = step(case, "bill", office.official, now=moment("2026-11-16 10:00"), pages_a4=30)
        case = step(case, "paid", office.desk, now=moment("2026-11-17 10:00"))
        case = step(case, "draft", office.official, now=moment("2026-11-17 11:00"), **making.full())
        assert step(case, "approve", office.head, now=moment("2026-11-17 12:00")).answered_late

    def test_the_database_knows_no_bill_for_ten_pages(self, office):
        case = making.in_work(office)
        with pytest.raises(IntegrityError), transaction.atomic():
            InformationRequest.objects.filter(pk=case.pk).update(bill_pages=10, bill_amount=5)
