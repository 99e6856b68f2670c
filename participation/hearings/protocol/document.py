"""The protocol as DOCX."""

from io import BytesIO

from django.utils import translation
from django.utils.translation import gettext as _
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def as_docx(told, *, recording=""):
    """Return the bytes of the protocol whose facts are `told`, in the language of the act."""
    with translation.override("uk"):
        document = _blank(told)
        _about(document, told, recording)
        _attendance(document, told["attendance"])
        _lists(document, told)
        _proposals(document, told["proposals"])
        _votes(document, told["votes"])
        _recommendations(document, told["recommendations"])
        _signatures(document, told)
        out = BytesIO()
        document.save(out)
    return out.getvalue()


def _blank(told):
    """A document in the letter of official papers, with its heading and properties."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    document.core_properties.title = f"{_('Protocol of the public hearing')} {told['number']}"
    document.core_properties.language = "uk-UA"
    document.core_properties.author = ""
    heading = document.add_heading(_("Protocol of the public hearing"), level=1)
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line = document.add_paragraph(f"{told['number']}. {told['title']}")
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return document


def _about(document, told, recording):
    lines = [*told["about"], *([[_("Recording"), recording]] if recording else [])]
    for label, value in lines:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(value)


def _attendance(document, attendance):
    document.add_heading(_("Attendance"), level=2)
    document.add_paragraph(
        _("%(total)d people: %(hall)d in the hall, %(online)d online. Quorum: %(quorum)d.") % attendance
    )
    if attendance["settlements"]:
        _table(document, [_("Settlement"), _("People")], attendance["settlements"])


def _lists(document, told):
    document.add_heading(_("Agenda"), level=2)
    for time, title, speaker in told["agenda"]:
        words = ". ".join(part for part in (time, title, speaker) if part)
        document.add_paragraph(words, style="List Number")
    if told["pauses"]:
        document.add_heading(_("Interruptions"), level=2)
        for reason, since, until in told["pauses"]:
            document.add_paragraph(f"{reason}: {since}–{until}", style="List Bullet")
    if told["speeches"]:
        document.add_heading(_("Speeches"), level=2)
        _table(document, [_("Speaker"), _("About what"), _("Minutes")], told["speeches"])


def _proposals(document, proposals):
    document.add_heading(_("Proposals"), level=2)
    if not proposals:
        document.add_paragraph(_("No proposals were handed in."))
    for number, author, stage, title, text in proposals:
        document.add_heading(f"{number}. {title}", level=3)
        document.add_paragraph(f"{author}. {stage}.")
        document.add_paragraph(text)


def _votes(document, votes):
    if not votes:
        return
    document.add_heading(_("Votes"), level=2)
    heads = [_("Question"), _("in favour"), _("against"), _("abstained"), _("online: in favour"), _("online: against")]
    _table(document, heads, votes)
    if any(row[4] or row[5] for row in votes):
        document.add_paragraph(_("Voices from afar are indicative unless the statute gives them votes."))


def _recommendations(document, text):
    document.add_heading(_("Recommendations"), level=2)
    for line in (text or _("None were given.")).splitlines():
        document.add_paragraph(line)


def _signatures(document, told):
    for part, label in (("chair", _("Chair")), ("secretary", _("Secretary"))):
        name, position = told[part]
        document.add_paragraph(f"{label}: ________________  {', '.join(filter(None, (name, position)))}")


def _table(document, heads, rows):
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = str(head)
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = str(value)
