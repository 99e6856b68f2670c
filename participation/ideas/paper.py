"""What the print pack says of an idea: a poster, a notice for the board, sheets for signatures."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from participation.sheets.pack import PrintItem

LEAD_LENGTH = 400


def printed(idea):
    """The words of the papers while the idea collects supports; nothing before and after."""
    if idea.state != "published" or not idea.is_in_public_register:
        return None
    until = idea.collection.closes_on
    text = idea.public_text
    return PrintItem(
        title=idea.public_title,
        lead=text if len(text) <= LEAD_LENGTH else text[:LEAD_LENGTH].rpartition(" ")[0] + "…",
        url=idea.get_absolute_url(),
        when=_("until %(day)s") % {"day": date_format(until, "j E Y")} if until else "",
        where=", ".join(filter(None, [str(idea.settlement or ""), idea.place])),
        kicker=_("Idea"),
        call=_("Support the idea"),
    )
