"""Measures: reported on by their owners in whatever role, reminded of, told in public."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from core.models import Letter
from participation.feedback import services
from tests import factories
from tests.participation.feedback.making import measure_of, published

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role.values)
def test_an_owner_in_any_role_reports_from_the_letter(clock, signed_in, role):
    owner = factories.in_role(Role(role), position="Майстер")
    summary, theme, _cases = published(5)
    measure = measure_of(theme, owner, due_on=date(2026, 11, 25))
    services.remind_owners()
    address = reverse("feedback_staff:report", args=[summary.pk, theme.pk, measure.pk])
    assert address in Letter.objects.get(kind="feedback/measure_due", recipient=owner.email).text
    browser = signed_in(owner)
    assert browser.get(address).status_code == 200
    for _click in range(2):
        answer = browser.post(address, {"state": "done", "text": "Зроблено."}, follow=True)
        assert answer.status_code == 200
    assert measure.updates.count() == 1
    assert "Зроблено." in Client().get(reverse("feedback:detail", args=[summary.slug])).content.decode()


def test_nobody_else_reports_and_no_draft_is_reported_on(office, signed_in):
    address = office.address("report", office.theme.pk, office.measure.pk)
    assert signed_in(office.composer).get(address).status_code == 404
    summary, theme, _cases = published(5)
    measure = measure_of(theme, office.head)
    address = reverse("feedback_staff:report", args=[summary.pk, theme.pk, measure.pk])
    for person in (office.composer, factories.editor(), summary.composed_by):
        assert signed_in(person).post(address, {"state": "done", "text": "Ні"}).status_code == 404
    assert not measure.updates.exists()


def test_a_promise_of_somebody_who_left_is_reminded_to_the_head(clock):
    owner = factories.official(is_active=False)
    _summary, theme, _cases = published(5)
    measure_of(theme, owner, due_on=date(2026, 11, 25))
    services.remind_owners()
    readers = set(Letter.objects.filter(kind="feedback/measure_due").values_list("recipient", flat=True))
    assert readers
    assert owner.email not in readers
