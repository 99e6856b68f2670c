"""A DOCX file becomes a version: its paragraphs get the labels that they had before."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from core import audit
from participation.drafts import labels, matching
from participation.drafts.docx import reading
from participation.drafts.docx.blocks import DocxProblemError
from participation.drafts.enums import Match
from participation.drafts.models import Document, DocumentVersion, Paragraph

BATCH = 200


@transaction.atomic
def import_docx(document, uploaded_file, *, actor, note="", now=None):
    """Read an uploaded DOCX into a new version of `document` and return it; a version still in work is replaced.

    Raises ValidationError, with words to show beside the field, for a file that cannot be taken in.
    """
    found = read_uploaded(uploaded_file)
    document = Document.objects.select_for_update().get(pk=document.pk)
    document.versions.filter(published_at=None).delete()
    version = DocumentVersion.take(
        uploaded_file,
        document=document,
        number=(document.versions.aggregate(last=Max("number"))["last"] or 0) + 1,
        note=note,
        remarks=list(found.remarks),
        created_by=actor,
        uploaded_at=now or timezone.now(),
    )
    Paragraph.objects.bulk_create(paragraphs_of(version, found.blocks), batch_size=BATCH)
    audit.record(document, "drafts.import", user=actor, data={"version": version.number})
    return version


def read_uploaded(uploaded_file):
    """The `Reading` of an uploaded file, read once. Raises ValidationError."""
    known = getattr(uploaded_file, "reading", None)
    if known is None:
        uploaded_file.seek(0)
        try:
            known = uploaded_file.reading = reading.read(uploaded_file.read())
        except DocxProblemError as problem:
            raise ValidationError(str(problem), code="docx") from problem
        finally:
            uploaded_file.seek(0)
    return known


def paragraphs_of(version, blocks):
    """Unsaved paragraphs of a version, recognised by the published version before it."""
    current = version.document.current
    before = list(current.paragraphs.order_by("order")) if current else []
    if current:
        found = matching.match([row.text for row in before], [block.text for block in blocks])
    else:
        found = [matching.Found(None, Match.FIRST, 100)] * len(blocks)
    known = [before[one.old].label if one.old is not None else None for one in found]
    named = labels.fill(known, used_labels(version.document))
    return [
        Paragraph(
            version=version,
            label=label,
            order=order,
            kind=block.kind,
            level=block.level,
            marker=block.marker,
            text=block.text,
            content=block.content,
            match=one.how,
            similarity=one.likeness,
        )
        for order, (block, one, label) in enumerate(zip(blocks, found, named, strict=True), start=1)
    ]


def used_labels(document):
    """Every label that a published version ever had."""
    published = Paragraph.objects.filter(version__document=document).exclude(version__published_at=None)
    return set(published.values_list("label", flat=True))
