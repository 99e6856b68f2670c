"""Beginning a document and changing what is said about it."""

from django.db import transaction
from django.utils import timezone

from core import audit
from core.text import slugify_uk
from participation.drafts.models import Document

SLUG_LENGTH = 70


@transaction.atomic
def start_document(*, actor, title, kind, lead="", unit=None, slug="", now=None):
    """Begin a document without versions; returns it. The address is made of the title and made unique."""
    document = Document.objects.create(
        slug=free_slug(slug or title),
        title=title,
        kind=kind,
        lead=lead,
        unit=unit,
        created_by=actor,
        created_at=now or timezone.now(),
    )
    audit.record(document, "drafts.start", user=actor)
    return document


@transaction.atomic
def change_document(document, *, actor, **facts):
    """Change title, kind, words or unit; the address stays."""
    for name, value in facts.items():
        setattr(document, name, value)
    document.save(update_fields=list(facts))
    audit.record(document, "drafts.change", user=actor)
    return document


def free_slug(title):
    """An address that no document has."""
    base = slugify_uk(title, max_length=SLUG_LENGTH) or "proiekt"
    taken = set(Document.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
