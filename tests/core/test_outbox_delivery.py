"""Delivery over real SMTP: once each, retried with growing waits, nothing lost when the server or the worker dies."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.mail.backends import smtp
from django.db import connection
from django.utils import timezone

from core.models import Letter, LetterState, MailAddress
from core.outbox import deliver, deliver_due, release_stuck, resend
from core.outbox.delivery import BACKOFF, MAX_ATTEMPTS, claim, mark_sent
from core.outbox.staff import NotResendable

LATER = timedelta(days=1)


def state_of(letter):
    letter.refresh_from_db()
    return letter.state


@pytest.mark.django_db
def test_what_arrives_is_what_was_written(smtp_sink, settings):
    settings.DEFAULT_FROM_EMAIL = "Відкритий ЦНАП <cnap@example.org>"
    letter = Letter.objects.create(
        event="e",
        kind="testing/note",
        recipient="oksana@example.org",
        subject="Справа № 5: 100 % готово" + ", довга тема" * 12,
        text="Рядок із «лапками» 💙\n.\n" + "х" * 3000,
        html="<p>Рядок</p>",
        headers={"X-Case": "ЗПІ-1"},
        message_id="<1@example.org>",
    )
    assert deliver(letter.pk)
    [arrived] = smtp_sink.to("oksana@example.org")
    assert arrived["Subject"] == letter.subject
    assert arrived["From"] == settings.DEFAULT_FROM_EMAIL
    assert (arrived["To"], arrived["Message-ID"]) == (letter.recipient, letter.message_id)
    assert (arrived["X-Case"], arrived["Auto-Submitted"]) == ("ЗПІ-1", "auto-generated")
    assert arrived.get_body(("plain",)).get_content().replace("\r\n", "\n") == letter.text
    assert arrived.get_body(("html",)).get_content() == letter.html
    assert arrived.defects == []


@pytest.mark.django_db
def test_an_address_beyond_ascii_is_sent_the_long_way(smtp_sink, write_note):
    letter = write_note(recipient="oksana@пошта.укр")
    assert deliver(letter.pk)
    assert smtp_sink.letters[0].envelope_to == ["oksana@xn--80a1acn3a.xn--j1amh"]


@pytest.mark.django_db
def test_a_refused_letter_waits_longer_each_time_and_is_given_up(smtp_sink, write_note):
    letter, other = write_note(1), write_note(2)
    smtp_sink.refuse.add(letter.recipient)
    assert deliver_due() == 1
    now = timezone.now()
    for attempt, wait in enumerate(BACKOFF, start=1):
        letter.refresh_from_db()
        assert (letter.state, letter.attempts) == (LetterState.WAITING, attempt)
        assert abs(letter.next_attempt_at - now - wait) < timedelta(minutes=1)
        assert "No such mailbox" in letter.last_error
        assert deliver_due() == 0
        Letter.objects.filter(pk=letter.pk).update(next_attempt_at=now)
        deliver_due()
    letter.refresh_from_db()
    assert (letter.state, letter.attempts, letter.repeats) == (LetterState.FAILED, MAX_ATTEMPTS, 0)
    assert state_of(other) == LetterState.SENT


@pytest.mark.django_db
def test_a_silent_server_costs_no_attempt(settings, write_note):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    letter = write_note()
    assert deliver_due() == 0
    assert not deliver(letter.pk)
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (LetterState.WAITING, 0)
    assert "ConnectionRefusedError" in letter.last_error


@pytest.mark.django_db
def test_a_poisoned_letter_stops_no_other(smtp_sink, write_note):
    bad, good = write_note(1), write_note(2)
    Letter.objects.filter(pk=bad.pk).update(headers={"X-Bad": "a\nb"}, recipient="p@пошта.укр")
    assert deliver_due() == 1
    assert state_of(good) == LetterState.SENT
    assert state_of(bad) == LetterState.WAITING
    assert bad.attempts == 1


@pytest.mark.django_db
def test_an_address_that_bounced_meanwhile_cancels_the_letter(smtp_sink, write_note):
    letter = write_note()
    MailAddress.objects.create(email=letter.recipient, bounced_at=timezone.now(), reason="Mailbox closed")
    assert deliver_due() == 0
    assert state_of(letter) == LetterState.CANCELLED
    assert "Mailbox closed" in letter.last_error
    assert smtp_sink.letters == []


@pytest.mark.django_db
def test_letters_of_a_dead_worker_wait_again_and_one_counts_as_a_repeat(smtp_sink, write_note):
    letters = [write_note(number) for number in range(5)]
    assert len(claim()) == 5
    assert release_stuck() == 0
    assert deliver_due() == 0
    assert release_stuck(timezone.now() + timedelta(minutes=11)) == 5
    assert deliver_due() == 5
    repeats = [letter.repeats for letter in Letter.objects.order_by("pk")]
    assert repeats == [1, 0, 0, 0, 0]
    assert [arrived["Message-ID"] for arrived in smtp_sink.letters] == [letter.message_id for letter in letters]


@pytest.mark.django_db
def test_a_worker_that_lost_its_claim_does_not_overwrite_the_other(smtp_sink, write_note):
    letter = write_note()
    [claimed] = claim()
    release_stuck(timezone.now() + LATER)
    Letter.objects.filter(pk=letter.pk).update(state=LetterState.CANCELLED)
    assert mark_sent(claimed) == 0
    assert state_of(letter) == LetterState.CANCELLED


@pytest.mark.django_db
def test_many_letters_take_one_connection_per_hundred(smtp_sink, write_note, monkeypatch):
    opened = []
    original = smtp.EmailBackend.open
    monkeypatch.setattr(smtp.EmailBackend, "open", lambda self: opened.append(self) or original(self))
    for number in range(130):
        write_note(number)
    assert deliver_due() == 130
    assert len({id(backend) for backend in opened}) <= 2
    assert len(smtp_sink.letters) == 130


@pytest.mark.django_db
def test_one_go_has_an_end(smtp_sink, write_note):
    for number in range(30):
        write_note(number)
    assert deliver_due(limit=10) == 25
    assert deliver_due(limit=10) == 5


@pytest.mark.django_db
def test_staff_can_send_again_what_did_not_arrive(smtp_sink, write_note):
    letter = write_note()
    with pytest.raises(NotResendable):
        resend(letter)
    deliver_due()
    first_id = letter.message_id
    MailAddress.objects.create(email=letter.recipient, bounced_at=timezone.now(), reason="Full")
    again = resend(letter)
    assert (again.state, again.attempts) == (LetterState.WAITING, 0)
    assert deliver_due() == 1
    assert [arrived["Message-ID"] for arrived in smtp_sink.letters] == [first_id, again.message_id]
    assert first_id != again.message_id


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_workers_deliver_each_letter_once(smtp_sink, settings, write_note):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": ["letters"]}}
    for number in range(200):
        write_note(number)

    def worker(_number):
        try:
            return deliver_due()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        sent = list(pool.map(worker, range(2)))
    assert sum(sent) == len(smtp_sink.letters) == 200
    assert len({letter["Message-ID"] for letter in smtp_sink.letters}) == 200
    assert set(Letter.objects.values_list("state", "attempts", "repeats")) == {(LetterState.SENT, 1, 0)}
