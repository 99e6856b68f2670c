"""What the print pack says of a hearing: a poster and a notice once it is announced, sheets while signatures are collected."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from participation.hearings.models.hearing import COMING
from participation.sheets.pack import PrintItem


def print_item(hearing):
    """The words of the poster, or None when there is nothing to call people to."""
    if not hearing.is_shown or hearing.state not in (*COMING, "collecting"):
        return None
    collects = hearing.state == "collecting"
    return PrintItem(
        title=hearing.public_title,
        lead=hearing.public_text,
        url=hearing.get_absolute_url(),
        when="" if collects else date_format(timezone.localtime(hearing.starts_at), "l, j E Y, H:i"),
        where="" if collects else hearing.place or hearing.stream_url,
        kicker=_("Initiative of a public hearing") if collects else _("Public hearing"),
        call=_("Sign the initiative") if collects else _("Come, speak, propose"),
        points=tuple(item.title for item in hearing.agenda.all()),
        ground=hearing.order_number,
    )
