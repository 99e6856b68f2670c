"""Lists that staff download: Wagtail's buttons, the house's tables."""

from core.exports import stream_csv, stream_xlsx


class SafeExportMixin:
    """For index views with `list_export`: the rows go through `core.exports`, so that no cell is run by a spreadsheet."""

    def as_spreadsheet(self, queryset, spreadsheet_format):
        """Return the filtered list as CSV or XLSX."""
        header = [self.get_heading(queryset, field) for field in self.list_export]
        rows = (list(self.to_row_dict(item).values()) for item in queryset)
        stream = stream_csv if spreadsheet_format == self.FORMAT_CSV else stream_xlsx
        return stream(self.get_filename(), header, rows)
