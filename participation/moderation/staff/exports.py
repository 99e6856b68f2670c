"""The table of decisions for staff."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.exports import stream_csv, stream_xlsx

FORMATS = {"csv": stream_csv, "xlsx": stream_xlsx}
COLUMNS = (
    (_("When"), lambda row: row.at),
    (_("Kind"), lambda row: row.contribution.kind_label),
    (_("Number"), lambda row: row.contribution_id),
    (_("Decision"), lambda row: row.get_verb_display()),
    (_("Reason"), lambda row: row.reason_label),
    (_("Explanation"), lambda row: row.explanation),
    (_("Moderator"), lambda row: row.actor or _("by number of reports")),
    (_("Undone"), lambda row: row.is_undone),
    (_("Appeal"), lambda row: row.appeal.get_state_display() if hasattr(row, "appeal") else ""),
    (_("Text at that time"), lambda row: row.text),
)


def export_decisions(rows, form, *, user):
    """Return decisions as a streamed table in `form`, csv or xlsx. Raises Http404 for another one."""
    if form not in FORMATS:
        raise Http404
    record(user, "core.exported", user=user, data={"list": "moderation.decisions", "format": form})
    lines = ([value(row) for _title, value in COLUMNS] for row in rows.iterator(chunk_size=500))
    return FORMATS[form]("rishennia-moderatsii", [title for title, _value in COLUMNS], lines)
