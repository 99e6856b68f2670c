"""Delivering letters: each one once, whatever dies on the way.

A worker claims a few WAITING letters (they become SENDING under its claim time), sends them in order of their keys and
marks each one SENT at once. A worker that is killed leaves its claims behind; `release_stuck` makes them WAITING again. Of
one claim only the first unmarked letter may have reached the mail server, so only that one counts as a possible repeat; it
goes out again with the same Message-ID.
"""

import logging
from datetime import timedelta
from itertools import groupby
from smtplib import SMTPServerDisconnected

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from core.models import Letter, LetterState

from .addresses import bounced, why_not
from .post import MailServerDown, Post

logger = logging.getLogger(__name__)

ONE_GO = 2000
CLAIM_SIZE = 25
STUCK_AFTER = timedelta(minutes=10)
BACKOFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720))
MAX_ATTEMPTS = len(BACKOFF) + 1
ERROR_LENGTH = Letter._meta.get_field("last_error").max_length


def deliver_due(now=None, *, limit=ONE_GO):
    """Send the letters that are due at `now`, at most about `limit`; return how many were sent.

    When the mail server cannot be reached, letters stay WAITING with the error, and no attempt is counted.
    """
    release_stuck(now)
    sent, post = 0, Post()
    try:
        while sent < limit and due(now).exists():
            post.open()
            batch = claim(now)
            if not batch:
                break
            sent += send_batch(post, batch)
    except MailServerDown as error:
        logger.warning("Letters wait: %s", error)
        due(now).update(last_error=str(error)[:ERROR_LENGTH])
    finally:
        post.close()
    return sent


def deliver(letter_id):
    """Send one WAITING letter now, whenever its next attempt is; return whether it was sent."""
    post = Post()
    try:
        post.open()
        return send_batch(post, claim(pk=letter_id)) == 1
    except MailServerDown as error:
        Letter.objects.filter(pk=letter_id, state=LetterState.WAITING).update(last_error=str(error)[:ERROR_LENGTH])
        return False
    finally:
        post.close()


def due(now=None):
    """Return the letters whose next attempt has come."""
    return Letter.objects.filter(state=LetterState.WAITING, next_attempt_at__lte=now or timezone.now())


@transaction.atomic
def claim(now=None, pk=None):
    """Take a few due letters, or the WAITING one with this key, for this worker alone; cancel those that cannot arrive.

    SQLite transactions are IMMEDIATE and PostgreSQL skips locked rows, so no two workers take the same letter.
    """
    waiting = due(now) if pk is None else Letter.objects.filter(pk=pk, state=LetterState.WAITING)
    rows = list(waiting.select_for_update(skip_locked=True).order_by("next_attempt_at", "pk")[:CLAIM_SIZE])
    bounces = bounced([letter.recipient for letter in rows]) if rows else {}
    batch, claimed_at = [], timezone.now()
    for letter in sorted(rows, key=lambda row: row.pk):
        reason = why_not(letter.recipient, bounces)
        if reason:
            Letter.objects.filter(pk=letter.pk).update(state=LetterState.CANCELLED, last_error=reason[:ERROR_LENGTH])
        else:
            letter.claimed_at = claimed_at
            batch.append(letter)
    Letter.objects.filter(pk__in=[letter.pk for letter in batch], state=LetterState.WAITING).update(
        state=LetterState.SENDING, claimed_at=claimed_at
    )
    return batch


def send_batch(post, batch):
    """Send claimed letters in order and mark each; return how many were sent. Raises MailServerDown: the others wait again."""
    sent = 0
    for place, letter in enumerate(batch):
        untried = batch[place:]
        try:
            post.open()
            untried = batch[place + 1 :]
            sent += send_one(post, letter)
        except MailServerDown:
            give_back(untried)
            raise
    return sent


def send_one(post, letter):
    """Send one claimed letter and mark it; return 1 when it was sent. Afterwards the connection is good for the next one."""
    try:
        post.send(letter)
    except Exception as error:
        logger.warning("Letter %s was not sent: %s", letter.pk, type(error).__name__)
        mark_failed(letter, error)
        post.close()
        return 0
    return mark_sent(letter)


def _still_mine(letter):
    return Letter.objects.filter(pk=letter.pk, state=LetterState.SENDING, claimed_at=letter.claimed_at)


def mark_sent(letter):
    """Record that the mail server took the letter; return 1, or 0 when the claim was lost meanwhile."""
    return _still_mine(letter).update(
        state=LetterState.SENT, sent_at=timezone.now(), attempts=letter.attempts + 1, last_error=""
    )


def mark_failed(letter, error):
    """Record a failed attempt: the letter waits longer each time and is given up after the last attempt.

    A connection lost while sending may have delivered the letter, so the next attempt is a possible repeat.
    """
    attempts = letter.attempts + 1
    given_up = attempts >= MAX_ATTEMPTS
    words = f"{type(error).__name__}: {error}".replace("\x00", "")
    _still_mine(letter).update(
        state=LetterState.FAILED if given_up else LetterState.WAITING,
        attempts=attempts,
        repeats=F("repeats") + int(isinstance(error, SMTPServerDisconnected)),
        next_attempt_at=timezone.now() + BACKOFF[min(attempts, len(BACKOFF)) - 1],
        last_error=words[:ERROR_LENGTH],
    )


def give_back(batch):
    """Let claimed letters that were not tried wait again."""
    for letter in batch:
        _still_mine(letter).update(state=LetterState.WAITING)


@transaction.atomic
def release_stuck(now=None, older_than=STUCK_AFTER):
    """Let letters wait again whose worker died more than `older_than` ago; return how many."""
    stuck = Letter.objects.filter(state=LetterState.SENDING, claimed_at__lte=(now or timezone.now()) - older_than)
    rows = stuck.order_by("claimed_at", "pk").values_list("claimed_at", "pk")
    perhaps_sent = [next(claimed)[1] for _claimed_at, claimed in groupby(rows, key=lambda row: row[0])]
    again = stuck.filter(pk__in=perhaps_sent).update(state=LetterState.WAITING, repeats=F("repeats") + 1)
    return again + stuck.update(state=LetterState.WAITING)
