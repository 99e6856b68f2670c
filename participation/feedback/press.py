"""The summary as a text that a newspaper can print: plain words, in one order, without any look."""

from io import BytesIO

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from docx import Document

from participation.feedback.comparing import met, promise
from participation.feedback.reading import for_page

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TITLE, HEADING, TEXT, ITEM, QUOTE = "Title", "Heading 1", "Normal", "List Bullet", "Intense Quote"


def lines(summary):
    """Pairs (style, words) from the headline to who to ask."""
    page = for_page(summary)
    yield TITLE, summary.title
    yield TEXT, summary.lead
    yield TEXT, page["coverage"]
    if target := page["target"]:
        share = f"{target['label']}: {target['share']}." if target["share"] else f"{target['label']}."
        aim = _("The target is at least %(aim)s %%.") % {"aim": target["aim"]}
        yield TEXT, f"{share} {aim} {met(target)}"
    for entry in page["themes"]:
        yield from of_theme(entry)
    if summary.approved_at:
        date = date_format(localtime(summary.approved_at), "j E Y")
        yield TEXT, _("Approved by: %(who)s, %(date)s.") % {"who": summary.approved_position, "date": date}
    link = settings.BASE_URL + reverse("feedback:detail", args=[summary.slug])
    yield TEXT, _("The whole summary with the progress of every measure: %(link)s") % {"link": link}


def of_theme(entry):
    """One theme: what people said, what was decided and why, what is done and by when."""
    theme = entry["theme"]
    yield HEADING, theme.title
    yield TEXT, _("Voices: %(number)s.") % {"number": entry["voices"]}
    for label, number in entry["tallies"]:
        yield TEXT, f"{label}: {number}."
    yield TEXT, _("You said: %(said)s") % {"said": theme.said}
    for quote in theme.shown_quotes:
        yield QUOTE, f"«{quote.text}»"
    yield (
        TEXT,
        _("We decided (%(position)s): %(reason)s")
        % {
            "position": str(theme.get_position_display()).lower(),
            "reason": theme.reason,
        },
    )
    if theme.ground:
        yield TEXT, _("Ground: %(ground)s") % {"ground": theme.ground}
    for measure in theme.measures.all():
        yield ITEM, f"{promise(measure)} {measure.get_state_display()}."


def as_text(summary):
    """The whole as plain text with line ends that every program knows."""
    found = ((f"– {words}" if style == ITEM else words) for style, words in lines(summary) if words)
    return "\n\n".join(found) + "\n"


def as_docx(summary):
    """The whole as the bytes of a DOCX with real headings and lists."""
    document = Document()
    document.core_properties.title = summary.title
    document.core_properties.author = str(summary.unit or "")
    document.core_properties.language = settings.LANGUAGE_CODE
    for style, words in lines(summary):
        if words:
            document.add_paragraph(words, style=style)
    target = BytesIO()
    document.save(target)
    return target.getvalue()
