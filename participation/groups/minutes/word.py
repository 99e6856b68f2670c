"""The minutes as DOCX: attendance, questions with decisions and roll-call, recommendations, signatures."""

from io import BytesIO

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def write(content):
    """The bytes of the document with the minutes in `content` (see `reading.minutes_of`)."""
    with translation.override("uk"):
        document = Document()
        style = document.styles["Normal"]
        style.font.name, style.font.size = "Times New Roman", Pt(12)
        meeting = content["meeting"]
        document.core_properties.title = title_of(meeting)
        document.core_properties.language = "uk-UA"
        _head(document, content)
        _attendance(document, content)
        for item in content["items"]:
            _question(document, item)
        _recommendations(document, content["recommendations"])
        _signatures(document, meeting)
        file = BytesIO()
        document.save(file)
        return file.getvalue()


def title_of(meeting):
    """The name of the document."""
    return _("Minutes No. %(number)s") % {"number": meeting.sequence}


def when_of(meeting):
    """The day and hours of the meeting in words."""
    starts = timezone.localtime(meeting.starts_at)
    words = date_format(starts, "j E Y, H:i")
    return f"{words} – {date_format(timezone.localtime(meeting.ended_at), 'H:i')}" if meeting.ended_at else words


def _head(document, content):
    meeting = content["meeting"]
    document.add_heading(title_of(meeting), level=1).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(content["body"].name).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(when_of(meeting))
    if place := meeting.place or meeting.online_url:
        document.add_paragraph(place)
    if meeting.opening:
        document.add_paragraph(meeting.opening)


def _attendance(document, content):
    meeting = content["meeting"]
    document.add_heading(_("Attendance"), level=2)
    numbers = {"came": len(content["present"]), "members": meeting.members_due, "quorum": meeting.quorum}
    document.add_paragraph(_("Present: %(came)s of %(members)s members; quorum: %(quorum)s.") % numbers)
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, words in zip(table.rows[0].cells, (_("Member"), _("Position in the body"), _("Presence")), strict=True):
        cell.text = words
    for members, words in ((content["present"], _("present")), (content["absent"], _("absent"))):
        for member in members:
            cells = table.add_row().cells
            cells[0].text, cells[1].text, cells[2].text = member.name, str(member.get_position_display()), words


def _question(document, item):
    document.add_heading(f"{item.order}. {item.title}", level=2)
    if item.speaker:
        document.add_paragraph(_("Speaker: %(name)s") % {"name": item.speaker})
    if item.heard:
        document.add_paragraph(_("Heard: %(text)s") % {"text": item.heard})
    document.add_paragraph(_("Decided: %(text)s") % {"text": item.decision})
    if item.is_voted:
        document.add_paragraph("; ".join(f"{label}: {number}" for label, number in item.counted()))
        table = document.add_table(rows=1, cols=2, style="Table Grid")
        table.rows[0].cells[0].text, table.rows[0].cells[1].text = _("Member"), _("Vote")
        for vote in item.votes.all():
            cells = table.add_row().cells
            cells[0].text, cells[1].text = vote.member.name, str(vote.get_choice_display())


def _recommendations(document, recommendations):
    if recommendations:
        document.add_heading(_("Recommendations"), level=2)
    for row in recommendations:
        document.add_paragraph(f"{row.order}. {row.text} ({row.addressee})")


def _signatures(document, meeting):
    document.add_paragraph()
    document.add_paragraph(_("Chaired by: ____________ %(name)s") % {"name": meeting.chair_name})
    document.add_paragraph(_("Minutes kept by: ____________ %(name)s") % {"name": meeting.secretary_name})
