"""The table “comment, decision, reason” for the file of the act: one row for each comment in view."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from participation.drafts.enums import Verdict
from participation.drafts.labels import is_label, parts
from participation.drafts.models import Paragraph
from participation.drafts.services.deciding import to_decide

EXCERPT = 300


@dataclass(frozen=True)
class Line:
    """One comment: the paragraph's words as they were when the report was made, the comment, the decision."""

    comment: Any
    label: str
    words: str
    decision: Any


def lines_of(document):
    """Every comment with its decision, in the order of the paragraphs; comments on the whole document come first."""
    if document.thread_id is None:
        return []
    comments = list(to_decide(document).select_related("decision").order_by("created_at", "pk"))
    words = words_of(document, {comment.anchor for comment in comments})
    lines = [
        Line(comment, comment.anchor, words.get(comment.anchor, ""), getattr(comment, "decision", None))
        for comment in comments
    ]
    return sorted(lines, key=lambda line: parts(line.label) if is_label(line.label) else (-1, 0))


def words_of(document, labels):
    """{label: words} by the newest published version that has the paragraph."""
    rows = Paragraph.objects.filter(version__document=document, label__in=labels)
    rows = rows.exclude(version__published_at=None).order_by("version__number")
    return dict(rows.values_list("label", "text"))


def figures(lines):
    """(label, number) of each kind of decision, then how many wait."""
    counted = [(verdict.label, sum(_has(line, verdict) for line in lines), str(verdict)) for verdict in Verdict]
    return [*counted, (_("No decision yet"), sum(line.decision is None for line in lines), "")]


def _has(line, verdict):
    return line.decision is not None and line.decision.verdict == verdict


def header():
    """The titles of the columns."""
    return [_("No."), _("Paragraph"), _("Text"), _("Author"), _("Date"), _("Comment"), _("Decision"), _("Reason")]


def rows_of(lines):
    """Cells of the table."""
    for number, line in enumerate(lines, start=1):
        yield [
            number,
            line.label or _("The document as a whole"),
            shortened(line.words),
            line.comment.author_name,
            timezone.localdate(line.comment.created_at),
            line.comment.text,
            line.decision.get_verdict_display() if line.decision else _("No decision yet"),
            line.decision.reason if line.decision else "",
        ]


def shortened(text):
    """The beginning of a paragraph."""
    return text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + " …"
