"""Texts, people and decisions for the tests of moderation."""

from datetime import timedelta

from django.utils import timezone

from participation.moderation import services
from tests.factories import resident

WORDS = "Лавки біля школи поламані вже рік."


def written(author=None, **fields):
    """Words of a resident in view."""
    fields = {"text": WORDS, **fields}
    return services.open_contribution("comment", author=author or resident(), **fields)


def reported(row, number=1, reason="insult"):
    """The words reported by so many residents."""
    for _person in range(number):
        services.report(row, actor=resident(), reason=reason)
    row.refresh_from_db()
    return row


def settled_resident(**fields):
    """A resident whose account is old and has enough texts in view."""
    person = resident(date_joined=timezone.now() - timedelta(days=60), **fields)
    for _number in range(3):
        written(person)
    return person


def hidden(author=None, *, by, **fields):
    """(words, decision): hidden by a moderator."""
    row = written(author)
    decision = services.decide(row, "hide", actor=by, reason="insult", **fields)
    row.refresh_from_db()
    return row, decision
