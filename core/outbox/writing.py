"""Writing letters: rows in the transaction of the verb, unique by (event, recipient, kind)."""

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import BadHeaderError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from core.commit import once_on_commit
from core.models import Letter, LetterState

from . import addresses
from .kinds import kind_named
from .rendering import render
from .tasks import enqueue_delivery

ERROR_LENGTH = Letter._meta.get_field("last_error").max_length
RECIPIENT_LENGTH = Letter._meta.get_field("recipient").max_length
COPIES_AT_ONCE = 500


def write(kind, *, event, recipient, context, language="uk", headers=None):
    """Write one letter and have it delivered after the commit; return its Letter.

    A repeated call for the same event, recipient and kind returns the row that exists. An address that bounced or is
    malformed gives a CANCELLED letter with the reason; no address (empty, or longer than any address) gives None.
    Raises UnknownLetter, MissingContext, BadHeaderError.
    """
    declared = kind_named(kind)
    recipient = addresses.normal(recipient)
    if not recipient or len(recipient) > RECIPIENT_LENGTH:
        return None
    same = {"event": event, "recipient": recipient, "kind": kind}
    with transaction.atomic():
        existing = Letter.objects.filter(**same).first()
        if existing:
            return existing
        rendered = render(declared, context, language)
        words = {"subject": rendered.subject, "text": rendered.text, "html": rendered.html}
        refusal = addresses.why_not(recipient, addresses.bounced([recipient]))
        letter = _letter(same, words, language, checked(headers), refusal)
        letter, _created = Letter.objects.get_or_create(**same, defaults=_fields(letter))
        once_on_commit(enqueue_delivery)
    return letter


def write_copies(kind, *, event, recipients, context, language="uk", headers=None, holes=None):
    """Write the same letter to many people and return how many rows were new: one rendering, a few statements.

    `holes` = {recipient: {name: text}} for what differs, such as the link to unsubscribe: each name is put into the
    context as a marker and replaced in every copy (in the letter and its `headers`); it must be safe inside HTML.
    """
    declared = kind_named(kind)
    people = {addresses.normal(person): person for person in recipients}
    people = {address: person for address, person in people.items() if address and len(address) <= RECIPIENT_LENGTH}
    markers = _markers(holes or {})
    rendered = render(declared, {**context, **markers}, language)
    words = {"subject": rendered.subject, "text": rendered.text, "html": rendered.html}
    headers = checked(headers)
    with transaction.atomic():
        before = Letter.objects.filter(event=event, kind=kind).count()
        for batch in _batches(list(people.items())):
            bounces = addresses.bounced([address for address, _person in batch])
            Letter.objects.bulk_create(
                [
                    _letter(
                        {"event": event, "recipient": address, "kind": kind},
                        _filled(words, markers, (holes or {}).get(person, {})),
                        language,
                        _filled(headers, markers, (holes or {}).get(person, {})),
                        addresses.why_not(address, bounces),
                    )
                    for address, person in batch
                ],
                ignore_conflicts=True,
            )
        once_on_commit(enqueue_delivery)
        return Letter.objects.filter(event=event, kind=kind).count() - before


def message_id(event, recipient, kind, salt=""):
    """Return the Message-ID of a letter: always the same for the same letter, telling nothing of the recipient."""
    digest = salted_hmac("core.outbox", f"{event}\n{recipient}\n{kind}\n{salt}", algorithm="sha256").hexdigest()[:40]
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return f"<{digest}@{domain or 'localhost'}>"


def checked(headers):
    """Return the headers as a dict of strings. Raises BadHeaderError when one could smuggle in another."""
    headers = {name: str(value) for name, value in (headers or {}).items()}
    for name, value in headers.items():
        if set(f"{name}{value}") & {"\n", "\r"}:
            raise BadHeaderError(f"the header {name!r} holds a line break")
    return headers


def _letter(same, words, language, headers, refusal):
    return Letter(
        **same,
        **words,
        language=language,
        headers=headers,
        message_id=message_id(**same),
        state=LetterState.CANCELLED if refusal else LetterState.WAITING,
        last_error=refusal[:ERROR_LENGTH],
        next_attempt_at=timezone.now(),
    )


def _fields(letter):
    names = ("subject", "text", "html", "language", "headers", "message_id", "state", "last_error", "next_attempt_at")
    return {name: getattr(letter, name) for name in names}


def _markers(holes):
    names = {name for values in holes.values() for name in values}
    return {name: f"HOLE-{name}-ELOH" for name in names}


def _filled(words, markers, values):
    for name, marker in markers.items():
        words = {key: text.replace(marker, str(values.get(name, ""))) for key, text in words.items()}
    return words


def _batches(items):
    return (items[start : start + COPIES_AT_ONCE] for start in range(0, len(items), COPIES_AT_ONCE))
