"""A reader hides an alert and says what the page lacks, without scripts."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.models import Alert, PageOpinion
from tests.cms.pages import news

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_reader_hides_an_alert_and_speaks_about_the_page(window):
    now = timezone.now()
    page = news("Новий графік")
    span = {"go_live_at": now - timedelta(hours=1), "expire_at": now + timedelta(days=1)}
    Alert.objects.create(title="Немає світла", dismissible=True, **span)
    reader = window(scripts=False)
    reader.goto(page.get_url())
    reader.get_by_role("region", name="Немає світла").get_by_role("button", name="Сховати").click()
    assert reader.get_by_text("Немає світла").count() == 0
    reader.get_by_role("link", name="Ні", exact=True).click()
    reader.get_by_label("Що нам покращити?").fill("Додайте телефон.")
    reader.get_by_role("button", name="Надіслати відповідь").click()
    assert reader.get_by_text("Дякуємо.").count() == 1
    assert list(PageOpinion.objects.values_list("useful", "text")) == [(False, "Додайте телефон.")]
