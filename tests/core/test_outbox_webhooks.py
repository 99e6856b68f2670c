"""What the mail provider reports over its webhook marks the address; only a protected webhook is believed."""

import json
from datetime import UTC, datetime

import pytest

from core.models import MailAddress
from core.outbox import forgive, has_complained, is_reachable

pytestmark = pytest.mark.django_db
SECRET = "hook:secret"
AUTHORIZATION = "Basic aG9vazpzZWNyZXQ="
AT = 1795428000


@pytest.fixture(autouse=True)
def webhook_secret(settings):
    """Protect the webhook."""
    settings.ANYMAIL = {"WEBHOOK_SECRET": SECRET}


def report(client, event, address="Oksana@example.org", authorization=AUTHORIZATION, **more):
    """Post what Brevo would."""
    body = {"event": event, "email": address, "ts_epoch": AT * 1000, "message-id": "<1@brevo>", **more}
    headers = {"Authorization": authorization} if authorization else {}
    return client.post("/anymail/brevo/tracking/", json.dumps(body), "application/json", headers=headers)


def test_a_bounce_marks_the_address(client):
    assert report(client, "hard_bounce", reason="550 No such mailbox").status_code == 200
    known = MailAddress.objects.get()
    assert (known.email, known.reason) == ("oksana@example.org", "550 No such mailbox")
    assert known.bounced_at == datetime.fromtimestamp(AT, UTC)
    assert not is_reachable("oksana@EXAMPLE.org")
    forgive("oksana@example.org")
    assert is_reachable("oksana@example.org")


def test_a_complaint_stops_newsletters_only(client):
    report(client, "spam")
    assert has_complained("oksana@example.org")
    assert is_reachable("oksana@example.org")


@pytest.mark.parametrize("event", ["delivered", "opened", "click", "deferred", "soft_bounce", "nonsense"])
def test_other_news_marks_nothing(client, event):
    assert report(client, event).status_code == 200
    assert not MailAddress.objects.exists()


def test_a_full_mailbox_is_no_reason_to_fall_silent(client):
    report(client, "hard_bounce", reason="452 4.2.2 Mailbox full")
    assert is_reachable("oksana@example.org")


def test_a_stranger_marks_nothing(client, settings):
    assert report(client, "hard_bounce", authorization="").status_code == 400
    settings.ANYMAIL = {"WEBHOOK_SECRET": ""}
    assert report(client, "hard_bounce", authorization="").status_code == 404
    assert not MailAddress.objects.exists()


@pytest.mark.parametrize(
    "body", ["", "null", "[]", "[1]", '"word"', "{", b"\xff\x00", '{"email": 5, "event": "hard_bounce"}']
)
def test_what_no_provider_sends_is_refused(client, body):
    headers = {"Authorization": AUTHORIZATION}
    answer = client.post("/anymail/brevo/tracking/", body, "application/json", headers=headers)
    assert answer.status_code in (200, 400)
    assert client.get("/anymail/brevo/tracking/", headers=headers).status_code in (400, 405)
    assert not MailAddress.objects.exists()


@pytest.mark.parametrize("address", ["", "no address", "a" * 300 + "@example.org", "a\x00@example.org", None])
def test_strange_addresses_are_passed_over(client, address):
    assert report(client, "hard_bounce", address, reason="\x00" * 900).status_code == 200
    assert not MailAddress.objects.exists()
