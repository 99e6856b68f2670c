"""The list of voices for staff: never unrecorded."""

from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.exports import stream_xlsx

CHUNK = 500
HEADER = (
    _("No."),
    _("Whose voice"),
    _("Settlement"),
    _("How it came"),
    _("Sheet"),
    _("Row"),
    _("When"),
    _("Struck out"),
    _("Reason"),
)


def rows(records):
    """Yield one row for each voice, in the order in which they came."""
    joined = records.select_related("settlement", "sheet_row__sheet").order_by("at", "pk")
    for number, voice in enumerate(joined.iterator(chunk_size=CHUNK), start=1):
        row = voice.sheet_row
        yield [
            number,
            voice.name,
            voice.settlement and voice.settlement.name,
            voice.get_channel_display(),
            row and row.sheet.number,
            row and row.number,
            voice.at,
            voice.struck_at,
            voice.reason_in_words,
        ]


def export(collection, *, user):
    """Return all voices of a collection as XLSX and write down who took it."""
    record(collection, "core.exported", user=user, data={"list": "sheets.records", "voices": collection.voices})
    return stream_xlsx(f"holosy-{collection.pk}", HEADER, rows(collection.records.all()))
