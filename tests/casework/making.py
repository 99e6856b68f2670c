"""Cases for tests, made by the register's own verb."""

import uuid

from casework.actors import Actor
from casework.services import submit


def make_request(*, actor=None, key=None, name="Ганна Коваленко", email="hanna@example.org", **fields):
    """Submit a public-information request; returns the `Receipt`."""
    fields.setdefault("text", "Скільки коштував ремонт дороги до Вербівки?")
    return submit(
        "request",
        actor=actor or Actor.applicant(),
        idempotency_key=key or uuid.uuid4(),
        applicant={"name": name, "email": email},
        **fields,
    )


def make_suggestion(*, actor=None, key=None, name="", email="", **fields):
    """Submit a suggestion, anonymous unless told otherwise; returns the `Receipt`."""
    fields.setdefault("text", "Поставте лавку біля входу.")
    return submit(
        "suggestion",
        actor=actor or Actor.applicant(),
        idempotency_key=key or uuid.uuid4(),
        applicant={"name": name, "email": email},
        **fields,
    )
