"""The staff's tables of cases, with personal data: only of cases that the reader works with, and never unrecorded."""

from django.utils.translation import gettext_lazy as _

from core.audit import record
from core.exports import stream_csv, stream_xlsx

FORMATS = {"csv": stream_csv, "xlsx": stream_xlsx}
CHUNK = 500
COLUMNS = (
    (_("Number"), lambda case, person: case.number),
    (_("Procedure"), lambda case, person: case.rules.label),
    (_("State"), lambda case, person: case.get_state_display()),
    (_("Outcome"), lambda case, person: case.get_outcome_display()),
    (_("Channel"), lambda case, person: case.get_channel_display()),
    (_("Received on"), lambda case, person: case.received_at),
    (_("Registered on"), lambda case, person: case.registered_at),
    (_("Term ends"), lambda case, person: case.due_at),
    (_("Answered on"), lambda case, person: case.decided_at),
    (_("Closed on"), lambda case, person: case.closed_at),
    (_("Answered late"), lambda case, person: case.answered_late),
    (_("In quarantine"), lambda case, person: case.is_quarantined),
    (_("Settlement"), lambda case, person: case.settlement),
    (_("Unit"), lambda case, person: case.unit),
    (_("Handled by"), lambda case, person: case.assignee),
    (_("Filed by"), lambda case, person: case.filed_by),
    (_("Public title"), lambda case, person: case.public_title),
    (_("Original text"), lambda case, person: case.text),
    (_("Applicant"), lambda case, person: person and person.get_kind_display()),
    (_("Name"), lambda case, person: person and person.name),
    (_("Representative"), lambda case, person: person and person.representative),
    (_("E-mail"), lambda case, person: person and person.email),
    (_("Phone"), lambda case, person: person and person.phone),
    (_("Postal address"), lambda case, person: person and person.postal_address),
    (_("Answer by"), lambda case, person: person and person.get_delivery_display()),
)


def rows(cases):
    """Yield one row for each case, reading the database in portions with everything joined."""
    joined = cases.select_related("applicant", "settlement", "unit", "assignee", "filed_by")
    for case in joined.defer("search_folded", "public_text").iterator(chunk_size=CHUNK):
        person = getattr(case, "applicant", None)
        yield [value(case, person) for _title, value in COLUMNS]


def export_cases(cases, form, *, user):
    """Return `cases` (already narrowed to what `user` works with) as a streamed table in `form`: csv or xlsx."""
    record(user, "core.exported", user=user, data={"list": "casework.inbox", "format": form})
    return FORMATS[form]("spravy", [title for title, _value in COLUMNS], rows(cases))
