"""What the public pages print, in a constant number of queries."""

from dataclasses import dataclass, field

from django.utils import timezone

from casework.enums import Audience
from casework.timeline import timeline
from core.text import fold
from participation.comments.reading import counts_by_anchor
from participation.drafts.enums import ParagraphKind
from participation.drafts.models import Consultation, Document, Paragraph

SHEET_TEXT = 9_000  # characters of text on one page
SHEET_PARAGRAPHS = 50
TOLD = ("reported", "closed")
SHOWN = ("open", "processing", *TOLD, "withdrawn")


@dataclass
class Sheet:
    """One page of a long document: its paragraphs with their numbers of comments, and the pages before and after."""

    number: int
    total: int
    paragraphs: list
    contents: list = field(default_factory=list)

    @property
    def previous(self):
        """The number of the page before, or 0."""
        return self.number - 1

    @property
    def next(self):
        """The number of the page after, or 0 on the last one."""
        return self.number + 1 if self.number < self.total else 0


def sheets_of(paragraphs):
    """Divide paragraphs into pages that a slow phone can bear; a heading does not end a page."""
    sheets, size = [[]], 0
    for paragraph in paragraphs:
        is_full = size + len(paragraph.text) > SHEET_TEXT or len(sheets[-1]) >= SHEET_PARAGRAPHS
        if sheets[-1] and is_full:
            carried = [sheets[-1].pop()] if len(sheets[-1]) > 1 and sheets[-1][-1].kind == ParagraphKind.HEADING else []
            sheets.append(carried)
            size = sum(len(row.text) for row in carried)
        sheets[-1].append(paragraph)
        size += len(paragraph.text)
    return sheets


def sheet(document, version, number):
    """The page `number` of a version (the nearest there is), with the contents of the whole document."""
    paragraphs = list(version.paragraphs.order_by("order"))
    sheets = sheets_of(paragraphs)
    number = min(max(number, 1), len(sheets))
    counts = counts_by_anchor(document.thread) if document.thread_id else {}
    for paragraph in sheets[number - 1]:
        paragraph.comment_count = counts.get(paragraph.label, 0)
    contents = [
        {"paragraph": row, "sheet": place}
        for place, rows in enumerate(sheets, start=1)
        for row in rows
        if row.kind == ParagraphKind.HEADING and row.level <= 2 and fold(row.text) != fold(document.title)
    ]
    return Sheet(number, len(sheets), sheets[number - 1], contents[:80] if len(contents) > 1 else [])


def sheet_of(paragraphs, label):
    """On which page of a document a paragraph stands."""
    for number, rows in enumerate(sheets_of(paragraphs), start=1):
        if any(row.label == label for row in rows):
            return number
    return 1


def history(document, label):
    """The paragraph in every published version, the newest first, without versions in which it stayed as it was."""
    rows = Paragraph.objects.filter(version__document=document, label=label).exclude(version__published_at=None)
    found, before = [], None
    for row in rows.select_related("version").order_by("version__number"):
        if before is None or row.text != before.text:
            found.append(row)
        before = row
    return found[::-1]


def consultation_of(document):
    """The consultation that the document's page tells of: the latest that is not in preparation."""
    rows = Consultation.objects.filter(document=document, state__in=SHOWN)
    return rows.select_related("unit").order_by("-received_at", "-pk").first()


def story_of(consultation):
    """The course of a consultation for everyone; by which channel it was entered tells a reader nothing."""
    items = timeline(consultation, Audience.PUBLIC) if consultation else []
    return [{**item, "detail": "" if not place else item.get("detail", "")} for place, item in enumerate(items)]


def public_consultations():
    """Consultations that anyone may read about."""
    rows = Consultation.objects.filter(state__in=SHOWN, document__current__isnull=False)
    return rows.select_related("document__thread", "document__unit")


def open_consultations(now=None):
    """Those in which a comment can be left now; what ends first stands first."""
    today = timezone.localdate(now)
    return public_consultations().filter(state="open", closes_on__gte=today).order_by("closes_on", "pk")


def published_versions(document):
    """Versions that anyone may read, the newest first."""
    return list(document.versions.exclude(published_at=None).order_by("-number"))


def public_documents():
    """Documents that anyone may read."""
    return Document.objects.public().select_related("current", "thread", "unit")
