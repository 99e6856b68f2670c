"""Staff keep the room's dated data in the Wagtail admin."""

import pytest
from django.urls import reverse

from participation.inquiries.models import CopyingTariff, SuggestionTopic
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_head_adds_a_topic(signed_in):
    url = reverse("wagtailsnippets_inquiries_suggestiontopic:add")
    answer = signed_in(factories.head()).post(url, {"name": "Дороги", "order": 5, "is_active": "on"})
    assert answer.status_code == 302
    assert SuggestionTopic.objects.get().name == "Дороги"


def test_a_price_above_the_cap_is_told_beside_its_field(signed_in):
    url = reverse("wagtailsnippets_inquiries_copyingtariff:add")
    prices = {"a4": "50", "a3": "1", "a4_redacted": "1", "a3_redacted": "1", "scan": "1"}
    fields = {"valid_from": "2026-06-01", "act": "Рішення № 5", "payment_details": "UA00", **prices}
    page = signed_in(factories.head()).post(url, fields).content.decode()
    assert "6.65" in page or "6,65" in page
    assert not CopyingTariff.objects.exists()
    signed_in(factories.head()).post(url, {**fields, "a4": "2"})
    assert CopyingTariff.objects.get().a4 == 2


def test_an_official_cannot_change_the_grounds_of_refusal(signed_in):
    answer = signed_in(factories.official()).get(reverse("wagtailsnippets_inquiries_refusalground:list"))
    assert answer.status_code in {302, 403}
