"""Tables that a screen reader can read."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.table_block.blocks import TableBlock

from .files import FILES

MAX_ROWS, MAX_COLUMNS = 200, 12


class CaptionedTableBlock(TableBlock):
    """Wagtail's table that demands a caption and header cells."""

    def clean(self, value):
        """Refuse a table without a caption, header or text, and one too large to read."""
        value = super().clean(value)
        rows = (value or {}).get("data") or []
        if self.is_deferred_validation:
            return value
        if not value:
            raise ValidationError(_("The table is empty."))
        if not (value.get("table_caption") or "").strip():
            raise ValidationError(_("Give the table a caption: what does it show?"))
        if value.get("table_header_choice") not in ("row", "column", "both"):
            raise ValidationError(_("Say which cells are headers: the first row, the first column or both."))
        if not any(str(cell or "").strip() for row in rows for cell in row):
            raise ValidationError(_("The table is empty."))
        if len(rows) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in rows):
            message = _("The table is larger than %(rows)d rows and %(columns)d columns. Attach it as a document.")
            raise ValidationError(message, params={"rows": MAX_ROWS, "columns": MAX_COLUMNS})
        return value

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("A small table with a caption and headers.")
        group = FILES
        template = "cms/blocks/table.html"
        preview_value = {
            "table_caption": "Графік роботи у святкові дні",
            "table_header_choice": "row",
            "first_row_is_table_header": True,
            "first_col_is_header": False,
            "data": [["День", "Години"], ["24 грудня", "8:00–16:00"], ["25 грудня", "вихідний"]],
        }
